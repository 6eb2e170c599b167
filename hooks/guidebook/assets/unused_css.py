"""A style sheet without the rules no page can use: what a phone need not wait for.

A rule stays when every element, class, id and attribute one of its selectors asks for is among the words that stand in
the tags of the pages or in the scripts. What is inside `:not()`, `:is()` and the like asks for nothing: rather a rule
too many than one too few.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

_CLASS = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_WORD = re.compile(r"[\w-]+")
_CAPITAL = re.compile(r"[A-Z]")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_KEYFRAMES = re.compile(r"@(?:-\w+-)?keyframes\s+([\w-]+)")
_CONDITIONS = {"media", "supports", "layer", "container"}


def words_of_pages(pages: Iterable[str]) -> set[str]:
    """Return every word that stands in a tag: classes with a dot before them; elements, attributes and values."""
    tags = set().union(*map(_TAG.findall, pages))
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


@dataclass(frozen=True)
class _Rule:
    """A rule of a style sheet: what selects it, and its declarations or the rules inside it."""

    head: str = ""
    """What stands before the braces, when that is not a list of selectors."""
    selectors: tuple[tuple[str, frozenset[str]], ...] = ()
    """Each selector with the words it needs."""
    declarations: tuple[tuple[str, str], ...] | None = None
    """Name and text of each; whatever else stands there has no name."""
    rules: tuple["_Rule", ...] | None = None

    def __str__(self) -> str:
        head = self.head or ",".join(text for text, _ in self.selectors)
        if self.rules is not None:
            return f"{head}{{{''.join(map(str, self.rules))}}}"
        if self.declarations is not None:
            return f"{head}{{{';'.join(text for _, text in self.declarations)}}}"
        return f"{head};"


def slim(css: str, used: set[str]) -> str:
    """Return `css` with only the rules, animations and variables that pages with the words `used` need."""
    rules = _that_apply(_parsed(css), used)
    text = "".join(map(str, rules))
    while True:
        rules = _in_use(rules, {*_VARIABLE.findall(text), *used}, _names(rules))
        less = "".join(map(str, rules))
        if less == text:
            return text
        text = less


@cache
def _parsed(css: str) -> tuple[_Rule, ...]:
    """Return the rules of a whole sheet; while somebody edits, the same few sheets come back at every change."""
    return _rules(css)


def _rules(css: str | list[Node]) -> tuple[_Rule, ...]:
    nodes = tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True)
    return tuple(rule for node in nodes if (rule := _rule(node)))


def _rule(node: Node) -> _Rule | None:
    if isinstance(node, QualifiedRule):
        selectors = tuple((_text(part), _needs(part)) for part in _selectors(node.prelude))
        return _Rule(selectors=selectors, declarations=_declarations(node.content))
    if not isinstance(node, AtRule) or node.lower_at_keyword == "charset":
        return None
    head = f"@{node.at_keyword} {_text(node.prelude)}".rstrip()
    if node.content is None:
        return _Rule(head)
    if node.lower_at_keyword in _CONDITIONS or node.lower_at_keyword.endswith("keyframes"):
        return _Rule(head, rules=_rules(node.content))
    return _Rule(head, declarations=_declarations(node.content))


def _that_apply(rules: Iterable[_Rule], used: set[str]) -> list[_Rule]:
    """Return the rules that can apply, each with only the selectors that can."""
    kept = []
    for rule in rules:
        if rule.selectors:
            selectors = tuple(one for one in rule.selectors if one[1] <= used)
            kept += [replace(rule, selectors=selectors)] if selectors else []
        elif rule.rules is None or _KEYFRAMES.match(rule.head):
            kept.append(rule)
        elif inner := _that_apply(rule.rules, used):
            kept.append(replace(rule, rules=tuple(inner)))
    return kept


def _in_use(rules: Iterable[_Rule], read: set[str], names: set[str]) -> list[_Rule]:
    """Return `rules` without variables nobody reads, animations nobody plays, and what is empty then."""
    kept = []
    for rule in rules:
        if found := _KEYFRAMES.match(rule.head):
            kept += [rule] if found[1] in names else []
        elif rule.rules is not None:
            inner = _in_use(rule.rules, read, names)
            kept += [replace(rule, rules=tuple(inner))] if inner else []
        elif rule.declarations is None:
            kept.append(rule)
        elif declarations := tuple(
            one for one in rule.declarations if not one[0].startswith("--") or one[0] in read
        ):
            kept.append(replace(rule, declarations=declarations))
    return kept


def _names(rules: Iterable[_Rule]) -> set[str]:
    """Return every word outside the heads of animations."""
    return {word for rule in rules for word in _WORD.findall(_KEYFRAMES.sub("", str(rule)))}


def _selectors(prelude: list[Node]) -> Iterator[list[Node]]:
    part: list[Node] = []
    for node in prelude:
        if node == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _needs(selector: list[Node]) -> frozenset[str]:
    """Return the words without which no element can match."""
    needs, before = set(), None
    for node in selector:
        if node.type == "hash" or (node.type == "ident" and before != ":"):
            needs.add(f".{node.value}" if before == "." else node.value)
        elif node.type == "[] block":
            needs |= _asked(node.content)
        before = node if node.type != "whitespace" else None
    return frozenset(needs)


def _asked(attribute: list[Node]) -> set[str]:
    """Return the words of `[name]` or `[name=value]`; of a value that is only a part, none."""
    exact = any(node == "=" for node in attribute) or len(attribute) == 1
    values = [node.value for node in attribute if node.type in ("ident", "string")]
    return {word for value in (values if exact else values[:1]) for word in _WORD.findall(value)}


def _declarations(content: list[Node]) -> tuple[tuple[str, str], ...]:
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return tuple(
        (node.name, f"{node.name}:{_text(node.value)}{'!important' if node.important else ''}")
        if isinstance(node, Declaration)
        else ("", node.serialize())
        for node in nodes
    )


def _text(nodes: list[Node]) -> str:
    return re.sub(r"\s+", " ", tinycss2.serialize(nodes)).strip()
