"""The data for practicing aloud: an index to choose questions from, and each question with its follow-ups."""

from collections import Counter
from typing import Any

from ..guide import Guide
from ..models import ListTerm
from ..models.people import Person
from ..models.questions import FollowUp, Question
from ..text.inline_markdown import plain
from ..urls import entry_url

SHOWN_COMPETENCIES = 5


def practice(guide: Guide) -> dict[str, Any]:
    """Return what stories, signs and decisions are held against, as plain text without Markdown."""
    judged = top_competencies(guide)
    return {
        "kind": "practice",
        "people": [
            _person(guide, person, judged[person.id]) for person in guide.entries_of("people")
        ],
        "competencies": _terms(guide.terms("competencies")),
        "factors": _terms(guide.terms("factors")),
        "signs": [
            {"id": sign.id, "title": sign.title, "signal": sign.signal, "weight": sign.weight}
            for sign in guide.entries_of("red_flags")
        ],
    }


def top_competencies(guide: Guide) -> dict[str, list[str]]:
    """Return for each person the competencies they ask about more than others do, the most telling first.

    Counted over the questions they ask; divided by the square root of how common a competency is in
    the whole guide, so that what everybody asks about does not hide what this person asks about.
    """
    everywhere: Counter[str] = Counter()
    theirs: dict[str, Counter[str]] = {
        person.id: Counter() for person in guide.entries_of("people")
    }
    for question in guide.entries_of("questions"):
        everywhere.update(question.competencies)
        for person in question.people:
            theirs[person].update(question.competencies)

    def telling(counts: Counter[str]) -> list[str]:
        ranked = sorted(counts, key=lambda name: (-counts[name] / everywhere[name] ** 0.5, name))
        return ranked[:SHOWN_COMPETENCIES]

    return {person: telling(counts) for person, counts in theirs.items()}


def practice_index(guide: Guide) -> dict[str, Any]:
    """Return of each question what a round is chosen by; `seconds` is the length of answer to aim for.

    Ids are in alphabetical order, in which they pack smaller: a round only asks whether one is among them.
    """
    items = [_card(guide, question) for question in guide.entries_of("questions")]
    return {"kind": "cards", "count": len(items), "items": items}


def _card(guide: Guide, question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        **_aliases(question),
        "family": guide.group_of(question),
        "formats": sorted(question.formats),
        "people": sorted(question.people),
        "fields": sorted(question.fields),
        "seconds": sum(beat.seconds for beat in question.beats),
    }


def practice_question(guide: Guide, question: Question) -> dict[str, Any]:
    """Return all that a round shows of a question, as plain text without Markdown."""
    return {
        "id": question.id,
        **_aliases(question),
        "title": question.title,
        "heard_as": list(question.heard_as),
        "people": list(question.people),
        "beats": [
            {"name": beat.name, "say": plain(beat.say), "seconds": beat.seconds}
            for beat in question.beats
        ],
        "follow_ups": [
            _rung(getattr(question.follow_ups, level))
            for level in type(question.follow_ups).model_fields
        ],
        "listens_for": [plain(line) for line in question.listens_for],
        "sinks": [plain(line) for line in question.sinks],
        "example": {"who": question.example.who, "text": plain(question.example.text)},
        "url": entry_url(guide, question),
    }


def _aliases(question: Question) -> dict[str, list[str]]:
    return {"aliases": list(question.aliases)} if question.aliases else {}


def _rung(follow_up: FollowUp) -> dict[str, str]:
    return {"ask": follow_up.ask, "tests": plain(follow_up.tests)}


def _person(guide: Guide, person: Person, competencies: list[str]) -> dict[str, Any]:
    return {
        "id": person.id,
        "title": person.title,
        "judges": [plain(line) for line in person.judges],
        "competencies": competencies,
        "url": entry_url(guide, person),
    }


def _terms(terms: tuple[ListTerm, ...]) -> list[dict[str, str]]:
    return [{"id": term.id, "title": term.title} for term in terms]
