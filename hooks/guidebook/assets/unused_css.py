"""Remove the CSS rules, variables and animations that no page of the site can use.

A rule is used when each element, class, id and attribute that one of its selectors requires is a word in a tag of a page
or in a script. Arguments of `:not()`, `:is()` and the like are ignored, so some unused rules remain.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

_CLASS = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_WORD = re.compile(r"[\w-]+")
_CAPITAL = re.compile(r"([A-Z])")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_KEYFRAMES = re.compile(r"@(?:-\w+-)?keyframes\s+([\w-]+)")
_SPACES = re.compile(r"""("[^"]*"|'[^']*')|\s*([,>])\s*|(:)\s+|\s+""")
_CONDITIONS = {"media", "supports", "layer", "container"}


@dataclass(frozen=True)
class _Rule:
    """A rule of a style sheet, or an at-rule such as `@media` with the rules inside it."""

    head: str = ""
    """Text before the block of an at-rule."""
    selectors: tuple[tuple[str, frozenset[str]], ...] = ()
    """Each selector with the words it requires."""
    declarations: tuple[tuple[str, str], ...] = ()
    """(property, text) of each declaration; anything else has an empty property."""
    rules: tuple["_Rule", ...] = ()
    has_block: bool = True
    """False for a statement such as `@import`."""

    def __str__(self) -> str:
        head = self.head or ",".join(text for text, _ in self.selectors)
        declarations = ";".join(text for _, text in self.declarations)
        rules = "".join(map(str, self.rules))
        return f"{head}{{{declarations}{rules}}}" if self.has_block else f"{head};"


def words_in_tags(pages: Iterable[str]) -> set[str]:
    """Return the elements, attributes and values in the tags of HTML `pages`, and the classes with a dot before them."""
    tags = set().union(*map(_TAG.findall, pages))
    classes = {value for tag in tags for groups in _CLASS.findall(tag) for value in groups}
    words = {word for tag in tags for word in _WORD.findall(_CLASS.sub(" class ", tag))}
    return words | {f".{name}" for value in classes for name in value.split()}


def words_in_script(script: str) -> set[str]:
    """Return every word of a script, also as the `data-` attribute that `dataset` sets and, but for one letter, as a class."""
    words = set(_WORD.findall(script))
    attributes = {"data-" + _CAPITAL.sub(r"-\1", word).lower() for word in words}
    return words | attributes | {f".{word}" for word in words if len(word) > 1}


def variables_read(css: str) -> set[str]:
    """Return the variables that `css` reads; another sheet may set them."""
    return {*_VARIABLE.findall(css)}


def remove_unused_css(css: str, used: set[str]) -> str:
    """Return `css` with only the rules, variables and animations that pages with the words `used` need."""
    rules = _parse_rules(css)
    text, previous = "".join(map(str, rules)), ""
    while text != previous:
        names = {*_WORD.findall(_KEYFRAMES.sub("", text))}
        rules = tuple(_prune(rules, used | variables_read(text), names))
        text, previous = "".join(map(str, rules)), text
    return text


def _prune(rules: Iterable[_Rule], used: set[str], names: set[str]) -> Iterator[_Rule]:
    """Yield the used parts of `rules`; `names` contains those of the animations that some rule plays."""
    for rule in rules:
        if animation := _KEYFRAMES.match(rule.head):
            if animation[1] in names:
                yield rule
            continue
        selectors = tuple(one for one in rule.selectors if one[1] <= used)
        declarations = tuple(one for one in rule.declarations if not one[0].startswith("--") or one[0] in used)
        inner = tuple(_prune(rule.rules, used, names))
        can_match = bool(selectors) or not rule.selectors
        if can_match and (declarations or inner or not rule.has_block):
            yield replace(rule, selectors=selectors, declarations=declarations, rules=inner)


def _parse_rules(css: str | list[Node]) -> tuple[_Rule, ...]:
    nodes = tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True)
    return tuple(rule for node in nodes if (rule := _parse_rule(node)))


def _parse_rule(node: Node) -> _Rule | None:
    """Return the rule of a node; None for a syntax error and for `@charset`, which UTF-8 makes redundant."""
    if isinstance(node, QualifiedRule):
        parts = _split_at_commas(node.prelude)
        selectors = tuple((_serialize(part), _required_words(part)) for part in parts)
        return _Rule(selectors=selectors, declarations=_parse_declarations(node.content))
    if not isinstance(node, AtRule) or node.lower_at_keyword == "charset":
        return None
    head = f"@{node.at_keyword} {_serialize(node.prelude)}".rstrip()
    if node.content is None:
        return _Rule(head, has_block=False)
    if node.lower_at_keyword in _CONDITIONS or node.lower_at_keyword.endswith("keyframes"):
        return _Rule(head, rules=_parse_rules(node.content))
    return _Rule(head, declarations=_parse_declarations(node.content))


def _parse_declarations(content: list[Node]) -> tuple[tuple[str, str], ...]:
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return tuple(
        (node.name, f"{node.name}:{_serialize(node.value)}{'!important' if node.important else ''}")
        if isinstance(node, Declaration)
        else ("", node.serialize())
        for node in nodes
    )


def _split_at_commas(prelude: list[Node]) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for node in prelude:
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _required_words(selector: list[Node]) -> frozenset[str]:
    """Return the words without which no element can match."""
    words, before = set(), None
    for node in selector:
        if node.type == "hash" or (node.type == "ident" and before != ":"):
            words.add(f".{node.value}" if before == "." else node.value)
        elif node.type == "[] block":
            words |= _attribute_words(node.content)
        before = node if node.type != "whitespace" else None
    return frozenset(words)


def _attribute_words(attribute: list[Node]) -> set[str]:
    """Return the words of `[name]` or `[name=value]`; for other operators such as `^=`, those of the name."""
    exact = any(node == "=" for node in attribute) or len(attribute) == 1
    values = [node.value for node in attribute if node.type in ("ident", "string")]
    return {word for value in (values if exact else values[:1]) for word in _WORD.findall(value)}


def _serialize(nodes: list[Node]) -> str:
    """Return the text of `nodes` without the spaces that mean nothing, except in strings."""
    return _SPACES.sub(lambda match: match[1] or match[2] or match[3] or " ", tinycss2.serialize(nodes)).strip()
