"""A style sheet without the rules no page can use: what a phone need not wait for.

A rule stays when every element, class, id and attribute one of its selectors asks for is among the words that stand in
the tags of the pages or in the scripts. What is inside `:not()`, `:is()` and the like asks for nothing: rather a rule
too many than one too few.
"""

import re
from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

_CLASS = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_WORD = re.compile(r"[\w-]+")
_CAPITAL = re.compile(r"[A-Z]")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_CONDITIONS = {"media", "supports", "layer", "container"}


def words_of_page(html: str) -> set[str]:
    """Return every word that stands in a tag: classes with a dot before them; elements, attributes and values."""
    tags = set(_TAG.findall(html))
    classes = {value for tag in tags for found in _CLASS.findall(tag) for value in found}
    words = {word for tag in tags for word in _WORD.findall(_CLASS.sub(" class ", tag))}
    return words | {f".{name}" for value in classes for name in value.split()}


def words_of_script(script: str) -> set[str]:
    """Return every word of a script, each also as a class and as the `data-` name that `dataset` writes."""
    words = set(_WORD.findall(script))
    data = {f"data-{_CAPITAL.sub(_hyphened, word)}" for word in words}
    return words | data | {f".{word}" for word in words}


def variables_read(css: str) -> set[str]:
    """Return the variables that `css` reads; another sheet may set them."""
    return {*_VARIABLE.findall(css)}


def _hyphened(capital: re.Match[str]) -> str:
    return f"-{capital[0].lower()}"


def slim(css: str, used: set[str]) -> str:
    """Return `css` with only the rules, animations and variables that pages with the words `used` need."""
    text = "".join(_kept(_rules(css), used))
    while (less := _without_idle(text, used)) != text:
        text = less
    return text


def _rules(css: str | list[Node]) -> list[Node]:
    return tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True)


def _kept(rules: Iterable[Node], used: set[str]) -> Iterator[str]:
    """Yield the text of each rule that can apply, with only the selectors that can."""
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [part for part in _selectors(rule.prelude) if _needs(part) <= used]
            if selectors:
                yield f"{','.join(map(_text, selectors))}{{{_body(rule.content)}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _CONDITIONS and rule.content:
            if inner := "".join(_kept(_rules(rule.content), used)):
                yield f"@{rule.at_keyword} {_text(rule.prelude)}{{{inner}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword != "charset":
            body = f"{{{_body(rule.content)}}}" if rule.content is not None else ";"
            yield f"@{rule.at_keyword} {_text(rule.prelude)}".rstrip() + body


def _selectors(prelude: list[Node]) -> Iterator[list[Node]]:
    part: list[Node] = []
    for node in prelude:
        if node == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _needs(selector: list[Node]) -> set[str]:
    """Return the words without which no element can match."""
    needs, before = set(), None
    for node in selector:
        if node.type == "hash" or (node.type == "ident" and before != ":"):
            needs.add(f".{node.value}" if before == "." else node.value)
        elif node.type == "[] block":
            needs |= _asked(node.content)
        before = node if node.type != "whitespace" else None
    return needs


def _asked(attribute: list[Node]) -> set[str]:
    """Return the words of `[name]` or `[name=value]`; of a value that is only a part, none."""
    exact = any(node == "=" for node in attribute) or len(attribute) == 1
    values = [node.value for node in attribute if node.type in ("ident", "string")]
    return {word for value in (values if exact else values[:1]) for word in _WORD.findall(value)}


def _without_idle(css: str, used: set[str]) -> str:
    """Return `css` without variables nobody reads and animations nobody plays."""
    read = {*_VARIABLE.findall(css), *used}
    names = set(_WORD.findall(re.sub(r"@(-\w+-)?keyframes\s+[\w-]+", "", css)))
    return "".join(_busy(_rules(css), read, names))


def _busy(rules: Iterable[Node], read: set[str], names: set[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            if body := _body(rule.content, read):
                yield f"{_text(rule.prelude)}{{{body}}}"
        elif rule.lower_at_keyword.endswith("keyframes"):
            if _text(rule.prelude) in names:
                yield rule.serialize()
        elif rule.lower_at_keyword in _CONDITIONS and rule.content:
            if inner := "".join(_busy(_rules(rule.content), read, names)):
                yield f"@{rule.at_keyword} {_text(rule.prelude)}{{{inner}}}"
        else:
            yield rule.serialize()


def _body(content: list[Node], read: set[str] | None = None) -> str:
    """Return declarations as text; with `read`, without the variables that are not in it."""
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return ";".join(
        f"{node.name}:{_text(node.value)}{'!important' if node.important else ''}"
        if isinstance(node, Declaration)
        else node.serialize()
        for node in nodes
        if not (read is not None and isinstance(node, Declaration))
        or not node.name.startswith("--")
        or node.name in read
    )


def _text(nodes: list[Node]) -> str:
    return re.sub(r"\s+", " ", tinycss2.serialize(nodes)).strip()
