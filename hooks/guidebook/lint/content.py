"""Rules about what entries say."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from ..guide import Guide
from ..kinds import KINDS
from ..models import Entry, Wording
from ..models.introspection import reference_fields
from ..parsing.document import KeyPath
from ..text.issue import Snippet
from ..traverse import EntryContents
from .finding import Finding

TOO_ALIKE = 85
"""Share of alike words, in per cent, from which two questions count as the same."""

RARE_WORDS = 4
"""Lines are compared when they share one of their rarest words, this many of each."""

FEWEST_FIELDS = 3
"""Lines of work among the examples of a family, once it has five questions."""

_LINK_TARGET = re.compile(r"\]\([^)\s]*$")

QUOTING_KINDS = {"off_limits", "sources"}
"""Kinds that quote the titles of laws and publications, and the words of a country."""

UNSEEN = {"address", "aliases", "id", "search"}
"""Fields that pages do not show."""

SPOKEN = {"alarming", "answer", "evasive", "example", "good", "heard_as", "say", "they_say", "you_say"}
"""Fields that quote a speaker: their figures are examples."""

_ITEM = r"(?:an?|the|your|their|his|her|our|my) [\w'-]+(?: [\w'-]+)?"
_LIST = re.compile(
    rf"\b(?:{_ITEM}, {_ITEM} (?:and|or) {_ITEM}|(?:about|for|such as) [\w'-]+, [\w'-]+ (?:and|or) [\w'-]+)(?=[.,;:?!)”]|$)"
)
"""A plain list of three without a comma before its last item; other lists look too much like other sentences."""

_PERCENT = re.compile(r"\d\s?%|\d\s?per ?cent", re.IGNORECASE)


def plain_wording(guide: Guide) -> Iterator[Finding]:
    """No phrase of the list `wording` in taxonomy.yml, outside titles of laws and sources, ids and search words."""
    phrases = [(word, _phrase(word)) for word in guide.taxonomy.wording]
    terms = {term for ids in guide.taxonomy.term_ids().values() for term in ids}
    for entry in guide.all_entries():
        if guide.kind_of(entry) not in QUOTING_KINDS:
            yield from _avoided(guide.contents(entry), phrases, terms)


def _avoided(
    inside: EntryContents, phrases: list[tuple[Wording, re.Pattern[str]]], terms: set[str]
) -> Iterator[Finding]:
    shown = [(path, text) for path, text in inside.texts if not UNSEEN & {*path} and text not in terms]
    together = "\n".join(text for _, text in shown).casefold()
    for word, pattern in phrases:
        for path, text in shown if word.say.rstrip("*").casefold() in together else ():
            for match in pattern.finditer(text):
                if not _is_exception(word, text, match):
                    snippet = Snippet.of(text, *match.span())
                    message, hint = f"{match[0]!r} is a phrase to avoid", f"write {word.instead}"
                    yield Finding(inside.entry, path, message, hint, snippet)


def serial_commas(guide: Guide) -> Iterator[Finding]:
    """A list of three has a comma before its last item, outside titles of laws and sources, ids and search words."""
    for entry in guide.all_entries():
        for path, text in () if guide.kind_of(entry) in QUOTING_KINDS else guide.contents(entry).texts:
            for match in () if UNSEEN & {*path} else _LIST.finditer(text):
                hint = "put a comma before its “and” or “or”"
                yield Finding(entry, path, f"{match[0]!r} lists three things", hint, Snippet.of(text, *match.span()))


def _phrase(word: Wording) -> re.Pattern[str]:
    """Return the pattern of a phrase as whole words."""
    say = re.escape(word.say.removesuffix("*")) + r"\w*" * word.say.endswith("*")
    before = r"(?:(?<=[.!?] )|(?<=[.!?]\n)|^[\"“]*)" if word.at_start else ""
    start = r"(?<!\w)" if word.say[0].isalnum() else ""
    return re.compile(rf"{before}{start}{say}(?!\w)", re.IGNORECASE)


def _is_exception(word: Wording, text: str, match: re.Match[str]) -> bool:
    """Tell whether the match is inside one of the exceptions of its phrase, or in the target of a link."""
    return bool(_LINK_TARGET.search(text, 0, match.start())) or any(
        at.start() <= match.start() and match.end() <= at.end()
        for exception in word.exceptions
        for at in re.finditer(re.escape(exception.phrase), text, re.IGNORECASE)
    )


def no_duplicate_questions(guide: Guide) -> Iterator[Finding]:
    """No two questions, or wordings of them, are nearly the same (token sort ratio of TOO_ALIKE or more)."""
    for kind in ("questions", "asks"):
        asked = [asked for entry in guide.entries_of(kind) for asked in _asked(entry)]
        for (one, first, _), (two, second, trail) in _sharing_a_rare_word(asked):
            if first.id != second.id and fuzz.token_sort_ratio(one, two) >= TOO_ALIKE:
                wrong = f"{two!r} asks the same as {first.id!r}"
                yield Finding(second, trail, wrong, "merge the two, or make their difference clear")


Asked = tuple[str, Entry, KeyPath]
"""A wording of a question, the entry it belongs to, and the way to it."""


def _asked(entry: Entry) -> Iterator[Asked]:
    yield entry.title, entry, ("title",)
    for index, line in enumerate(getattr(entry, "heard_as", ())):
        yield line, entry, ("heard_as", index)


def _sharing_a_rare_word(asked: list[Asked]) -> list[tuple[Asked, Asked]]:
    """Return the pairs of lines that share one of their rarest words; comparing all pairs would be quadratic."""
    words = [{*re.findall(r"\w+", line.lower())} for line, *_ in asked]
    counts = Counter(word for line in words for word in line)
    lines: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(words):
        for word in sorted(line, key=lambda word: (counts[word], word))[:RARE_WORDS]:
            lines[word].append(index)
    pairs = {pair for indexes in lines.values() for pair in combinations(indexes, 2)}
    return [(asked[one], asked[two]) for one, two in sorted(pairs)]


def examples_from_many_lines_of_work(guide: Guide) -> Iterator[Finding]:
    """The examples of a family of questions come from at least three lines of work."""
    families = defaultdict(list)
    for question in guide.entries_of("questions"):
        families[guide.group_of(question)].append(question)
    for questions in families.values():
        fields = {question.example.field for question in questions}
        if len(questions) >= 5 and len(fields) < FEWEST_FIELDS:
            wrong = f"the examples of this family come from {len(fields)} lines of work"
            yield Finding(questions[0], (), wrong, f"use at least {FEWEST_FIELDS}")


def figures_name_their_claim(guide: Guide) -> Iterator[Finding]:
    """A share in per cent outside examples stands in claims.yml, and the entry names that claim."""
    for entry in guide.all_entries():
        if not entry.claims and guide.kind_of(entry) not in ("claims", "sources"):
            yield from _figures(guide.contents(entry))


def _figures(inside: EntryContents) -> Iterator[Finding]:
    for trail, text in inside.texts:
        if not SPOKEN & {*trail} and (found := _PERCENT.search(text)):
            tip = "add the figure to claims.yml and list its id under `claims:`, or leave the figure out"
            snippet = Snippet.of(text, *found.span())
            yield Finding(inside.entry, trail, "this percentage names no claim", tip, snippet)


def entries_are_linked(guide: Guide) -> Iterator[Finding]:
    """Every entry refers to another, or is referred to, so that readers meet it outside its own list."""
    linked = set().union(*(guide.contents(entry).linked_ids for entry in guide.all_entries()))
    for entry in guide.all_entries():
        if KINDS[guide.kind_of(entry)].must_be_linked and entry.id not in linked and not guide.is_linked(entry):
            yield Finding(entry, (), "no other entry is linked to this one", _link_hint(guide.kind_of(entry)))


def _link_hint(kind: str) -> str:
    """Return the hint with the fields that can link an entry of `kind` with others."""
    own = [field for field, _ in reference_fields(KINDS[kind].model) if field not in ("sources", "claims")]
    others: dict[str, list[str]] = defaultdict(list)
    for other in KINDS.values():
        for field in {field for field, target in reference_fields(other.model) if target == kind}:
            others[field].append(other.path)
    fields = [f"`{field}:` in {' or '.join(paths)}" for field, paths in others.items()]
    fill = f"fill in {' or '.join(f'`{name}:`' for name in dict.fromkeys(own))} here, or " * bool(own)
    return f"{fill}add its id to {', or to '.join(fields) or 'a link in the text of another entry'}"
