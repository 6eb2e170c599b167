"""Hostile texts for every field of every kind."""

from collections.abc import Callable, Iterable

from pydantic import ValidationError

from guidebook.guide import Guide
from guidebook.kinds import KINDS
from guidebook.loading.validation_messages import is_cascading
from guidebook.models.text_types import TextConstraints
from support.broken_data import ROOT
from support.fields import Way, fitted, holding_all, places, text_fields
from support.validate import with_texts

PAYLOADS = [
    line.replace("⏎", "\n") for line in (ROOT / "tests/cases/payloads.txt").read_text("utf-8").split("\n") if line
]


def data_file(kind: str, id_: str) -> str:
    """Return the path below data/ of a file that may hold an entry of `kind`."""
    return f"{kind}.yml" if KINDS[kind].single else f"{kind}/{id_}.yml"


def put(kind: str, data: dict, texts: dict[Way, str]) -> dict:
    """Return a copy of an entry with other texts in its fields, made as long as each field asks for."""
    fields, trails = text_fields(kind), places(kind, data)
    return with_texts(data, {trails[path]: fitted(text, fields[path]) for path, text in texts.items()})


def accepted(kind: str, data: dict, guide: Guide, text: str) -> set[Way]:
    """Return the text fields of an entry that take `text`, when it stands in all of them at once."""
    every = places(kind, data)
    try:
        KINDS[kind].model.model_validate(put(kind, data, dict.fromkeys(every, text)), context=guide.taxonomy.term_ids())
    except ValidationError as error:
        refused = {tuple(one["loc"]) for one in error.errors(include_url=False) if not is_cascading(one)}
        return {
            path for path, trail in every.items() if not any(trail[:end] in refused for end in range(1, len(trail) + 1))
        }
    return {*every}


def taken(kind: str, data: dict, guide: Guide) -> dict[Way, list[str]]:
    """Return for each text field of an entry few texts that hold every payload it takes."""
    found: dict[Way, list[str]] = {path: [] for path in places(kind, data)}
    for payload in PAYLOADS:
        for path in accepted(kind, data, guide, payload):
            found[path].append(payload)
    fields = text_fields(kind)
    return {path: _texts(fields[path], guide, tuple(some)) for path, some in found.items()}


def packed(payloads: Iterable[str], fits: Callable[[str], bool]) -> list[str]:
    """Return few texts that hold every payload, each put where the whole still fits."""
    texts: list[str] = []
    for payload in payloads:
        for index, text in enumerate(texts):
            both = f"{text} ; {payload}"
            if fits(both):
                texts[index] = both
                break
        else:
            texts.append(payload)
    return texts


_packed: dict[tuple[TextConstraints, tuple[str, ...]], list[str]] = {}


def hostile(guide: Guide, kind: str) -> list[dict]:
    """Return copies of entries, as few as hold between them every field of their kind and every payload it takes.

    In the first, every field holds what would break out of an attribute.
    """
    copies: list[dict] = []
    shown = ""
    for data in holding_all(guide, kind):
        queues = [
            (way, _turned(some, turn)) for turn, (way, some) in enumerate(taken(kind, data, guide).items()) if some
        ]
        every = [payload for payload in PAYLOADS if any(payload in "\n".join(q) for _, q in queues)]
        number = 0
        while number == 0 or any(payload not in shown for payload in every):
            texts = {way: some[number % len(some)] for way, some in queues}
            copies.append(_numbered(put(kind, data, texts), f"p{len(copies)}"))
            shown += "\n".join(texts.values())
            number += 1
    return copies


def _texts(prose: TextConstraints, guide: Guide, payloads: tuple[str, ...]) -> list[str]:
    """Return few texts in which a field takes all of `payloads`; fields of one sort share them."""

    def fits(text: str) -> bool:
        return not [*prose.issues(fitted(text, prose), guide.taxonomy.term_ids())]

    if (prose, payloads) not in _packed:
        _packed[prose, payloads] = packed(payloads, fits)
    return _packed[prose, payloads]


def _turned(texts: list[str], turn: int) -> list[str]:
    """Return `texts` with those after the first begun elsewhere, so that fields hold different ones."""
    first, *rest = texts
    turn %= len(rest) or 1
    return [first, *rest[turn:], *rest[:turn]]


def _numbered(data, suffix: str):
    """Return plain data with every id made new by `suffix`, and without those it had before."""
    if isinstance(data, list):
        return [_numbered(item, suffix) for item in data]
    if not isinstance(data, dict):
        return data
    kept = {key: _numbered(value, suffix) for key, value in data.items() if key != "aliases"}
    return kept | ({"id": f"{data['id'][:58]}-{suffix}"} if "id" in data else {})
