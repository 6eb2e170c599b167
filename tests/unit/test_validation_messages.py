"""Invalid values are reported with their location and a hint."""

import pytest

from guidebook.guide import Guide
from support.broken_data import Copy
from support.validate import validate_file

FILE = "asks/success.yml"
GOOD = """
- id: spare-entry
  title: What should I have asked you?
  reviewed: 2026-11-22
  why: It is open and costs nothing.
  good: They think, and then they tell you.
  evasive: They laugh and look at the clock.
  alarming: They tell you not to ask.
  not_when: Someone waits at the door.
  people:
    - hiring-manager
"""


# (line of GOOD, its replacement, column, message, hint)
MISTAKES = {
    "unknown field": (5, "  wy: It is open.", 3, "unknown field 'wy'", "did you mean 'why'?"),
    "missing field": (5, "", 3, "'why' is missing", "add `why:`"),
    "no such day": (4, "  reviewed: 2026-02-30", 13, "not a day of the calendar", "a day that exists"),
    "text as date": (4, "  reviewed: today", 13, "'today' is not a date", "2026-11-22"),
    "nothing": (5, "  why:", 7, "there is no value here", "write a value, or indent the lines below"),
    "empty text": (5, '  why: ""', 8, "text is empty", "write something"),
    "blank text": (5, '  why: "   "', 8, "text is empty", "write something"),
    "list as text": (5, "  why: [a, b]", 8, "a text that begins with `[`", '"[a, b]"'),
    "mapping as text": (5, "  why: {a: b}", 8, "a text that begins with `{`", '"{a: b}"'),
    "text as list": (10, "  people: hiring-manager", 11, "a list begins below this text", "write `- hiring-manager` on the next line"),
    "unknown reference": (11, "    - hirin-manager", 7, "no entry 'hirin-manager' in people", "'hiring-manager'"),
    "reference of another kind": (11, "    - panel", 7, "no entry 'panel' in people", ""),
    "bad id": (2, "- id: Spare Entry", 7, "'Spare Entry' is not an id", "lower-case"),
    "raw HTML": (5, "  why: It is <b>open</b>.", 14, "raw HTML is not allowed", "Markdown"),
    "script": (5, "  why: <script>alert(1)</script>", 8, "raw HTML is not allowed", "Markdown"),
    "comment": (5, "  why: It is <!-- hidden --> open.", 14, "raw HTML is not allowed", "Markdown"),
    "half a tag": (5, "  why: <img src=x onerror=alert(1)", 8, "raw HTML is not allowed", "Markdown"),
    "entity": (5, "  why: It is &#60;b> open.", 14, "entities are not allowed", "itself: <"),
    "attribute list": (5, "  why: 'It is open {: onclick=alert(1) }'", 20, "attribute lists", "remove the braces"),
    "short attribute list": (5, "  why: 'It is open {#top .big}'", 20, "attribute lists", "remove the braces"),
    "javascript link": (5, "  why: It is [open](javascript:alert(1)).", 21, "link to 'javascript:alert(1", "https://"),
    "disguised link": (5, "  why: It is [open](JaVaScript&colon;alert).", 21, "", "https://"),
    "link without scheme": (5, "  why: It is [open](//example.org/).", 21, "link to '//example.org/'", "https://"),
    "plain http": (5, "  why: It is [open](http://example.org/).", 21, "link to 'http://example.org/'", "https://"),
    "link to a file": (5, "  why: It is [open](../panel.md).", 21, "link to '../panel.md'", "id of an entry"),
    "link to nowhere": (5, "  why: It is [open](pannel).", 21, "link to 'pannel', which no entry has", "'panel'"),
    "defined link": (5, '  why: "[a]: //example.org"', 9, "link definitions are not allowed", "https://"),
    "link to a look-alike host": (5, "  why: See [a](https://\u0435xample.org/).", 12, "letters that can be mistaken for others", "write https://xn--xample-2of.org if"),
    "id of every object": (2, "- id: constructor", 7, "a reserved word", "add a word"),
    "autolink": (5, "  why: See <https://example.org>.", 12, "bare links are not allowed", "[words]"),
    "image": (5, "  why: See ![a chart](https://example.org/a.png).", 12, "images are not allowed", "words"),
    "too long": (5, "  why: long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long ", 8, "has 299 characters", "the limit is 240"),
    "two lines": (3, '  title: "a\\u000ab"', 10, "this must be one line", "without line breaks"),
    "tab": (5, "  why:\tIt is open.", 7, "there is a tab", "use a space"),
    "zero-width space": (5, "  why: It is\u200b open.", 13, "invisible character U+200B", "delete it"),
    "right-to-left override": (5, "  why: It is \u202eopen.", 14, "invisible character U+202E", "delete it"),
    "key twice": (6, "  why: It is shut.", 3, "the field 'why' is written twice", "keep one of them"),
    "anchor": (5, "  why: &a It is open.", 8, "anchor &a is not allowed", "remove it"),
    "alias": (5, "  why: *a", 8, "alias *a is not allowed", "write the value out"),
    "tag": (5, "  why: !!python/object:os.system x", 8, "tag", "remove it"),
    "second document": (5, "---", 1, "", ""),
    "entity alone": (5, "  why: Salt &amp; pepper.", 13, "entities are not allowed", "itself: &"),
    "entity in a title": (3, "  title: Salt &amp; pepper?", 15, "entities are not allowed", "itself"),
    "marks in a title": (3, "  title: What **should** I ask?", 15, "plain text", "remove the marks"),
    "link in a title": (3, '  title: "[the panel](panel)?"', 11, "plain text", "remove the marks"),
    "link title": (5, "  why: It is [open](panel 'x').", 21, "a link must not have a title", "address"),
    "link without words": (5, "  why: It is [](panel).", 14, "a link needs words", "between"),
    "link with a password": (5, "  why: See [a](https://a:b@example.org).", 16, "link to", "https://"),
    "link to a bare host": (5, "  why: See [a](https://localhost/).", 16, "link to", "https://"),
    "code does not hide HTML": (5, "  why: See `<b>` and <b>.", 22, "raw HTML", "Markdown"),
    "code does not hide a link": (5, "  why: See `](//a.example)` [a](//a.example).", 33, "link to '//a.example'", "https://"),
    "code over a blank line": (5, "  why: |\n    See `a\n\n    b` [c](//d.example).\n", 8, "one paragraph", "blank line"),
    "week date": (4, "  reviewed: 2026-W48-1", 13, "'2026-W48-1' is not a date", "2026-11-22"),
    "quoted week date": (4, '  reviewed: "2026-W48-1"', 13, "not a date", "2026-11-22"),
    "basic date": (4, '  reviewed: "20261122"', 13, "not a date", "2026-11-22"),
    "key without a value": (5, "  search:\n  why: It is open.", 10, "there is no value here", "delete this line"),
    "braille blank": (5, '  why: "\\u2800"', 8, "text is empty", "write something"),
    "hangul filler": (3, '  title: "\\u3164"', 10, "text is empty", "write something"),
    "combining marks only": (5, '  why: "\\u0301\\u0301"', 8, "text is empty", "write something"),
    "soft hyphens only": (5, '  why: "\\u00ad"', 8, "text is empty", "write something"),
    "escaped override": (5, '  why: "It is \\u202e open."', 8, "invisible character U+202E", "delete"),
    "joiner between letters": (5, "  why: It is o\u200dpen.", 15, "invisible character U+200D", ""),
    "lost comment": (5, "  why: It is point #5 of it.", 8, "'#5 of it.' is a comment", "quotes"),
    "mapping as a key": (5, "  {}: a", 3, "a key must be a word", "key: value"),
    "list as a key": (5, "  []: a", 3, "a key must be a word", "key: value"),
    "list as an explicit key": (5, "  ? [a, b]\n  : c", 5, "a key must be a word", "key: value"),
    "long unknown key": (5, "  yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy: a", 3, "unknown field", ""),
    "too many marks": (5, "  why: a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a", 8, "has 60 Markdown characters", "plain sentences"),
    "reference twice": (12, "    - hiring-manager", 7, "'hiring-manager' is listed twice", "keep one"),
    "quote closed by the next": (5, "  why: 'It is open.\n  search: ['a', b]", 8, "the quote that opens here is not closed", "write ' at its end; write a ' inside it as ''"),
    "merge conflict": (5, "<<<<<<< HEAD\n  why: It is open.\n=======\n  why: It is free.\n>>>>>>> other", 1, "a merge conflict is left in the file", "keep one of the two sides"),
    "half a merge conflict": (5, "=======\n  why: It is open.", 1, "a merge conflict", "keep one"),
}  # fmt: skip


