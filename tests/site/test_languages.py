"""Foreign words and titles on the pages name their language for screen readers."""

import html
from pathlib import Path

from guidebook.guide import Guide


def test_foreign_words_and_titles_name_their_language(guide: Guide, site: Path):
    pages = "".join(html.unescape(page.read_text("utf-8")) for page in site.rglob("index.html"))
    expected = [(language.id, word) for language in guide.terms("languages") for word in language.words]
    expected += [(entry.language, entry.title) for entry in guide.entries_of("sources") if entry.language]
    assert [pair for pair in expected if 'lang="{}">{}<'.format(*pair) not in pages] == []
