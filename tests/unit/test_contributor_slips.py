"""Slips that contributors made are reported at their line, and following the hint to the letter makes the file valid."""

import re
from datetime import date

import pytest

from guidebook.authoring.fix import fix_text
from guidebook.authoring.scaffold import scaffold_entry
from guidebook.guide import Guide
from guidebook.kinds import KINDS
from support.broken_data import VALID, Copy
from support.validate import check_mistake, validate_file

ASKS, FORMAT, CLAIMS = "asks/success.yml", "formats/panel.yml", "claims.yml"
TIMELINE = "timelines/no-date-given.yml"
TITLE = "  title: After 90 days, what would make you say this hire was right?"
WHY = "  why: It turns a job title into a list. Then you can say at once which of those things you have done before."
PEOPLE = "  people:\n    - hiring-manager\n    - skip-level\n    - founder\n    - technical-expert"
SOURCES, SEARCH, SKIP = "    - guide-b", "    - early wins", "    - skip-level"
MINUTES, ESSENTIAL = "    minutes: 15", "    essential: true"
COMMENT, ENDS, BEGINS = "is a comment here", "ends with `:`", "begins with `{} `"
LONG = "what they expect of me in the first three months of the job, or so, with"
DASH, SIGN, BACKSLASH = ("the dash of this item is missing", "a dash, not with {}", "a backslash has a special meaning")


def one(value: str) -> str:
    """Return the field `why` with `value`."""
    return f"  why: {value}"


