"""Raw HTML passes through Markdown unchanged."""

import markdown

from guidebook.site.html_stash import restore, stash

PAGE = """# Title {: #title }

<p class="lead">**Not** bold.</p>

<div>
<textarea>
</textarea></div>

## Next {: #next }

**Bold**, and 3 < 4.

<p>Last</p>
"""


def test_html_blocks_are_kept_and_markdown_is_rendered():
    rest, blocks = stash(PAGE)
    html = restore(markdown.markdown(rest, extensions=["attr_list", "toc"]), blocks)
    assert html == (
        '<h1 id="title">Title</h1>\n<p class="lead">**Not** bold.</p>\n<div>\n<textarea>\n</textarea></div>\n'
        '<h2 id="next">Next</h2>\n<p><strong>Bold</strong>, and 3 &lt; 4.</p>\n<p>Last</p>'
    )


def test_page_without_html_is_unchanged():
    assert stash("# A\n\nB") == ("# A\n\nB", [])