@pytest.mark.parametrize("case", MISTAKES.values(), ids=MISTAKES.keys())
def test_an_invalid_value_is_reported_at_its_location(small_guide: Guide, case: tuple[int, str, int, str, str]):
    """Line and column are those of the words at fault."""
    number, replacement, column, message, hint = case
    lines = GOOD.split("\n")
    lines[number - 1] = replacement
    entry = "\n".join(line for i, line in enumerate(lines) if line or i != number - 1)
    found, _ = validate_file(entry, FILE, small_guide)
    place = (2 if replacement == "" else number, column)
    here = [problem for problem in found if (problem.line, problem.column) == place]
    assert any(message in problem.message and hint in problem.hint for problem in here), found


# (field, text as YAML, line below the key, column, message): the words at fault in a longer text
PLACES = {
    "folded": ("why", ">-\n    One line, then\n    another with <b>markup.", 2, 18, "raw HTML"),
    "plain over lines": ("why", "One line, then\n    another &amp; more.", 1, 13, "entities"),
    "split by the fold": ("why", ">-\n    A [link](panel) and [a\n    b](pannel).", 2, 8, "'pannel'"),
    "second of two alike": ("why", "See `<b>`, `<b>` and <b>.", 0, 29, "raw HTML"),
    "doubled quotes": ("why", "'It''s <b>, isn''t it'", 0, 15, "raw HTML"),
    "beyond the value": ("why", '"\\u003cb>"\n  evasive: "`<b>`"', 0, 8, "raw HTML"),
    "code above, code below": ("why", "|-\n    `{#a}`\n    {#a}\n    `{#a}`", 2, 5, "attribute"),
}  # fmt: skip