# file, text, text with the slip, message, hint, and the text once the hint is followed ("" for the first text)
SLIPS = {
    "words after # in a title": (ASKS, TITLE, "  title: Who is the team's # 1 critic, and why?", COMMENT, '"Who is the team\'s # 1 critic, and why?"', '  title: "Who is the team\'s # 1 critic, and why?"'),
    "words after # in a text": (ASKS, WHY, one("It works. # Anna says so"), COMMENT, "move the comment to a line of its own", f"  # Anna says so\n{one('It works.')}"),
    "number after # in a text": (ASKS, WHY, one("They name report #3 and move on"), COMMENT, 'quotes: "They name report #3 and move on"', one('"They name report #3 and move on"')),
    "words after # of one word": (ASKS, SEARCH, "    - early # wins", COMMENT, 'quotes: "early # wins"', '    - "early # wins"'),
    "text that begins with #": (ASKS, WHY, one("#1 in the list"), COMMENT, 'quotes: "#1 in the list"', one('"#1 in the list"')),
    "comment behind an id": (ASKS, SKIP, f"{SKIP} # asked", COMMENT, "move it to a line of its own", f"    # asked\n{SKIP}"),
    "comment at an id": (ASKS, SKIP, f"{SKIP}# asked", "is not an id", "write skip-level, and move the comment", f"    # asked\n{SKIP}"),
    "comment in a block": (ASKS, "  evasive: >-\n", "  evasive: >-\n    # ask Anna\n", "would be shown as part of the text", "above the field", "  # ask Anna\n  evasive: >-\n"),
    "no dash in a list of ids": (ASKS, SKIP, "    skip-level", DASH, "write `- skip-level`", ""),
    "no dash at the end of a list": (ASKS, "    - technical-expert", "    technical-expert", DASH, "write `- technical-expert`", ""),
    "no dash at the start of a list": (ASKS, "    - hiring-manager", "    hiring-manager", DASH, "write `- hiring-manager`", ""),
    "no dash before words": (ASKS, SEARCH, "    early wins", DASH, "write `- early wins`", ""),
    "no dash, in the column of the ids": (ASKS, SKIP, "      skip-level", DASH, "write `- skip-level`, with 4 spaces", ""),
    **{
        f"{sign} for a dash": (ASKS, SOURCES, f"    {sign} guide-b", SIGN.format(sign), "write `- guide-b`", "")
        for sign in ("–", "—", "•", "+", "·", "1.")
    },
    "– for a dash, without a space": (ASKS, SOURCES, "    –guide-b", SIGN.format("–"), "write `- guide-b`", ""),
    "– for a dash, further down": (ASKS, SKIP, "    – skip-level", "begins with a dash", "instead of –", ""),
    "no space after the only dash": (ASKS, SOURCES, "    -guide-b", "the space after the dash", "write `- guide-b`", ""),
    "ids without brackets": (ASKS, f"  sources:\n{SOURCES}", "  sources: guide-a, guide-b", "expected a list", "write `sources: [guide-a, guide-b]`", "  sources: [guide-a, guide-b]"),
    "two commas": (ASKS, PEOPLE, "  people: [hiring-manager,,peer]", "empty between two commas", "delete one of the commas", "  people: [hiring-manager,peer]"),
    "two commas and a space": (ASKS, PEOPLE, "  people: [founder, , peer]", "empty between two commas", "delete one of the commas", "  people: [founder, peer]"),
    "comma first": (ASKS, PEOPLE, "  people: [, peer]", "no item before this comma", "delete the comma", "  people: [peer]"),
    "two fields on a line": (ASKS, f"  sources:\n{SOURCES}", "  sources: [guide-b], claims: [panel-size]", "two fields on this line", "`claims: [panel-size]` goes on the next one, without the comma", "  sources: [guide-b]\n  claims: [panel-size]"),
    "two plain fields on a line": (ASKS, "  reviewed: 2026-11-22", "  reviewed: 2026-11-22, rev: 2", "two fields on this line", "`rev: 2` goes on the next one", "  reviewed: 2026-11-22\n  rev: 2"),
    "one field twice on a line": (ASKS, f"  sources:\n{SOURCES}", "  sources: [guide-a], sources: [guide-b]", "two fields on this line", "`sources: [guide-b]` goes on the next one, without the comma", "  sources: [guide-a, guide-b]"),
    "ids joined by and": (ASKS, PEOPLE, "  people: hiring-manager and peer", "expected a list", "write `people: [hiring-manager, peer]`", "  people: [hiring-manager, peer]"),
    "ids in round brackets": (ASKS, PEOPLE, "  people: (hiring-manager, peer)", "expected a list", "write `people: [hiring-manager, peer]`", "  people: [hiring-manager, peer]"),
    "ids in braces": (ASKS, PEOPLE, "  people: {hiring-manager, peer}", "brackets, not in braces", "write [ and ] instead", "  people: [hiring-manager, peer]"),
    "bracket closed by another": (ASKS, PEOPLE, "  people: [hiring-manager, peer)", "is not closed", "write ] instead of )", "  people: [hiring-manager, peer]"),
    **{
        f"ids with {sep!r} between them": (ASKS, PEOPLE, f"  people: [hiring-manager{sep}peer]", "is not an id", "a comma between them: [hiring-manager, peer]", "  people: [hiring-manager, peer]")
        for sep in (";", " ", " & ")
    },
    "two ids in one item": (ASKS, SKIP, "    - skip-level, peer", "is not an id", "`- skip-level` and `- peer`", "    - skip-level\n    - peer"),
    **{
        f"id as {written}": (ASKS, SKIP, f"    - {written}", "is not an id", "write the id alone: skip-level", SKIP)
        for written in ("people/skip-level", "skip-level.yml", '"[the boss](skip-level)"')
    },
    "one term in brackets": (CLAIMS, "  trust: asserted", "  trust: [asserted]", "expected text, found a list", "without a dash or brackets: asserted", ""),
    "number for its parts": (FORMAT, "minutes:\n  least: 45\n  most: 90", "minutes: 45", "expected fields with values", "indented by two spaces: `least:`, `most:`", ""),
    "fields beside their owner": (TIMELINE, "      moment: interview\n      unit: hours", "    moment: interview\n    unit: hours", "too far to the left", "put 6 spaces before it, below", ""),
    "no dash of an entry, at the margin": (ASKS, "- id: success-in-year-one", "id: success-in-year-one", "the dash of this entry is missing", "write `- id:`", ""),
    "tabs before an item": (ASKS, SKIP, "\t\t- skip-level", "there is a tab", "two spaces for each level", ""),
    "quoted words first": (ASKS, WHY, one('"A list" is what you get.'), "after its closing quote", "single quotes: '\"A list\" is what you get.'", one("'\"A list\" is what you get.'")),
    "comma of JSON": (CLAIMS, "  trust: asserted", '  trust: "asserted",', "a comma after the text", "delete it", '  trust: "asserted"'),
    "Markdown code block": (FORMAT, "id: panel", "```yaml\nid: panel", "Markdown code block", "delete it", ""),
    **{
        f"address as {start}": ("sources.yml", "  address: https://", f"  address: {start}", "is not an address", "write https://", "")
        for start in ("http://", "www.", "<https://")
    },
    "first item of a list beside its field": (ASKS, f"  sources:\n{SOURCES}", f"  sources: guide-a\n{SOURCES}", "a list begins below", "write `- guide-a` on the next line", f"  sources:\n    - guide-a\n{SOURCES}"),
    "text over lines that begins with a star": (ASKS, "  good: >-\n", "  good:\n    *One* of two: a list, or\n", "the text below begins with `*`", "write >- after", "  good: >-\n    *One* of two: a list, or\n"),
    "end of a document": (ASKS, WHY, f"...\n{WHY}", "the document ends here", "remove the line `...`", ""),
    **{
        f"{sign} of a copy": (ASKS, WHY, f"{sign}{WHY}", f"a copied {sign} is left", "delete it", "")
        for sign in ("+", ">", "21")
    },
    "id as a field": (ASKS, SOURCES, "    - id: guide-b", "an id stands alone", "write `- guide-b`", ""),
    "entry without its first line": (ASKS, "- id: success-in-year-one\n", "", "the first line of this entry is missing", "write `- id: …` above it", ""),
    "link of a wiki": (ASKS, "[first 30 days](success-in-year-one)", "[[success-in-year-one]]", "is not a link", "write [words](id)", ""),
    "list for one word": (FORMAT, "    essential: true", "    essential: [true]", "expected true or false, found a list", "write true or false", ""),
    "source that is not there yet": (ASKS, SOURCES, "    - revarta-2026", "no entry 'revarta-2026' in sources", "add the entry to data/sources.yml", ""),
    "dash before a field": (ASKS, WHY, f"  - {WHY[2:]}", "this field has a dash", "write `why:` instead of `- why:`", ""),
    "dash before a field, as an entry": (ASKS, WHY, f"- {WHY[2:]}", "begins a new entry", "write `  why:` instead of `- why:`", ""),
    "dash before a field of a file": (FORMAT, "title: Panel", "- title: Panel", "this field has a dash", "write `title:` instead of `- title:`", ""),
    "address of a source": (ASKS, SOURCES, "    - https://example.org/article", "an id is expected", "add the page to data/sources.yml as an entry, and write its id", ""),
    "address of a source, further in": (CLAIMS, "    - source: guide-d", "    - source: www.example.org", "an id is expected", "data/sources.yml", ""),
    "time for a number": (FORMAT, MINUTES, "    minutes: 1:30", "expected a whole number", "in minutes, as a number: 90", "    minutes: 90"),
    "unit after a number": (FORMAT, MINUTES, "    minutes: 90 min", "expected a whole number", "digits only, without quotes: 90", "    minutes: 90"),
    **{
        f"{word} for true": (FORMAT, ESSENTIAL, f"    essential: {word}", "expected true or false", "write true, without quotes", "")
        for word in ("yes", "Yes", "on", "True", '"true"')
    },
    "no for false": (FORMAT, ESSENTIAL, "    essential: no", "expected true or false", "write false, without quotes", "    essential: false"),
    **{
        f"backslashes in {text}": (ASKS, WHY, one(f'"{text}"'), BACKSLASH, f"single quotes: '{text}'", one(f"'{text}'"))
        for text in ("C:\\reports and \\new", "C:\\new and \\temp", "\\a or \\b")
    },
    "backslash that is no escape": (ASKS, WHY, one('"C:\\documents"'), BACKSLASH, "put the text in single quotes", one("'C:\\documents'")),
    **{
        f"pasted {text}": (ASKS, WHY, one(f"It is {text} here."), "wrong encoding", f"write {fixed}", one(f"It is {fixed} here."))
        for text, fixed in {"donâ€™t": "don't", "cafÃ©": "café", "Â£5": "£5"}.items()
    },
    "ligature": (ASKS, WHY, one("You ﬁnd it."), "ligature", "write find", one("You find it.")),
    "word twice": (ASKS, WHY, one("It is the the one."), "repeats a word", "write the", one("It is the one.")),
    "colon at the end": (ASKS, WHY, one("Ask them this:"), ENDS, '"Ask them this:"', one('"Ask them this:"')),
    "colon at the end of an item": (ASKS, SEARCH, "    - early wins:", ENDS, '"early wins:"', '    - "early wins:"'),
    "colon in an item": (ASKS, SEARCH, "    - early: wins", "contains `: `", '"early: wins"', '    - "early: wins"'),
    **{
        f"text that begins with {sign}": (ASKS, WHY, one(f"{sign} Ask them"), BEGINS.format(sign), f'"{sign} Ask them"', one("Ask them"))
        for sign in "-?"
    },
    "item that begins with a dash": (ASKS, SEARCH, "    - - early wins", BEGINS.format("-"), '"- early wins"', SEARCH),
    "id of an entry that was removed": (ASKS, SOURCES, "    - guide-z", "no entry 'guide-z' in sources", "if it was removed, use", ""),
    "id with two letters swapped": (ASKS, SKIP, "    - skip-levle", "no entry", "did you mean 'skip-level'?", ""),
    "field that this kind does not have": (ASKS, WHY, f"{WHY}\n  laws: [a]", "unknown field 'laws'", "or delete this field", ""),
    "two addresses": ("sources.yml", "  address: https://", "  address: https://example.org, https://", "is not an address", "write https://example.org", ""),
    "full stop between ids": (ASKS, PEOPLE, "  people: [founder. peer]", "is not an id", "a comma between them: [founder, peer]", "  people: [founder, peer]"),
    "part of a number": (FORMAT, MINUTES, "    minutes: 15.5", "expected a whole number", "digits only, without quotes: 15", ""),
    "no comma in braces": ("sheets.yml", "], blank: 4}", "] blank: 4}", "the comma before 'blank' is missing", "write `, blank:`", ""),
    "entry glued to the one above": (ASKS, "    - technical-expert\n\n- id", "    - technical-expert- id", "a new entry begins inside this line", "write `- id: success-in-year-one` on a line of its own", ""),
    "no dash before >-": ("pay.yml", "  you_say:\n    - >-", "  you_say:\n    >-", DASH, "write `- `", ""),
    "opposite term": ("questions/values.yml", "    level: early", "    level: junior", "is not in the list levels", "use one of early,", ""),
    "placeholder of another system": ("messages/withdraw.yml", "  Hello {name},", "  Hello {first_name},", "unknown placeholder", "use one of", ""),
    "half an id": (ASKS, SKIP, "    - level-skip", "no entry", "did you mean 'skip-level'?", ""),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_reported_where_it_is_and_its_hint_fixes_it(small_guide: Guide, slip: tuple[str, ...]):
    name, old, new, message, hint, fixed = slip
    valid = (VALID / "data" / name).read_text("utf-8")
    check_mistake(small_guide, name, valid, (old, new), (message, hint), fixed)


@pytest.mark.parametrize("number", [0, 1], ids=["first entry", "last entry"])
def test_fields_that_are_all_too_deep_are_reported_at_the_first_of_them(small_guide: Guide, number: int):
    valid = (VALID / "data" / ASKS).read_text("utf-8")
    entry = valid.split("\n\n")[number]
    deep = entry.replace("\n  ", "\n    ")
    broken = valid.replace(entry, deep)
    first = min(validate_file(broken, ASKS, small_guide)[0])
    assert first.line == valid[: valid.index("\n  ", valid.index(entry))].count("\n") + 2
    assert first.hint.startswith("put 2 spaces before it")
    assert first.hint.endswith("before the other fields of this entry")


def test_slips_in_the_taxonomy_and_in_names_of_files_have_one_problem_each(copy: Copy):
    text = copy.text("taxonomy.yml")
    role = re.search(r"^named_entries:\n  - id: (.+)", text, re.MULTILINE)[1]
    for old, new, hint in (
        ("- id: AU\n", "- id: au\n", "in capitals"),
        (f"- id: {role}\n", f"- id: {role}s\n", f"mean '{role}'"),
    ):
        (problem,) = copy.edited("taxonomy.yml", (old, new))
        assert hint in problem.hint
        assert problem.line == text[: text.index(old)].count("\n") + 1
    moved = {"people/peer.yml": None, "people/Team mate.yml": copy.text("people/peer.yml")}
    (problem,) = copy.problems(moved)
    assert problem.hint == "rename the file to team-mate.yml, and write `id: team-mate` in it"


def test_a_line_beside_the_dashes_may_continue_a_long_item(copy: Copy):
    found = copy.edited(ASKS, (SEARCH, f"    - {LONG}\n    a boss"))
    assert (found[0].message, found[0].hint[:6]) == ("this line begins where the dashes do", "put 6 ")


def test_a_renamed_entry_is_to_keep_its_old_id(copy: Copy):
    person = copy.text("people/peer.yml").replace("id: peer\n", "id: teammate\n", 1)
    found = copy.problems({"people/peer.yml": None, "people/teammate.yml": person})
    assert found
    assert all("write `aliases: [peer]`" in problem.hint for problem in found)


def test_an_empty_file_is_the_only_problem(copy: Copy):
    (problem,) = copy.problems({"questions/values.yml": ""})
    assert problem.path == "data/questions/values.yml"
    assert (problem.message, "restore the file" in problem.hint) == ("the file is empty", True)


def test_comments_of_a_filled_in_scaffold_are_named(copy: Copy):
    """While a TODO is left, they still help."""
    text = copy.text(ASKS)
    line = next(n for n, line in enumerate(text.split("\n"), 1) if line.startswith("  people:"))
    found = copy.problems({ASKS: text.replace("  people:", "  # Who to ask.\n  people:", 1)})
    assert [(p.line, p.message) for p in found] in ([], [(line, "a comment from `make new` is left over")])  # fmt: skip
    optional = "  # walk_away:  # may be left out. At most 240 characters.\n  people:"
    (problem,) = copy.problems({ASKS: text.replace("  people:", optional, 1)})
    assert (problem.line, problem.message) == (line, "a comment from `make new` is left over")


def test_scaffold_comments_break_only_between_words(guide: Guide):
    for kind in KINDS.values():
        text = scaffold_entry(kind.model, "new-entry", "New", guide.taxonomy, date(2026, 11, 27), listed=kind.is_list)  # fmt: skip
        assert not [line for line in text.split("\n") if "# " in line and line.endswith("-")]


def test_fix_writes_the_schema_line_once():
    model, schema = KINDS["asks"].model, "../schema/asks.json"
    line = f"# yaml-language-server: $schema={schema}\n"
    for head in ("---\n", f"---\n{line}", f"# A note\n{line}", f"{line}---\n"):
        fixed = fix_text(f"{head}- id: one\n", model, schema)
        assert fixed.startswith(line)
        assert fixed.count(line) == 1
        assert fix_text(fixed, model, schema) == fixed


def test_the_hint_for_an_entry_that_nothing_links_to_names_the_fields(copy: Copy):
    """Filling in one of them makes the check clean."""
    name = "off_limits/france.yml"
    text = copy.text(name)
    lonely = text.replace("red_flags:\n  - answers-differ\n", "")
    assert lonely != text
    found = [p for p in copy.problems({name: lonely}) if p.path == f"data/{name}"]
    assert [p.message for p in found] == ["no other entry is linked to this one"]
    assert "fill in `red_flags:` here, or add its id to `off_limits:` in data/situations/" in found[0].hint  # fmt: skip
    assert copy.problems({name: text}) == []
