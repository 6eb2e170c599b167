"""The table “What to tell them, and when” on the page of each place and on their index."""

import re
from pathlib import Path

import pytest

from guidebook.guide import Guide
from guidebook.urls import entry_url


def _table(file: Path) -> str:
    return re.search(r'<div class="?tell"?.*?</table>', file.read_text("utf-8"), re.DOTALL)[0]


def _page(site: Path, url: str) -> Path:
    return site / url / "index.html"


@pytest.fixture(scope="module")
def index_table(guide: Guide, site: Path) -> str:
    """The table of all places."""
    url = entry_url(guide, guide.entries_of("off_limits")[0])
    return _table(_page(site, url).parent.parent / "index.html")


def test_index_table_has_a_row_per_topic_and_a_column_per_place(guide: Guide, index_table: str):
    places = [place for place in guide.entries_of("off_limits") if place.tell]
    topics = guide.terms("tell_topics")
    assert len(re.findall(r'<th scope="?col', index_table)) == 1 + len(places)
    assert len(re.findall(r'<th scope="?row', index_table)) == len(topics)
    assert index_table.count("<td>") == len(places) * len(topics)
    assert "<caption>" in index_table


def test_index_table_can_be_scrolled_by_keyboard(index_table: str):
    opening = index_table.partition(">")[0]
    assert re.search(r'tabindex="?0', opening)
    assert re.search(r'role="?region', opening)
    assert "aria-label=" in opening


def test_topics_without_a_source_are_marked_as_unchecked(guide: Guide, index_table: str):
    places = [place for place in guide.entries_of("off_limits") if place.tell]
    told = sum(len(place.tell) for place in places)
    cells = len(places) * len(guide.terms("tell_topics"))
    assert index_table.count("Not checked yet") == cells - told


def test_each_place_has_its_own_table_with_linked_sources(guide: Guide, site: Path):
    for place in guide.entries_of("off_limits"):
        if place.tell:
            table = _table(_page(site, entry_url(guide, place)))
            assert table.count("<a ") == sum(len(one.sources) for one in place.tell)
