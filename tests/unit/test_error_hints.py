"""Common YAML mistakes are reported at their line, and following the hint makes the file valid."""

import pytest
import yaml

from guidebook.guide import Guide
from support.broken_data import VALID, Copy
from support.validate import check_mistake, validate_file

ASKS, QUESTIONS, FORMAT = "asks/success.yml", "questions/values.yml", "formats/panel.yml"
MESSAGE, TIMELINE, CLAIMS = "messages/check-in-no-date.yml", "timelines/no-date-given.yml", "claims.yml"  # fmt: skip
WHY = "  why: It turns a job title into a list. Then you can say at once which of those things you have done before."
PEOPLE = "  people:\n    - hiring-manager"
ONE, NEXT = "    - early wins", "    - early wins\n    - quick wins"
LETTER = "  Thank you again for {date}. I would"
MINUTES = "minutes:\n  least: 45\n  most: 90"

# file, text, text with the mistake, message, hint, and the text once the hint is followed ("" for the first text)
MISTAKES = {
    # The colon
    "no colon": (ASKS, WHY, "  why It turns a list.", "the colon after 'why' is missing", "`why:`", ""),
    "no colon at the top": (FORMAT, "title: Panel interview", "title Panel interview", "the colon after 'title'", "`title:`", ""),
    "no colon in the first field": (ASKS, "- id: success-90-days", "- id success-90-days", "the colon after 'id'", "`id:`", ""),
    "no colon before a list": (ASKS, PEOPLE, "  people\n    - hiring-manager", "the colon after 'people'", "`people:`", ""),
    "no colon before a long text": (ASKS, "  good: >-", "  good >-", "the colon after 'good'", "`good:`", ""),
    "no colon further in": (FORMAT, "  least: 45", "  least 45", "the colon after 'least'", "`least:`", ""),
    "no colon, but one in the text": (ASKS, "  title: After 90 days,", "  title After 90 days:", "unknown field", "`title:` with its colon", '  title: "After 90 days:"' "\n  #"),
    "no space after it": (ASKS, WHY, "  why:It turns a list.", "the space after the colon", "`why: `", ""),
    "no space before a number": (FORMAT, "  least: 45", "  least:45", "the space after the colon", "`least: `", ""),
    "no-break space after it": (ASKS, WHY, "  why:\u00a0It turns a list.", "a no-break", "a plain space", ""),
    "no-break spaces before it": (ASKS, WHY, "\u00a0\u00a0why: It turns a list.", "a no-break", "a plain space", ""),
    "semicolon": (ASKS, WHY, "  why; It turns a list.", "there is ; instead of a colon", "`why: `", ""),
    "equals": (FORMAT, "  room: table", "  room = table", "there is = instead of a colon", "`room: `", ""),
    "colon in a text": (CLAIMS, "  value: About 2 %, or 4 to 6 %", "  value: Note: 2 %", "contains `: `", "double quotes: \"Note: 2 %\"", '  value: "Note: 2 %"'),
    "colon in a text over lines": (ASKS, "  good: >-\n", "  good:\n    Two things: or three\n", "the text below contains `: `", "write >- after", "  good: >-\n    Two things: or three\n"),
    "attributes": (ASKS, WHY, WHY + " {: .big}", "attribute lists", "remove the braces", ""),
    # Where a line begins
    "one space more": (ASKS, WHY, " " + WHY, "too far to the right", "put 2 spaces", ""),
    "one space less": (ASKS, WHY, WHY[1:], "too far to the left", "put 2 spaces", ""),
    "one more, first of a group": (FORMAT, MINUTES, MINUTES.replace("  least", "   least"), "too far to the right", "put 2 spaces before it, below", ""),
    "one less, last of a group": (FORMAT, MINUTES, MINUTES.replace("  most", " most"), "too far to the left", "put 2 spaces", ""),
    "none, first of a group": (FORMAT, MINUTES, MINUTES.replace("  least", "least"), "too far to the left", "put 2 spaces before it, below", ""),
    "none, last of a group": (FORMAT, MINUTES, MINUTES.replace("  most", "most"), "unknown field 'most'", "below `minutes:`, with two more", ""),
    "spaces at the top": (FORMAT, "\nreviewed: ", "\n  reviewed: ", "too far to the right", "put no space", ""),
    "item one less": (ASKS, NEXT, ONE + "\n   - quick wins", "too far to the left", "put 4 spaces", ""),
    "item one more": (ASKS, NEXT, ONE + "\n     - quick wins", "more of the text above", "as before the others", ""),
    "item at the margin": (ASKS, NEXT, ONE + "\n- quick wins", "too far to the left", "put 4 spaces", ""),
    "field of an item at its dash": (QUESTIONS, "      say: Say how", "    say: Say how", "too far to the left", "put 6 spaces", ""),
    "entry at the depth of its fields": (ASKS, "\n- id: success-in-year-one", "\n  - id: success-in-year-one", "too far to the right", "put no space", ""),
    "text at the margin": (ASKS, "    staff bring", "staff bring", "neither `field: text` nor `- item`", "as before the text it belongs to", ""),
    "text one less": (ASKS, "    staff bring", "   staff bring", "too far to the left", "put 4 spaces", ""),
    "first line of a text one less": (ASKS, "    Two or three things", "   Two or three things", "does not begin where the others do", "put 4 spaces", ""),
    "first line of a text two more": (ASKS, "    Two or three things", "      Two or three things", "too far to the right", "put 4 spaces", ""),
    "first item two more": (ASKS, "  sources:\n    - guide-b\n", "  sources:\n      - guide-b\n    - guide-a\n", "too far to the right", "put 4 spaces", "  sources:\n    - guide-b\n    - guide-a\n"),
    "first line of a file": (FORMAT, "\nid: panel", "\n id: panel", "too far to the right", "put no space", ""),
    "no dash before a group": (CLAIMS, "  positions:\n    - source", "  positions:\n      source", "the dash of this item is missing", "`- `", ""),
    "text one more": (ASKS, "    staff bring", "     staff bring", "does not begin where the others do", "spaces before it", ""),
    "letter at the margin": (MESSAGE, LETTER, LETTER[2:], "neither `field: text` nor `- item`", "as before the text it belongs to", ""),
    "letter one more": (MESSAGE, LETTER, " " + LETTER, "does not begin where the others do", "spaces before it", ""),
    "text at the depth of its field": (ASKS, "    Two or three things", "  Two or three things", "neither `field: text` nor", "as before the text it belongs to", ""),
    # The dash
    "no space after the dash": (ASKS, NEXT, ONE + "\n    -quick wins", "the space after the dash", "`- `", ""),
    "no space after the first dash": (ASKS, PEOPLE, "  people:\n    -hiring-manager", "the space after the dash", "`- `", ""),
    "no space after the dash of an entry": (ASKS, "\n- id: success-in-year-one", "\n-id: success-in-year-one", "the space after the dash", "`- `", ""),
    "no dash of an entry": (ASKS, "\n- id: success-in-year-one", "\n  id: success-in-year-one", "the field 'id' is written twice", "begin a new entry with `- id:`", ""),
    "no dash of an item": (CLAIMS, "    - source: interview-statistics", "      source: interview-statistics", "the field 'source' is written twice", "begin a new entry with `- source:`", ""),
    "no dash of the first entry": ("sources.yml", "- id: guide-a", "  id: guide-a", "the dash of this entry is missing", "begin it like line", ""),
    "bullet": (ASKS, NEXT, ONE + "\n    • quick wins", "begins with a dash", "instead of •", ""),
    "star": (ASKS, NEXT, ONE + "\n    * quick wins", "begins with a dash", "instead of *", ""),
    "number": (ASKS, NEXT, ONE + "\n    1. quick wins", "begins with a dash", "instead of 1.", ""),
    "note": (ASKS, WHY, "  // a note\n" + WHY, "a comment begins with #", "`# ` instead of //", "  # a note\n" + WHY),
    "line of its own": (ASKS, WHY, "  Ask Anna about this\n" + WHY, "neither `field: text` nor `- item`", "a comment begins with `# `", "  # Ask Anna about this\n" + WHY),
    "three dashes": (ASKS, "\n- id: success-in-year-one", "\n---\n- id: success-in-year-one", "a second document", "remove the line `---`", ""),
    # Signs that mean something, and quotes
    **{
        f"text that begins with {sign}": (ASKS, ONE, f"    - {sign}early", sign, "double quotes", f'    - "{sign}early"')
        for sign in "@%`[{&!|>"
    },
    "text that begins in italics": (ASKS, WHY, "  why: *Well*, it works.", "begins with *", "double quotes: \"*Well*", '  why: "*Well*, it works."'),
    "text that begins in bold": (ASKS, WHY, "  why: **Well**, it works.", "begins with *", "double quotes: \"**Well**", '  why: "**Well**, it works."'),
    "text that begins with a link": (ASKS, WHY, "  why: [It](panel) works.", "begins with [", "double quotes: \"[It]", '  why: "[It](panel) works."'),
    "text that begins with a placeholder": (MESSAGE, 'subject: "{role}: when do you expect to decide?"', "subject: {role}, when?", "begins with {", "double quotes: \"{role}, when?\"", 'subject: "{role}, when?"'),
    "text beside >-": (ASKS, "  good: >-\n    Two", "  good: >- Two", "there is text on the same line as >", "begin the text on the next line", ""),
    "list not closed": ("off_limits/germany.yml", "law-eu-pay-transparency]", "law-eu-pay-transparency", "the bracket [ that opens here", "write ] at its end", ""),
    "quote not closed": (MESSAGE, 'to decide?"', "to decide?", "the quote that opens here", 'write " at its end', ""),
    "quote in quotes": (ASKS, WHY, '  why: "Say "yes" to it."', "after its closing quote", 'inside it as \\"', '  why: "Say \\"yes\\" to it."'),
    "apostrophe in quotes": (ASKS, WHY, "  why: 'It's a list.'", "after its closing quote", "inside it as ''", "  why: 'It''s a list.'"),
    "backslash in quotes": (ASKS, WHY, '  why: "Either\\or works."', "a backslash has a special meaning", "write \\\\ for one", '  why: "Either\\\\or works."'),
    # Fields and values
    "field in capitals": (FORMAT, "title: Panel", "TITLE: Panel", "unknown field 'TITLE'", "'title'", ""),
    "field in the plural": (ASKS, "  title: After", "  titles: After", "unknown field 'titles'", "'title'", ""),
    "field by another name": (ASKS, "  title: After", "  question: After", "unknown field 'question'", "'title'", ""),
    "field with a hyphen": (FORMAT, "goes_wrong:", "goes-wrong:", "unknown field 'goes-wrong'", "'goes_wrong'", ""),
    "field with a blank": (ASKS, "  not_when:", "  not when:", "unknown field 'not when'", "'not_when'", ""),
    "field of what is around": (FORMAT, "  room: table", "  room: table\n  remote: [a]", "unknown field 'remote'", "put fewer spaces", "  room: table\n#"),
    "id with blanks": (ASKS, "- id: success-90-days", "- id: Success 90 days", "is not an id", ": success-90-days", ""),
    "id with capitals as a reference": (ASKS, "    - skip-level", "    - Skip-Level", "is not an id", ": skip-level", ""),
    "id of another kind": (ASKS, "    - skip-level", "    - panel", "only in formats", "", ""),
    "twice": (ASKS, "    - skip-level\n", "    - skip-level\n    - skip-level\n", "'skip-level' is listed twice", "keep one", ""),
    "term in capitals": (CLAIMS, "  trust: asserted", "  trust: Asserted", "is not in the list trust", "'asserted'", ""),
    "choice misspelt": (FORMAT, "  room: table", "  room: tabel", "'tabel' is not known", "'table'", ""),
    "zero before a number": (FORMAT, "  least: 45", "  least: 045", "expected a whole number", "write digits only, without quotes: 45", ""),
    "out of order": (TIMELINE, "      latest: 24", "      latest: 1", "out of order", "earliest ≤ usual ≤ latest", ""),
    "only dots": (ASKS, WHY, "  why: ...", "the text has no letters or digits", "write words", ""),
    # What is pasted
    "soft hyphen": (ASKS, WHY, "  why: It tu\u00adrns.", "U+00AD (soft hyphen)", "delete it", "  why: It turns."),
    "no-break space as an entity": (ASKS, WHY, "  why: It&nbsp;turns.", "entities are not", "a plain space, or nothing: it is U+00A0 (no-break space)", "  why: It turns."),
    "heading": (ASKS, WHY, '  why: "## It turns"', "headings are not allowed", "write a sentence", "  why: It turns."),
    "list in a text": (ASKS, "    Two or three things", "    - Two or three things", "lists are not allowed", "write sentences", ""),
    "table": (ASKS, "    staff bring", "    | a | b |\n    |---|---|\n    staff bring", "tables are not allowed", "write sentences", ""),
    "bold not closed": (ASKS, WHY, "  why: It **turns a list.", "this mark is not closed", "before and after the words", "  why: It **turns** a list."),
    "code not closed": (ASKS, WHY, "  why: It `turns a list.", "this mark is not closed", "before and after the words", "  why: It `turns` a list."),
    "star of a footnote": (ASKS, WHY, "  why: It turns* a list.", "this mark is not closed", "write \\ before it", "  why: It turns\\* a list."),
    "address": (ASKS, WHY, "  why: See https://example.org for it.", "bare links", "[words](https://…)", "  why: See [it](https://example.org)."),
    "link apart": (ASKS, WHY, "  why: See [it] (panel).", "this is not a link", "without a space", "  why: See [it](panel)."),
    "link turned": (ASKS, WHY, "  why: See (it)[panel].", "this is not a link", "the words come first", "  why: See [it](panel)."),
    "placeholder of two braces": (MESSAGE, "  Hello {name},", "  Hello {{name}},", "'{{name}}'", "'{name}'", ""),
    "placeholder not closed": (MESSAGE, "  Hello {name},", "  Hello {name,", "unknown placeholder", "'{name}'", ""),
    "placeholder in brackets": (MESSAGE, "  Hello {name},", "  Hello [Name],", "unknown placeholder '[Name]'", "'{name}'", ""),
    "placeholder elsewhere": (ASKS, WHY, "  why: It turns a {role}.", "in messages only", "write the words", "  why: It turns a role."),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_reported_at_its_line_with_a_hint_that_fixes_it(small_guide: Guide, mistake: tuple[str, ...]):
    name, old, new, message, hint, fixed = mistake
    valid = (VALID / "data" / name).read_text("utf-8")
    check_mistake(small_guide, name, valid, (old, new), (message, hint), fixed)


def test_carriage_returns_are_named(small_guide: Guide):
    """The hint is to change the line ends: deleting them would join all lines."""
    text = (VALID / "data" / ASKS).read_text("utf-8").replace("\n", "\r")
    (problem,) = validate_file(text, ASKS, small_guide)[0]
    assert "U+000D (carriage return)" in problem.message
    assert "Unix line ends" in problem.hint


# (new name of a file of people, message, hint)
MOVED = {
    "another kind": ("formats/client.yml", "this is an entry of people, not of formats", "data/people/"),
    "another ending": ("people/client.yaml", "only files that end in .yml", "rename it to client.yml"),
    "the folder above": ("client.yml", "no kind of entry", "people/"),
    "capitals": ("people/Client.YML", "only files that end in .yml", "rename it to client.yml"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "wrong", "instead"), MOVED.values(), ids=MOVED.keys())
def test_a_misplaced_file_is_the_only_problem(copy: Copy, name: str, wrong: str, instead: str):
    """Entries that refer to this person are not reported."""
    text = copy.text("people/client.yml")
    (problem,) = copy.problems({"people/client.yml": None, name: text})
    assert problem.path == f"data/{name}"
    assert wrong in problem.message
    assert instead in problem.hint


def test_references_to_a_misspelled_id_are_not_reported(copy: Copy):
    """An invalid id, one that differs from the name of its file, and an invalid term."""
    first = yaml.safe_load(copy.text(ASKS))[0]["id"]
    for name, old, new in (
        (ASKS, f"- id: {first}", f"- id: {first}_X"),
        ("people/client.yml", "id: client", "id: clients"),
        ("taxonomy.yml", "- id: week-before", "- id: week before"),
    ):
        (problem,) = copy.edited(name, (old + "\n", new + "\n"))
        assert problem.path == f"data/{name}"
