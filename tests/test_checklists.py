"""What a reader's ticks survive: two tabs, an edited guide, broken storage, a move to another device."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]
KEY = "round-two:state"
LIST = "formats/panel/"
DATA = "prepare/my-data/"
SOON = 20_000
OLD = "2026-01-01T00:00:00.000Z"
LATER = "2026-01-02T00:00:00.000Z"


def boxes(page: Page) -> Locator:
    """The checkboxes of the list."""
    return page.locator("check-list input[data-item]")


def item(page: Page, at: int) -> str:
    """The id of an item of the list."""
    return boxes(page).nth(at).get_attribute("data-item") or ""


def state(page: Page) -> dict[str, Any]:
    """What is stored."""
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))


def items(page: Page) -> dict[str, Any]:
    """The stored marks of the interview in use."""
    stored = state(page)
    return stored["interviews"][stored["interview"]]["items"]


def store(page: Page, value: object) -> None:
    """Store `value` as it would have been left by an earlier visit, and come back."""
    text = value if isinstance(value, str) else json.dumps(value)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.reload()


def saved(marks: dict[str, Any], name: str = "My interview", **more: object) -> dict[str, Any]:
    """Return a state of version 2 with one interview."""
    one = {"name": name, "created": "", "at": "", "archived": False, "items": marks, "kept": {}}
    return {"version": 2, "interview": "default", "interviews": {"default": one | more}}


def done(at: str = OLD, **more: object) -> dict[str, Any]:
    """Return the mark of a ticked item."""
    return {"state": "done", "rev": 1, "at": at, **more}


def guide_says(page: Page, path: str, *edits: tuple[str, str]) -> None:
    """Serve an edited page from now on, as if the guide had been rebuilt."""

    def edited(route: Any) -> None:
        answer = route.fetch()
        text = answer.text()
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new)
        route.fulfill(response=answer, body=text)

    page.route(f"**/{path}", edited)
    page.reload()


def answer(page: Page, name: str) -> None:
    """Answer the question that is asked before something is lost."""
    page.locator("dialog.ask").get_by_role("button", name=name).click()


def module(page: Page, name: str, script: str, argument: object = None) -> Any:
    """Run `script`, a function of (module, argument), with a module of the site."""
    call = f"async ([url, given]) => ({script})(await import(url), given)"
    return page.evaluate(call, [f"/assets/js/{name}.mjs", argument])


def read_file(page: Page, content: object) -> None:
    """Give a backup file to the page."""
    text = content if isinstance(content, str) else json.dumps(content)
    page.set_input_files(
        "#backup-file",
        {"name": "b.json", "mimeType": "application/json", "buffer": text.encode()},
    )


def backup(value: dict[str, Any]) -> dict[str, Any]:
    """Return the content of a backup file."""
    return {"format": "round-two-backup", "saved": OLD, "state": value}


def test_not_for_me_leaves_the_whole(open_page: Open):
    """A skipped item is no part of the count, and says so without colour; a tick takes it back."""
    page = open_page(LIST)
    total = boxes(page).count()
    button = page.get_by_role("button", name="Not for me").first
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("output.count")).to_contain_text(f"0 of {total - 1} done, 1 not for you")
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    boxes(page).first.check()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".phase-progress").first).to_contain_text("1 of")
    assert items(page)[item(page, 0)]["state"] == "done"


def test_a_note_stays_whatever_happens_to_the_tick(open_page: Open):
    """Also when the page is left while the note is being written."""
    page = open_page(LIST)
    page.get_by_role("button", name="Note").first.click()
    page.keyboard.type("<b>Ask Priya</b>")
    page.reload()
    expect(page.locator(".item-note textarea").first).to_have_value("<b>Ask Priya</b>")
    boxes(page).first.check()
    boxes(page).first.uncheck()
    assert items(page)[item(page, 0)]["note"] == "<b>Ask Priya</b>"


def test_two_tabs_racing_lose_nothing(open_page: Open):
    """Both tick all they can at the same moment; within a second both show everything."""
    first = open_page(LIST)
    second = first.context.new_page()
    second.goto(first.url)
    count = boxes(first).count()
    for start, page in enumerate((first, second)):
        page.evaluate(
            """start => setTimeout(() => {
                const all = [...document.querySelectorAll('check-list input[data-item]')];
                for (let at = start; at < all.length; at += 2) all[at].click();
            }, 200)""",
            start,
        )
    for page in (first, second):
        expect(page.locator("output.count")).to_contain_text(
            f"{count} of {count} done", timeout=20_000
        )
    assert {mark["state"] for mark in items(first).values()} == {"done"}
    assert len(items(first)) == count


def test_an_overwritten_tick_comes_back(open_page: Open):
    """A tab that wrote from an older copy did not see our tick: ours is set again, and theirs stays."""
    first = open_page(LIST)
    second = first.context.new_page()
    second.goto(first.url)
    boxes(first).nth(0).check()
    theirs = saved({item(first, 1): done()})
    second.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(theirs)])
    expect(boxes(first).nth(1)).to_be_checked(timeout=SOON)
    expect(boxes(second).nth(0)).to_be_checked(timeout=SOON)
    assert set(items(first)) == {item(first, 0), item(first, 1)}


def test_the_back_button_shows_what_was_ticked(open_page: Open, address: str):
    """Also what was ticked meanwhile in another tab."""
    page = open_page(LIST)
    boxes(page).nth(0).check()
    page.goto(address)
    other = page.context.new_page()
    other.goto(address + LIST)
    boxes(other).nth(1).check()
    page.go_back()
    expect(boxes(page).nth(0)).to_be_checked()
    expect(boxes(page).nth(1)).to_be_checked()


def test_a_renamed_item_keeps_its_tick(open_page: Open):
    """The tick is found under the former id; the next answer moves it, and unticking stays unticked."""
    page = open_page(LIST)
    old = item(page, 0)
    boxes(page).first.check()
    renamed = (
        f'data-item="{old}" data-rev="1"',
        f'data-item="new-id" data-rev="1" data-aliases="{old}"',
    )
    guide_says(page, LIST, renamed)
    expect(boxes(page).first).to_be_checked()
    boxes(page).first.uncheck()
    page.reload()
    expect(boxes(page).first).not_to_be_checked()
    assert set(items(page)) == {"new-id"}


def test_a_raised_rev_is_said_and_answered(open_page: Open):
    """The old wording is shown; keep or untick with one click."""
    page = open_page(LIST)
    first, second = item(page, 0), item(page, 1)
    store(page, saved({first: done(what="The old words"), second: done()}))
    changed = page.locator(".item-changed:visible")
    expect(changed).to_have_count(0)
    raised = [
        (f'data-item="{one}" data-rev="1"', f'data-item="{one}" data-rev="2"')
        for one in (first, second)
    ]
    guide_says(page, LIST, *raised)
    expect(changed).to_have_count(2)
    expect(changed.first).to_contain_text("“The old words”")
    changed.first.get_by_role("button", name="Keep the tick").click()
    changed.first.get_by_role("button", name="Untick").click()
    expect(changed).to_have_count(0)
    assert (items(page)[first]["state"], items(page)[first]["rev"]) == ("done", 2)
    assert items(page)[second]["state"] == "todo"


def test_what_left_the_guide_is_kept_and_listed(open_page: Open):
    """With its wording and note; removing it can be undone."""
    page = open_page(DATA)
    store(page, saved({"gone-item": done(what="Bring a fax", note="ha")}))
    old = page.locator("old-marks")
    expect(old).to_contain_text("Bring a fax")
    expect(old).to_contain_text("ha")
    old.get_by_role("button", name="Remove").click()
    answer(page, "Remove")
    expect(old).to_contain_text("still in the guide")
    page.locator("undo-bar").get_by_role("button", name="Undo").click()
    expect(old).to_contain_text("Bring a fax")


def test_version_1_is_brought_forward(open_page: Open):
    """No tick is lost, what is unknown stays, and nothing is written before the reader acts."""
    page = open_page(LIST)
    one = item(page, 0)
    old = {
        "version": 1,
        "interview": "acme",
        "interviews": {"acme": {"items": {one: done()}, "plan": [1]}, "default": {"items": {}}},
    }
    store(page, old)
    expect(boxes(page).first).to_be_checked()
    assert state(page) == old
    boxes(page).nth(1).check()
    new = state(page)
    assert new["version"] == 2
    assert new["interviews"]["acme"]["items"][one] == done()
    assert new["interviews"]["acme"]["plan"] == [1]
    assert new["interviews"]["default"]["name"] == "My interview"


BAD_PARTS = {
    "a mark of no kind": {"x-1": 5},
    "an unknown state": {"x-1": {"state": "maybe", "rev": 1, "at": OLD}},
    "a hostile id": {"__proto__": done()},
    "a revision that is no number": {"x-1": {"state": "done", "rev": "1", "at": OLD}},
}


@pytest.mark.parametrize("bad", BAD_PARTS.values(), ids=BAD_PARTS)
def test_a_partly_broken_state_keeps_the_rest(open_page: Open, bad: dict[str, Any]):
    """What is sound goes on; the whole text is set aside and can be had."""
    page = open_page(LIST)
    good = item(page, 0)
    text = json.dumps(saved({good: done(), **bad}))
    store(page, text)
    expect(boxes(page).first).to_be_checked()
    expect(page.locator("output.count")).to_contain_text("set aside")
    boxes(page).nth(1).check()
    page.reload()
    aside = page.evaluate(
        "Object.entries(localStorage).filter(([k]) => k.startsWith('round-two:unreadable:')).map(([, v]) => v)"
    )
    assert aside == [text]
    assert page.evaluate("({}).state") is None
    page.goto(page.url.replace(LIST, DATA))
    with page.expect_download() as loading:
        page.locator("set-aside").get_by_role("button", name="Download").click()
    assert loading.value.path().read_text("utf-8") == text


def test_a_full_storage_loses_nothing_that_was_there(open_page: Open):
    """New ticks last until the page closes, and it is said; with room again they are written."""
    page = open_page(LIST)
    boxes(page).nth(0).check()
    page.evaluate("""() => {
        for (let size = 4e6; size >= 1; size = Math.floor(size / 2))
            try { for (let n = 0; ; n += 1) localStorage.setItem(`theirs-${size}-${n}`, 'x'.repeat(size)); } catch {}
    }""")
    boxes(page).nth(1).check()
    expect(page.locator("output.count")).to_contain_text("storage is full")
    assert set(items(page)) == {item(page, 0)}
    page.evaluate(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('theirs')) localStorage.removeItem(key)"
    )
    boxes(page).nth(2).check()
    expect(page.locator("output.count")).not_to_contain_text("storage is full")
    assert set(items(page)) == {item(page, at) for at in range(3)}


def test_a_clock_that_ran_ahead_does_not_win(open_page: Open):
    """A tick from the year 2099 can be taken back here, for good: also merged with the tick it came from."""
    page = open_page(LIST)
    store(page, saved({item(page, 0): done("2099-01-01T00:00:00.000Z")}))
    boxes(page).first.uncheck()
    page.reload()
    expect(boxes(page).first).not_to_be_checked()
    theirs = saved({item(page, 0): done("2099-01-01T00:00:00.000Z")})
    script = "(m, [a, b]) => [m.merge(a, b), m.merge(b, a)].map((s) => Object.values(s.interviews.default.items)[0].state)"
    assert module(page, "merge", script, [state(page), theirs]) == ["todo", "todo"]


def test_merging_is_the_same_from_both_sides(open_page: Open):
    """State and note have each their newest; merging again changes nothing."""
    page = open_page(DATA)
    a = saved({"a-1": {**done(LATER), "note": "old", "noted": OLD}, "a-2": done(OLD)})
    b = saved(
        {
            "a-1": {"state": "todo", "rev": 1, "at": OLD, "note": "new", "noted": LATER},
            "a-3": done(OLD),
        }
    )
    script = "(m, [a, b]) => [m.merge(a, b), m.merge(b, a), m.merge(m.merge(a, b), b)].map((s) => s.interviews.default.items)"
    both, turned, again = module(page, "merge", script, [a, b])
    assert both == turned == again
    assert (both["a-1"]["state"], both["a-1"]["note"]) == ("done", "new")
    assert set(both) == {"a-1", "a-2", "a-3"}


def test_two_devices_first_interviews_are_one_unless_both_are_named(open_page: Open):
    """Nobody's ticks land in somebody else's interview."""
    page = open_page(DATA)
    script = "(m, [a, b]) => Object.keys(m.merge(a, b).interviews).length"
    acme, bolt, plain = (saved({"a-1": done()}, name) for name in ("Acme", "Bolt", "My interview"))
    assert module(page, "merge", script, [acme, plain]) == 1
    assert module(page, "merge", script, [acme, acme]) == 1
    assert module(page, "merge", script, [acme, bolt]) == 2


def test_interviews_have_each_their_own_ticks(open_page: Open, address: str):
    """Create, switch, rename, duplicate, archive; all by keyboard-reachable, named controls."""
    page = open_page(LIST)
    boxes(page).nth(0).check()
    page.goto(address + DATA)
    page.get_by_label("Another interview").fill("  Acme,   panel ")
    page.keyboard.press("Enter")
    expect(page.locator("interview-list .current")).to_contain_text("Acme, panel")
    page.goto(address + LIST)
    expect(boxes(page).nth(0)).not_to_be_checked()
    boxes(page).nth(1).check()
    page.get_by_label("Interview", exact=True).select_option("My interview")
    expect(boxes(page).nth(0)).to_be_checked()
    expect(boxes(page).nth(1)).not_to_be_checked()
    page.goto(address + DATA)
    page.get_by_role("button", name="Rename (My interview)").click()
    page.get_by_label("New name of My interview").fill("Bolt")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Duplicate (Bolt)").click()
    expect(page.locator("interview-list .current")).to_contain_text("Copy of Bolt")
    page.get_by_role("button", name="Archive (Copy of Bolt)").click()
    expect(page.get_by_role("button", name="Bring back (Copy of Bolt)")).to_be_visible()
    names = {one["name"]: len(one["items"]) for one in state(page)["interviews"].values()}
    assert names == {"Bolt": 1, "Acme, panel": 1, "Copy of Bolt": 1}


def test_a_deleted_interview_comes_back_whole(open_page: Open):
    """Asked before, undone after, also after a reload; the only one gives way to an empty one."""
    page = open_page(DATA)
    store(page, saved({"a-1": done(note="n", noted=OLD)}, "Acme"))
    before = state(page)["interviews"]
    page.get_by_role("button", name="Delete (Acme)").click()
    answer(page, "Keep")
    assert state(page)["interviews"] == before
    page.get_by_role("button", name="Delete (Acme)").click()
    answer(page, "Delete")
    expect(page.locator("interview-list")).to_contain_text("My interview")
    page.reload()
    page.locator("undo-bar").get_by_role("button", name="Undo").click()
    expect(page.locator("interview-list .current")).to_contain_text("Acme")
    assert state(page)["interviews"]["default"] == before["default"]


def test_a_reset_is_asked_undone_and_keeps_to_its_list(open_page: Open):
    """Other lists, other keys and what was ticked after the reset stay."""
    page = open_page(LIST)
    store(page, saved({item(page, 0): done(note="mine"), "other-list-item": done()}))
    page.evaluate("localStorage.setItem('theirs', 'x')")
    page.get_by_role("button", name="Reset this list").click()
    expect(page.locator("dialog.ask")).to_contain_text("1 mark and 1 note")
    answer(page, "Reset")
    expect(boxes(page).nth(0)).not_to_be_checked()
    boxes(page).nth(1).check()
    page.get_by_role("button", name="Undo").click()
    expect(boxes(page).nth(0)).to_be_checked()
    expect(boxes(page).nth(1)).to_be_checked()
    assert items(page)[item(page, 0)] == done(note="mine")
    assert items(page)["other-list-item"] == done()
    assert page.evaluate("localStorage.getItem('theirs')") == "x"


def test_a_backup_comes_back_exactly(open_page: Open):
    """Saved here, read by an empty browser, it is the same; replacing can be undone."""
    page = open_page(DATA)
    value = saved(
        {"a-1": done(what="Wörter", note="✓ <i>", noted=LATER)},
        "Acme",
        kept={"plan": {"value": [1, None], "at": OLD}},
    )
    store(page, value)
    with page.expect_download() as loading:
        page.get_by_role("button", name="Save a backup file").click()
    text = loading.value.path().read_text("utf-8")
    assert json.loads(text)["state"] == value
    empty = open_page(DATA)
    store(empty, saved({"b-1": done()}, "Bolt"))
    before = state(empty)["interviews"]
    read_file(empty, text)
    expect(empty.locator("backup-panel .preview")).to_contain_text(
        "1 interview (“Acme”) with 1 mark and 1 note"
    )
    assert state(empty)["interviews"] == before
    empty.get_by_role("button", name="Replace everything").click()
    answer(empty, "Replace")
    expect(empty.locator("interview-list")).to_contain_text("Acme")
    assert state(empty)["interviews"] == value["interviews"]
    empty.get_by_role("button", name="Undo").click()
    expect(empty.locator("interview-list")).to_contain_text("Bolt")
    assert state(empty)["interviews"] == before


def test_merging_a_file_takes_the_newest(open_page: Open):
    """The preview counts what will change, and then it does."""
    page = open_page(DATA)
    store(page, saved({"a-1": done(LATER), "a-2": done(OLD)}))
    theirs = saved(
        {
            "a-1": {**done(OLD), "state": "todo"},
            "a-2": {**done(LATER), "state": "skipped"},
            "a-3": done(),
        }
    )
    read_file(page, backup(theirs))
    expect(page.locator("backup-panel .preview")).to_contain_text("Merging adds 1 mark, changes 1.")
    page.get_by_role("button", name="Merge").click()
    expect(page.locator("undo-bar")).to_contain_text("Merged")
    assert {one: mark["state"] for one, mark in items(page).items()} == {
        "a-1": "done",
        "a-2": "skipped",
        "a-3": "done",
    }


BAD_FILES = {
    "cut off": ('{"format": "round-two-backup", "state', "not JSON"),
    "another file": ({"hello": 1}, "not a backup"),
    "null": ("null", "not a backup"),
    "no state": ({"format": "round-two-backup"}, "holds no state"),
    "newer": (backup({"version": 99, "interviews": {}}), "newer version"),
    "one bad mark": (backup(saved({"a-1": done(), "a-2": {"state": "x"}})), '"a-2" cannot be read'),
    "hostile": (
        '{"format":"round-two-backup","state":{"version":2,"interviews":{"__proto__":{}}}}',
        "damaged",
    ),
}


@pytest.mark.parametrize(("content", "why"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_changes_nothing_and_says_why(open_page: Open, content: object, why: str):
    """Everything is as it was."""
    page = open_page(DATA)
    value = saved({"a-1": done()})
    store(page, value)
    read_file(page, content)
    expect(page.locator("backup-panel .trouble-note")).to_contain_text(why)
    assert state(page) == value


def test_a_link_carries_an_interview(open_page: Open):
    """Nothing of it reaches a server, it asks before it changes, and it does not stay in the address."""
    page = open_page(DATA)
    store(page, saved({"a-1": done(what="words", note="✓", noted=LATER)}, "Acme"))
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("Link that holds").input_value()
    expect(page.get_by_role("img", name="Code that holds")).to_be_visible()
    other = open_page("about/")
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(link)
    expect(other.locator("carry-panel .preview")).to_contain_text("“Acme”")
    assert other.evaluate("localStorage.getItem('round-two:state')") is None
    assert "carry" not in other.url
    assert not [url for url in asked if "carry=" in url.partition("#")[0]]
    other.get_by_role("button", name="Merge").click()
    expect(other.locator("interview-list")).to_contain_text("Acme")
    assert items(other) == {"a-1": done(note="✓", noted=LATER)}
    other.goto(link[:-9])
    expect(other.locator("carry-panel")).to_contain_text("not whole")


def test_a_code_holds_its_text(open_page: Open):
    """Read back module by module, for a small version and for one with several blocks."""
    page = open_page(DATA)
    for text in ("https://example.org/#ü", "https://example.org/#" + "carry-" * 128):
        squares = module(page, "qr", "(m, text) => m.qrSquares(text)", text)
        assert decoded(squares) == text


def decoded(squares: list[list[bool]]) -> str:
    """Read a QR code of level L whose blocks are known to be whole."""
    size = len(squares)
    version = (size - 17) // 4
    blocks, each = {2: (1, 34), 19: (7, 113)}[version]
    bits = [squares[8][x] for x in (0, 1, 2, 3, 4)]
    mask = int("".join(str(int(bit)) for bit in bits), 2) ^ 0b10101
    assert mask >> 3 == 0b01
    flip = [
        lambda x, y: (x + y) % 2 == 0,
        lambda x, y: y % 2 == 0,
        lambda x, y: x % 3 == 0,
        lambda x, y: (x + y) % 3 == 0,
        lambda x, y: (x // 3 + y // 2) % 2 == 0,
        lambda x, y: x * y % 2 + x * y % 3 == 0,
        lambda x, y: (x * y % 2 + x * y % 3) % 2 == 0,
        lambda x, y: ((x + y) % 2 + x * y % 3) % 2 == 0,
    ][mask & 7]
    centres = {2: (6, 18), 19: (6, 30, 58, 86)}[version]
    corners = {(6, 6), (6, centres[-1]), (centres[-1], 6)}

    def fixed(x: int, y: int) -> bool:
        finder = (x < 9 and (y < 9 or y > size - 9)) or (x > size - 9 and y < 9)
        aligned = any(
            abs(x - a) < 3 and abs(y - b) < 3
            for a in centres
            for b in centres
            if (a, b) not in corners
        )
        told = version >= 7 and (
            (x < 6 and size - 12 < y < size - 8) or (y < 6 and size - 12 < x < size - 8)
        )
        return finder or aligned or told or x == 6 or y == 6

    stream, up = "", True
    for right in [*range(size - 1, 6, -2), 5, 3, 1]:
        for y in range(size - 1, -1, -1) if up else range(size):
            for x in (right, right - 1):
                if not fixed(x, y):
                    stream += str(int(squares[y][x] != flip(x, y)))
        up = not up
    words = [int(stream[at : at + 8], 2) for at in range(0, len(stream) - 7, 8)]
    count, lengths = blocks, [each] * blocks
    if version == 19:
        lengths = [113] * 3 + [114] * 4
    split: list[list[int]] = [[] for _ in range(count)]
    rest = iter(words)
    for at in range(max(lengths)):
        for block, length in zip(split, lengths, strict=True):
            if at < length:
                block.append(next(rest))
    data = "".join(f"{word:08b}" for block in split for word in block)
    assert data[:4] == "0100"
    head = 8 if version < 10 else 16
    length = int(data[4 : 4 + head], 2)
    body = data[4 + head :]
    return bytes(int(body[at : at + 8], 2) for at in range(0, length * 8, 8)).decode()


def test_filters_live_in_the_address(open_page: Open):
    """What was just ticked stays until the filter changes; a link to a hidden item shows it."""
    page = open_page(LIST)
    total = boxes(page).count()
    boxes(page).nth(0).check()
    page.get_by_role("button", name="Only what is left").click()
    expect(boxes(page).nth(0)).to_be_hidden()
    expect(page.locator("output.count")).to_contain_text("1 item hidden")
    boxes(page).nth(1).check()
    expect(boxes(page).nth(1)).to_be_visible()
    assert page.url.endswith("?left")
    page.reload()
    expect(page.locator("check-list li:visible input[data-item]")).to_have_count(total - 2)
    page.get_by_label("Phase").select_option("the-day")
    assert page.url.endswith("?left&phase=the-day")
    page.goto(page.url + "#" + item(page, 0))
    page.reload()
    expect(boxes(page).nth(0)).to_be_visible()
    page.goto(page.url.partition("?")[0].partition("#")[0] + "?essential")
    expect(page.locator("check-list li:visible:not(.essential)")).to_have_count(0)


def test_a_link_to_an_entry_is_copied_and_opens_what_is_folded(open_page: Open, address: str):
    """The entry is in sight, marked, and has the focus."""
    page = open_page(LIST, permissions=["clipboard-read", "clipboard-write"])
    page.locator("check-list .permalink").first.click()
    expect(page.locator("check-list .permalink").first).to_have_attribute("data-said", "Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{address}{LIST}#{item(page, 0)}"
    page.goto("about:blank")
    page.goto(link)
    target = page.locator(".arrived")
    expect(target).to_be_in_viewport()
    expect(target).to_be_focused()
    page.goto(address + "questions/probing/#biggest-failure")
    expect(page.locator(".arrived")).to_be_focused()


def test_what_is_folded_opens(open_page: Open):
    """A change listed on the home page stands inside a closed part."""
    page = open_page("")
    folded = page.locator("details.more dl.changes > div").first
    expect(folded).to_be_hidden()
    page.evaluate("id => { location.hash = id }", folded.get_attribute("id"))
    expect(folded).to_be_visible()
    expect(folded).to_be_focused()


def test_progress_over_all_stands_on_the_home_page(open_page: Open, address: str):
    """Only lists that were begun count; a first visit sees nothing and loads nothing for it."""
    asked: list[str] = []
    page = open_page("about/")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    expect(page.locator("progress-overview")).to_be_hidden()
    assert not [url for url in asked if url.endswith("items.json")]
    page.goto(address + LIST)
    total = boxes(page).count()
    boxes(page).nth(0).check()
    page.get_by_role("button", name="Not for me").nth(1).click()
    page.goto(address)
    words = f"1 of {total - 1} done, 1 not for you"
    expect(page.locator("progress-overview .overall")).to_contain_text(words)
    expect(page.locator("progress-overview .progress-list").first).to_contain_text(
        "Panel interview"
    )
    expect(page.locator("progress-overview .progress-list").last).to_contain_text("A week before")


def test_the_reminder_is_rare(open_page: Open):
    """Only with something to lose, and not again for two weeks."""
    page = open_page(LIST)
    reminder = page.locator("backup-reminder")
    store(page, saved({f"a-{n}": done() for n in range(14)}))
    expect(reminder).to_be_hidden()
    store(page, saved({f"a-{n}": done() for n in range(15)}))
    expect(reminder).to_be_visible()
    reminder.get_by_role("button", name="Not now").click()
    expect(reminder).to_be_hidden()
    page.reload()
    expect(reminder).to_be_hidden()


def test_controls_are_named_and_large_enough(open_page: Open):
    """At 360 pixels: targets of 24 pixels, nothing to push sideways, nothing for axe, also in the dark."""
    page = open_page(LIST, viewport={"width": 360, "height": 740})
    store(
        page,
        saved(
            {
                item(page, 0): {**done(), "rev": 0, "note": "n"},
                item(page, 1): {**done(), "state": "skipped"},
                "gone-1": done(),
            },
            "Acme",
        ),
    )
    for path in (LIST, DATA, ""):
        page.goto(
            page.url.replace(LIST, path).replace(DATA, path) if path else page.url.replace(DATA, "")
        )
        small = page.evaluate("""() => [...document.querySelectorAll('article button, article select, article input, .item-tools a')]
            .filter((e) => e.checkVisibility()).map((e) => [e.closest('label') ?? e, e])
            .filter(([e]) => e.getBoundingClientRect().height < 24).map(([, e]) => e.outerHTML.slice(0, 90))""")
        assert small == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.reload()
            page.wait_for_load_state("networkidle")
            found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"][:100]) for one in found] == [], (
                path,
                scheme,
            )


def test_without_javascript_no_control_is_dead(open_page: Open):
    """The list, its phases and its links are there; what needs a script is not."""
    page = open_page(LIST, java_script_enabled=False)
    assert boxes(page).count() > 10
    assert page.locator("check-list button, check-list select, check-list textarea").count() == 0


def test_the_list_of_all_items_is_whole(open_page: Open, address: str):
    """Each item of a page is in it, with its list, phase and revision."""
    page = open_page(LIST)
    guide = page.request.get(address + "api/v1/items.json").json()
    on_page = page.locator("check-list input[data-item]").evaluate_all(
        "all => all.map((e) => [e.dataset.item, Number(e.dataset.rev), e.closest('fieldset').dataset.phase])"
    )
    listed = [
        [one["id"], one["rev"], one["phase"]] for one in guide["items"] if one["list"] == "panel"
    ]
    assert sorted(on_page) == sorted(listed)
    assert guide["count"] == len(guide["items"]) == len({one["id"] for one in guide["items"]})