@pytest.mark.parametrize("case", PLACES.values(), ids=PLACES.keys())
def test_the_location_is_that_of_the_words_at_fault(small_guide: Guide, case):
    """Equal words in code, in another value or in another line are passed over."""
    field, text, below, column, wrong = case
    lines = GOOD.split("\n")
    number = next(i for i, line in enumerate(lines) if line.startswith(f"  {field}:"))
    lines[number] = f"  {field}: {text}"
    found, _ = validate_file("\n".join(lines), FILE, small_guide)
    place = number + 1 + below, column
    assert [(p.line, p.column) for p in found if wrong in p.message] == [place], found


VALID = {
    "host in its plain form": "why: See [this](https://xn--bcher-kva.example/).",
    "less than": "why: Say so when x<y, or 3 < 4, or you <3 it.",
    "attributes in code": "why: 'Written as `{#a}` and `{: .b }`.'",
    "HTML in code": "why: Written as `<script>alert(1)</script>`.",
    "link in angle brackets": "why: See [this](<https://example.org/a>).",
    "link with a query": "why: See [this](https://example.org?a=1&b=2#c).",
    "ampersand": "title: What do R&D and Q&A mean here?",
    "emoji of several people": "why: Ask a \U0001f469\u200d\U0001f4bb or \U0001f3f3\ufe0f\u200d\U0001f308.",
    "Persian": "why: \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 a word.",
    "escaped star": "why: Two \\* three.",
    "snake case": "title: What is a snake_case_name to you?",
    "a comment": "why: It is open.\n  # a note to the next editor",
    "text that begins with a digit": "why: 30 days is 4 weeks, 1e3 is a thousand.",
    "yes within words": "title: yes or no, what do you say?",
    "words that YAML takes for other types": "search: [no, yes, y, on, null, true]",
    "numbers": "search: [90, 017, 1e3, 0x1f, 1_000, .inf, 99999999999999999999]",
    "times and dates": "search: [12:30, 2026-11-22, 2026-11-22 10:00:00]",
    "a text that is a number": "title: 90",
}


