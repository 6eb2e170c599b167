"""While somebody edits: what is taken from the build before is what a build from nothing would make."""

from guidebook.export import downloads
from guidebook.export.api import exports
from guidebook.export.search_records import index
from guidebook.guide import Guide
from guidebook.loading.load import Kept, load
from guidebook.memory import Make, Memory, afresh
from guidebook.output import Output, Site
from guidebook.site.pages import outputs
from support.broken_data import Copy

SITE = Site(edit_root="https://example.org/", address="https://example.org/guide/")
VALUES, PANEL, TABLE = "questions/values.yml", "formats/panel.yml", "taxonomy.yml"


def made_of(guide: Guide, made: Make) -> dict[str, Output]:
    """Return every output by its address."""
    site = [*outputs(guide, SITE, made), *exports(guide, made), *downloads(guide, SITE, made)]
    return {one.uri: one for one in (*site, Output("search", index(guide, {}, made)))}


class Editor:
    """Somebody who saves one change after the other."""

    def __init__(self, copy: Copy) -> None:
        self.copy, self.kept, self.memory = copy, Kept(), Memory()
        self.files: dict[str, str] = {}
        self.last: dict[str, Output] = {}

    def saves(self, name: str, old: str, new: str) -> set[str]:
        """Write `new` for the first `old` of a file; return what differs from the build before."""
        text = self.files.get(name, self.copy.text(name))
        assert old in text
        self.files[name] = text.replace(old, new, 1)
        before = self.last
        with self.copy.with_files(self.files) as data:
            guide = load(data, self.kept)
            self.last = made_of(guide, self.memory.begin(guide))
        return {uri for uri in self.last if self.last[uri] != before.get(uri)}

    def afresh(self) -> dict[str, Output]:
        """Return what a build from nothing makes of what was saved."""
        with self.copy.with_files(self.files) as data:
            guide = load(data)
            return made_of(guide, afresh(guide))


EDITS = {
    "a text": ((VALUES, "You checked what you saw", "First you checked what you saw"), 12),
    "a title that others show": ((VALUES, "title: When did being", "title: When ever did being"), 60),
    "a tie": ((PANEL, "likely:\n", "likely:\n  - saw-something-wrong\n"), 60),
    "a former id": ((VALUES, "- id: credit-and-blame\n", "- id: credit-and-blame\n  aliases: [blame]\n"), 60),
    "a term": ((TABLE, "title: Values", "title: What you value"), 60),
}  # fmt: skip


def test_nothing_is_stale_and_little_is_made_again(copy: Copy):
    """After several edits, one upon the other."""
    editor = Editor(copy)
    everything = editor.saves(VALUES, "- id", "- id")
    for name, (edit, most) in EDITS.items():
        changed = editor.saves(*edit)
        assert 2 < len(changed) <= most < len(everything) / 3, (name, sorted(changed))
    assert editor.last == editor.afresh()
