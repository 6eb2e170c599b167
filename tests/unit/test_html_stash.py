"""HTML passes by Markdown unchanged, and Markdown beside it is still read."""

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


def test_html_is_kept_as_it_is_and_the_rest_is_read():
    """Two blocks of one run, a paragraph of Markdown, and a block at the end."""
    rest, blocks = stash(PAGE)
    html = restore(markdown.markdown(rest, extensions=["attr_list", "toc"]), blocks)
    assert html == (
        '<h1 id="title">Title</h1>\n<p class="lead">**Not** bold.</p>\n<div>\n<textarea>\n</textarea></div>\n'
        '<h2 id="next">Next</h2>\n<p><strong>Bold</strong>, and 3 &lt; 4.</p>\n<p>Last</p>'
    )


def test_a_page_without_html_is_not_touched():
    """Nothing is taken out where nothing is HTML."""
    assert stash("# A\n\nB") == ("# A\n\nB", [])
