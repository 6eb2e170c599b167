"""Rules about what entries say."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from ..guide import Guide
from ..model import Entry
from ..text import entry_links
from .finding import Finding

TOO_ALIKE = 85
"""Share of alike words, in per cent, from which two questions count as the same."""

RARE_WORDS = 4
"""Lines are compared when they share one of their rarest words, this many of each."""

FEWEST_FIELDS = 3
"""Lines of work among the examples of a family, once it has five questions."""

UNSEEN = {"address", "aliases", "id", "search"}
"""Fields that no reader reads."""

SPOKEN = {
    "alarming",
    "answer",
    "evasive",
    "example",
    "good",
    "heard_as",
    "say",
    "they_say",
    "you_say",
}
"""Fields that show what somebody might say: their figures are examples."""

ON_INDEX = {"changes", "sheets"}
"""Kinds that readers meet on the home page and the print page only."""

_PERCENT = re.compile(r"\d\s?%|\d\s?per ?cent", re.IGNORECASE)


def plain_wording(guide: Guide) -> Iterator[Finding]:
    """No cliché and no jargon of the list `wording` in taxonomy.yml."""
    instead = {word.say.lower(): word.instead for word in guide.taxonomy.wording}
    banned = re.compile(r"\b(" + "|".join(map(re.escape, instead)) + r")\b", re.IGNORECASE)
    for entry in guide.all():
        seen = [(trail, text) for trail, text in guide.texts(entry) if not UNSEEN & {*trail}]
        if not banned.search("\n".join(text for _, text in seen)):
            continue
        for trail, text in seen:
            if found := banned.search(text):
                tip = f"write {instead[found[0].lower()]}"
                yield Finding(entry, trail, f"{found[0]!r} says little", tip, found[0])


def questions_differ(guide: Guide) -> Iterator[Finding]:
    """Two questions, or two wordings of them, do not ask the same."""
    for kind in ("questions", "asks"):
        asked = [
            (line, entry)
            for entry in guide.of(kind)
            for line in (entry.title, *getattr(entry, "heard_as", ()))
        ]
        for (one, first), (two, second) in _sharing_a_rare_word(asked):
            if first.id != second.id and fuzz.token_sort_ratio(one, two) >= TOO_ALIKE:
                wrong = f"{two!r} asks the same as {first.id!r}"
                yield Finding(second, (), wrong, "merge or sharpen one", two)


def _sharing_a_rare_word(asked: list[tuple[str, Entry]]) -> list[tuple[tuple[str, Entry], ...]]:
    """Return the pairs of lines that can be alike, so that not every line is held against every other."""
    words = [{*re.findall(r"\w+", line.lower())} for line, _ in asked]
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
    for question in guide.of("questions"):
        families[guide.group(question)].append(question)
    for questions in families.values():
        fields = {question.example.field for question in questions}
        if len(questions) >= 5 and len(fields) < FEWEST_FIELDS:
            wrong = f"the examples of this family come from {len(fields)} lines of work"
            yield Finding(questions[0], (), wrong, f"take at least {FEWEST_FIELDS}")


def figures_name_their_claim(guide: Guide) -> Iterator[Finding]:
    """A share in per cent outside examples stands in claims.yml, and the entry names that claim."""
    for entry in guide.all():
        if entry.claims or guide.kind(entry) in ("claims", "sources"):
            continue
        for trail, text in guide.texts(entry):
            if not SPOKEN & {*trail} and (found := _PERCENT.search(text)):
                tip = "add it to claims.yml and name it under `claims:`, or leave the figure out"
                yield Finding(entry, trail, "a figure without a claim", tip, found[0])


def something_leads_here(guide: Guide) -> Iterator[Finding]:
    """Every entry is tied to another, so that readers meet it outside its own list too."""
    linked = {
        target
        for entry in guide.all()
        for _, text in guide.texts(entry)
        for target in entry_links(text)
    }
    for entry in guide.all():
        if (
            guide.kind(entry) not in ON_INDEX
            and entry.id not in linked
            and not guide.is_tied(entry)
        ):
            yield Finding(
                entry, (), "nothing leads here", "name this entry in another, or link to it"
            )