@pytest.mark.parametrize("line", VALID.values(), ids=VALID.keys())
def test_valid_text_is_accepted(small_guide: Guide, line: str):
    """Including text that resembles markup, or a value of another type in YAML 1.1."""
    key = line.partition(":")[0]
    lines = [old for old in GOOD.split("\n") if not old.startswith(f"  {key}:")]
    lines.insert(2, f"  {line}")
    assert validate_file("\n".join(lines), FILE, small_guide)[0] == []


def test_the_entry_without_mistakes_is_accepted(copy: Copy):
    """So each problem above comes from the mistake alone."""
    assert copy.problems({FILE: copy.text(FILE) + GOOD}) == []


def test_a_duplicate_id_is_the_only_problem(copy: Copy):
    """It is reported at both places."""
    text = copy.text(FILE)
    found = copy.problems({FILE: text + GOOD.replace("spare-entry", "panel")})
    line = text.count("\n") + 2
    assert [(p.path, p.line, p.column, p.message) for p in found] == [
        (f"data/{FILE}", line, 7, "the id 'panel' is taken (data/formats/panel.yml:2)"),
        ("data/formats/panel.yml", 2, 5, f"the id 'panel' is taken (data/{FILE}:{line})"),
    ]


def test_an_alias_that_is_the_own_id_is_to_be_deleted(copy: Copy):
    old, new = "- id: spare-entry\n", "- id: spare-entry\n  aliases: [spare-entry]\n"
    (found,) = copy.problems({FILE: copy.text(FILE) + GOOD.replace(old, new)})
    assert (found.message, found.hint[:9]) == ("the alias 'spare-entry' is the id itself", "delete it")


def test_an_alias_cannot_be_used_as_an_id(copy: Copy):
    """Otherwise saved ticks of a renamed entry would move to another one."""
    entry = GOOD.replace("  reviewed", "  aliases: [panel]\n  reviewed")
    found = copy.problems({FILE: copy.text(FILE) + entry})
    assert any("'panel' is taken" in problem.message for problem in found)


def test_a_reference_to_a_renamed_entry_names_the_new_id(copy: Copy):
    """The hint has the current id of the entry."""
    person = "people/hiring-manager.yml"
    renamed = copy.text(person).replace("\nreviewed:", "\naliases: [line-manager]\nreviewed:", 1)
    entry = GOOD.replace("- hiring-manager", "- line-manager")
    found = copy.problems({person: renamed, FILE: copy.text(FILE) + entry})
    assert ["'line-manager' was renamed" in p.message and "'hiring-manager'" in p.hint for p in found] == [True]


def test_the_location_of_a_mistake_in_a_list_is_its_item(copy: Copy):
    """A check of the whole list reports the line of one item."""
    name, text = "sheets.yml", copy.text("sheets.yml")
    line = next(i for i, old in enumerate(text.split("\n"), 1) if "narrow:" in old)
    found = copy.problems({name: text.replace("narrow: [", "narrow: [Nowhere, ", 1)})
    assert [(p.line, "no column is called 'Nowhere'" in p.message) for p in found] == [(line, True)]


def test_rules_that_follow_references_wait_until_all_are_right(copy: Copy, small_guide: Guide):
    """Other rules report their problems beside a broken reference."""
    entry = GOOD.replace("- hiring-manager", "- no-such-person")
    entry = entry.replace("It is open", f"It is {small_guide.taxonomy.wording[0].say}")
    found = [problem.message for problem in copy.problems({FILE: copy.text(FILE) + entry})]
    assert any("no entry 'no-such-person'" in message for message in found)
    assert any("is a phrase to avoid" in message for message in found)
    assert len(found) == 2
