"""Export interview questions as an Anki deck: the question in front, the outline of an answer behind."""

import io
import tempfile
import zipfile
from html import escape
from pathlib import Path
from typing import Any

import genanki

from ..guide import Guide
from ..models import Question
from ..output import Site
from ..text.inline_markdown import plain
from ..urls import entry_url

MODEL, DECK = 1_764_200_101, 1_764_200_102
"""Ids of the note type and the deck. They must never change, so that a newer deck updates an older one."""

CSS = """.card{font:1.15rem/1.5 system-ui,sans-serif;max-width:38rem;margin:0 auto;padding:1rem;text-align:start}
.front{font-size:1.4rem;font-weight:600}.small{opacity:.75;font-size:.85em}"""

_NOTES = genanki.Model(
    MODEL,
    "Round Two question",
    fields=[{"name": name} for name in ("Question", "Listen for", "Shape", "Next", "Source")],
    templates=[
        {
            "name": "Question to answer",
            "qfmt": '<div class="front">{{Question}}</div>',
            "afmt": "{{FrontSide}}<hr id=answer><p class=small>They listen for</p>{{Listen for}}"
            "<p class=small>The shape of an answer</p>{{Shape}}"
            "<p class=small>They ask next</p>{{Next}}<p class=small>{{Source}}</p>",
        }
    ],
    css=CSS,
)


class _DatedNote(genanki.Note):
    """A note with a modification time of its own. Anki updates only the notes that are newer than those it has."""

    modified = 0.0

    def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Any) -> None:
        """Write the note with its own time instead of that of the deck."""
        super().write_to_db(cursor, self.modified, deck_id, id_gen)


def render_deck(guide: Guide, site: Site) -> bytes:
    """Return the deck as the bytes of an .apkg file. The same files in data/, unchanged since, give the same bytes."""
    cards = genanki.Deck(DECK, "Round Two: questions they ask")
    for question in guide.entries_of("questions"):
        cards.add_note(_note(guide, site, question))
    timestamp = max((note.modified for note in cards.notes), default=0)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deck.apkg"
        genanki.Package(cards).write_to_file(file, timestamp=timestamp)
        return _repack(file)


def _note(guide: Guide, site: Site, question: Question) -> _DatedNote:
    levels = (question.follow_ups.probe, question.follow_ups.deeper, question.follow_ups.stress)
    fields = [
        escape(question.title),
        _list("ul", [plain(text) for text in question.listens_for]),
        _list("ol", [f"{beat.name}: {plain(beat.say)}" for beat in question.beats]),
        _list("ol", [level.ask for level in levels]),
        f'<a href="{escape(site.address + entry_url(guide, question))}">The whole entry</a>, CC BY 4.0',
    ]
    tags = [f"round-two::{guide.group_of(question)}"]
    note = _DatedNote(_NOTES, fields, guid=f"round-two:{question.id}", tags=tags)
    note.modified = guide.origins[question.id].modified
    return note


def _list(tag: str, items: list[str]) -> str:
    return f"<{tag}>{''.join(f'<li>{escape(item)}</li>' for item in items)}</{tag}>"


def _repack(package: Path) -> bytes:
    """Return the ZIP file `package` compressed and without modification times."""
    packed = io.BytesIO()
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
