"""The data for practicing aloud: an index to choose questions from, and each question with its follow-ups."""

from collections import Counter
from typing import Any

from ..guide import Guide
from ..models.people import Person
from ..models.questions import Question
from ..text.inline_markdown import plain
from ..urls import entry_url
from .json_values import dump_aliases, dump_terms

MAX_COMPETENCIES = 5
"""Competencies listed for each person."""


def practice_data(guide: Guide) -> dict[str, Any]:
    """Return the people, competencies, factors and signs that stories, scorecards and decisions refer to.

    Texts are plain, without Markdown.
    """
    competencies = top_competencies(guide)
    return {
        "kind": "practice",
        "people": [_person(guide, person, competencies[person.id]) for person in guide.entries_of("people")],
        "competencies": dump_terms(guide.terms("competencies")),
        "factors": dump_terms(guide.terms("factors")),
        "signs": [
            {"id": sign.id, "title": sign.title, "signal": sign.signal, "weight": sign.weight}
            for sign in guide.entries_of("red_flags")
        ],
    }


def top_competencies(guide: Guide) -> dict[str, list[str]]:
    """Return for each person the competencies they ask about more often than others do, most distinctive first.

    The score of a competency is the number of the person's questions about it, divided by the square root of the number
    of all questions about it, so that common competencies do not hide distinctive ones.
    """
    total: Counter[str] = Counter()
    by_person: dict[str, Counter[str]] = {person.id: Counter() for person in guide.entries_of("people")}
    for question in guide.entries_of("questions"):
        total.update(question.competencies)
        for person in question.people:
            by_person[person].update(question.competencies)

    def rank(counts: Counter[str]) -> list[str]:
        ranked = sorted(counts, key=lambda name: (-counts[name] / total[name] ** 0.5, name))
        return ranked[:MAX_COMPETENCIES]

    return {person: rank(counts) for person, counts in by_person.items()}


def practice_index(guide: Guide) -> dict[str, Any]:
    """Return the properties by which a round selects questions; `seconds` is the target length of the answer."""
    likely = Counter(id_ for entry in guide.entries_of("formats") for id_ in entry.likely)
    items = [_index_item(guide, question, likely[question.id]) for question in guide.entries_of("questions")]
    return {"kind": "cards", "count": len(items), "items": items}


def _index_item(guide: Guide, question: Question, likely: int) -> dict[str, Any]:
    """Return the index data of a question. Sorted ids compress better, and their order has no meaning.

    `likely` is the number of formats that list it, for those that a reader can practice without knowing more.
    """
    is_cold = not guide.term("families", guide.group_of(question)).needs_context
    return {
        "id": question.id,
        **dump_aliases(question),
        "family": guide.group_of(question),
        "formats": sorted(question.formats),
        "people": sorted(question.people),
        "fields": sorted(question.fields),
        "seconds": sum(beat.seconds for beat in question.beats),
        **({"likely": likely} if likely and is_cold else {}),
    }


def practice_question(guide: Guide, question: Question) -> dict[str, Any]:
    """Return everything that a round shows of a question, as plain text without Markdown."""
    follow_ups = question.follow_ups
    levels = [getattr(follow_ups, level) for level in type(follow_ups).model_fields]
    return {
        "id": question.id,
        **dump_aliases(question),
        "title": question.title,
        "heard_as": list(question.heard_as),
        "people": list(question.people),
        "beats": [{"name": beat.name, "say": plain(beat.say), "seconds": beat.seconds} for beat in question.beats],
        "follow_ups": [{"ask": level.ask, "tests": plain(level.tests)} for level in levels],
        "listens_for": [plain(line) for line in question.listens_for],
        "sinks": [plain(line) for line in question.sinks],
        "example": {"who": question.example.who, "text": plain(question.example.text)},
        "url": entry_url(guide, question),
    }


def _person(guide: Guide, person: Person, competencies: list[str]) -> dict[str, Any]:
    return {
        "id": person.id,
        "title": person.title,
        "judges": [plain(line) for line in person.judges],
        "competencies": competencies,
        "url": entry_url(guide, person),
    }
