"""What ticks survive: other tabs, an edited guide, other versions, broken, full and blocked storage."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from reader import (
    DATA,
    KEY,
    LIST,
    OLD,
    SOON,
    another_tab,
    boxes,
    done,
    guide_says,
    item,
    items,
    module,
    saved,
    state,
    store,
)

ASIDE = "Object.entries(localStorage).filter(([k]) => k.startsWith('round-two:unreadable:')).map(([, v]) => v)"


def test_three_tabs_racing_lose_nothing(page: Page, address: str):
    """All tick, note and keep all they can at the same moment; soon all show everything, and it is stored."""
    page.goto(address + LIST)
    tabs = [page, another_tab(page), another_tab(page)]
    count = boxes(page).count()
    moment = page.evaluate("Date.now() + 500")
    for start, tab in enumerate(tabs):
        tab.evaluate(
            """async ([start, tabs, moment]) => {
                const { store } = await import('/assets/js/store.mjs');
                setTimeout(() => {
                    const all = [...document.querySelectorAll('check-list input[data-item]')];
                    for (let at = start; at < all.length; at += tabs) all[at].click();
                    for (let at = 0; at < 5; at += 1) store.keep(`story-${start}-${at}`, { at });
                    store.note({ id: `noted-${start}`, rev: 1 }, 'mine');
                }, moment - Date.now());
            }""",
            [start, len(tabs), moment],
        )
    for tab in tabs:
        words = f"{count} of {count} done"
        expect(tab.locator("output.count")).to_contain_text(words, timeout=SOON)
    page.wait_for_function(
        "key => Object.keys(JSON.parse(localStorage.getItem(key)).interviews.default.kept).length === 15",
        arg=KEY,
        polling=100,
        timeout=SOON,
    )
    assert len(items(page)) == count + 3
    assert sum(mark["state"] == "done" for mark in items(page).values()) == count


def test_an_overwritten_tick_comes_back(page: Page, address: str):
    """A tab that wrote from an older copy did not see our tick: ours is set again, and theirs stays."""
    page.goto(address + LIST)
    second = another_tab(page)
    boxes(page).nth(0).check()
    theirs = saved({item(page, 1): done()})
    second.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(theirs)])
    expect(boxes(page).nth(1)).to_be_checked(timeout=SOON)
    expect(boxes(second).nth(0)).to_be_checked(timeout=SOON)
    assert set(items(page)) == {item(page, 0), item(page, 1)}


def test_a_tab_that_closed_is_healed_by_another(page: Page, address: str):
    """What it wrote last reaches a tab that had overwritten it: also when nobody else is left to set it again."""
    page.goto(address + LIST)
    boxes(page).nth(0).check()
    theirs = page.evaluate(
        """([key, id]) => {
            const state = JSON.parse(localStorage.getItem(key));
            const now = { state: 'done', rev: 1, at: '2026-01-01T00:00:00.000Z' };
            const theirs = { ...state, seen: { pother: 1 }, last: [{ part: 'items', id: 'default', key: id, now }] };
            dispatchEvent(new StorageEvent('storage', { key, newValue: JSON.stringify(theirs) }));
            return id;
        }""",
        [KEY, item(page, 1)],
    )
    expect(boxes(page).nth(1)).to_be_checked()
    assert set(items(page)) == {item(page, 0), theirs}


def test_what_another_tab_took_back_stays_taken_back(page: Page, address: str):
    """A tab that saw our reset and undid it is not healed against."""
    page.goto(address + LIST)
    store(page, saved({item(page, 0): done(note="mine", noted=OLD)}))
    page.get_by_role("button", name="Reset this list").click()
    page.locator("dialog.ask").get_by_role("button", name="Reset").click()
    second = another_tab(page)
    second.get_by_role("button", name="Undo").click()
    expect(boxes(page).nth(0)).to_be_checked(timeout=SOON)
    expect(page.locator("undo-bar")).to_be_hidden()
    assert items(second)[item(page, 0)] == done(note="mine", noted=OLD)


def test_the_back_button_shows_what_was_ticked(page: Page, address: str):
    """Also what was ticked meanwhile in another tab."""
    page.goto(address + LIST)
    boxes(page).nth(0).check()
    other = another_tab(page)
    page.goto(address + "api/v1/index.json")
    boxes(other).nth(1).check()
    page.go_back()
    expect(boxes(page).nth(0)).to_be_checked()
    expect(boxes(page).nth(1)).to_be_checked()


def test_a_rebuilt_guide_moves_no_tick(page: Page, address: str):
    """Entries in another order, one renamed twice, one that took the alias of another, one gone."""
    page.goto(address + LIST)
    ids = [item(page, at) for at in range(5)]
    marks = {
        "first-name": done("2026-01-03T00:00:00.000Z"),
        "second-name": {**done(OLD), "state": "todo", "note": "kept", "noted": OLD},
        ids[1]: {**done(), "state": "skipped"},
        "moved-here": done(note="n", noted=OLD),
        "gone-item": done(what="Bring a fax"),
    }
    store(page, saved(marks))
    renamed = [
        (f'data-item="{ids[0]}"', 'data-item="third-name" data-aliases="second-name first-name"'),
        (f'data-item="{ids[2]}"', f'data-item="{ids[3]}-held"'),
        (f'data-item="{ids[3]}"', f'data-item="{ids[2]}"'),
        (f'data-item="{ids[4]}"', f'data-item="{ids[4]}" data-aliases="moved-here"'),
    ]
    guide_says(page, LIST, *renamed)
    expect(boxes(page).nth(0)).to_be_checked()
    expect(page.locator(".item-note textarea").nth(0)).to_have_value("kept")
    expect(page.locator("li[data-state=skipped] input")).to_have_attribute("data-item", ids[1])
    expect(boxes(page).nth(2)).not_to_be_checked()
    expect(boxes(page).nth(4)).to_be_checked()
    assert items(page) == marks
    boxes(page).nth(0).uncheck()
    page.reload()
    expect(boxes(page).nth(0)).not_to_be_checked()
    after = items(page)
    assert (after["third-name"]["state"], after["third-name"]["note"]) == ("todo", "kept")
    del after["third-name"]
    assert after == {id: mark for id, mark in marks.items() if not id.endswith("-name")}


def test_a_raised_rev_is_said_and_answered(page: Page, address: str):
    """The old wording is shown; keep or untick with one click."""
    page.goto(address + LIST)
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


def test_what_left_the_guide_is_kept_and_listed(page: Page, address: str):
    """With its wording and note; removing it can be undone."""
    page.goto(address + DATA)
    store(page, saved({"gone-item": done(what="Bring a fax", note="ha")}))
    old = page.locator("old-marks")
    expect(old).to_contain_text("Bring a fax")
    expect(old).to_contain_text("ha")
    old.get_by_role("button", name="Remove").click()
    page.locator("dialog.ask").get_by_role("button", name="Remove").click()
    expect(old).to_contain_text("still in the guide")
    page.locator("undo-bar").get_by_role("button", name="Undo").click()
    expect(old).to_contain_text("Bring a fax")


def test_version_1_is_brought_forward(page: Page, address: str):
    """No tick is lost, what is unknown stays, and nothing is written before the reader acts."""
    page.goto(address + LIST)
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


def test_a_newer_version_is_shown_and_left_alone(page: Page, address: str):
    """Ticks last until the page is closed, and it is said; another tab's newer write does the same."""
    page.goto(address + LIST)
    newer = saved({item(page, 0): done()}) | {"version": 3, "new": {"a": 1}}
    store(page, newer)
    expect(boxes(page).first).to_be_checked()
    expect(page.locator("output.count")).to_contain_text("newer version")
    boxes(page).nth(1).check()
    expect(boxes(page).nth(1)).to_be_checked()
    page.goto(address + DATA)
    expect(page.locator("set-aside")).to_contain_text("newer version")
    page.get_by_role("button", name="Delete (My interview)").or_(
        page.get_by_role("button", name="More (My interview)")
    ).first.click()
    assert state(page) == newer


GOOD = {"good": done()}
MARK = {"state": "done", "rev": 1, "at": OLD}
DEEP = "[" * 5000 + "]" * 5000
HOPELESS = {
    "null": "null",
    "a string": '"round-two"',
    "a number": "0",
    "not a number": "NaN",
    "a list": "[]",
    "a list of states": json.dumps([saved(GOOD)]),
    "cut off": json.dumps(saved(GOOD))[:-9],
    "not JSON": "<html></html>",
    "JSON twice": json.dumps(json.dumps(saved(GOOD))),
    "a byte order mark": "\ufeff" + json.dumps(saved(GOOD)),
    "zeros": "\0" * 40,
    "no version": json.dumps({"interviews": {}}),
    "version as text": json.dumps(saved(GOOD) | {"version": "2"}),
    "version 0": json.dumps(saved(GOOD) | {"version": 0}),
    "version 1.5": json.dumps(saved(GOOD) | {"version": 1.5}),
    "version -1": json.dumps(saved(GOOD) | {"version": -1}),
    "no interviews": json.dumps({"version": 2}),
    "interviews as a list": json.dumps({"version": 2, "interviews": [saved(GOOD)]}),
    "interviews null": json.dumps({"version": 2, "interviews": None}),
    "a deep list": DEEP,
    "a deep object": '{"a":' * 5000 + "1" + "}" * 5000,
}


def raw(marks: str = "", kept: str = "", interview: str = "", top: str = "") -> str:
    """Return the text of a state that holds the good mark, and what else is given."""
    good = json.dumps(MARK)
    return (
        f'{{"version":2,"interview":"default"{top},"interviews":{{"default":{{"name":"Acme","created":"","at":"",'
        f'"archived":false{interview},"items":{{"good":{good}{marks}}},"kept":{{"plan":{{"value":1,"at":""}}{kept}}}}}}}}}'
    )


FLAWED = {
    "a mark that is a number": raw(',"x-1":5'),
    "a mark that is null": raw(',"x-1":null'),
    "a mark that is a list": raw(',"x-1":[]'),
    "an empty mark": raw(',"x-1":{}'),
    "an unknown state": raw(',"x-1":{"state":"maybe","rev":1,"at":""}'),
    "a state of the prototype": raw(',"x-1":{"state":"constructor","rev":1,"at":""}'),
    "a revision as text": raw(',"x-1":{"state":"done","rev":"1","at":""}'),
    "a revision of 1.5": raw(',"x-1":{"state":"done","rev":1.5,"at":""}'),
    "a revision below 0": raw(',"x-1":{"state":"done","rev":-1,"at":""}'),
    "an endless revision": raw(',"x-1":{"state":"done","rev":1e999,"at":""}'),
    "a note that is an object": raw(',"x-1":{"state":"done","rev":1,"at":"","note":{}}'),
    "a note that is null": raw(',"x-1":{"state":"done","rev":1,"at":"","note":null}'),
    "a wording that is a list": raw(',"x-1":{"state":"done","rev":1,"at":"","what":[]}'),
    "the id __proto__": raw(',"__proto__":{"state":"done","rev":1,"at":""}'),
    "an id with capitals": raw(',"X-1":{"state":"done","rev":1,"at":""}'),
    "an empty id": raw(',"":{"state":"done","rev":1,"at":""}'),
    "an id of markup": raw(',"<img src=x>":{"state":"done","rev":1,"at":""}'),
    "a long id": raw(f',"{"x" * 65}":{{"state":"done","rev":1,"at":""}}'),
    "a deep field": raw(f',"x-1":{{"state":"done","rev":1,"at":"","more":{DEEP}}}'),
    "kept without value": raw(kept=',"x-1":{"at":""}'),
    "kept that is text": raw(kept=',"x-1":"plan"'),
    "kept under a bad name": raw(kept=',"X 1":{"value":1,"at":""}'),
    "kept too deep": raw(kept=f',"x-1":{{"value":{DEEP},"at":""}}'),
    "an interview of another kind": raw(interview="", top="").replace(
        '"interviews":{', '"interviews":{"x-1":7,'
    ),
    "an interview with a bad id": raw().replace('"interviews":{', '"interviews":{"__proto__":{},'),
    "items as a list": raw().replace(
        '"interviews":{', '"interviews":{"x-1":{"name":"X","items":[],"kept":{}},'
    ),
    "a name that is a number": raw().replace('"Acme"', "5"),
    "an empty name": raw().replace('"Acme"', '" "'),
    "a deep field beside": raw(top=f',"more":{DEEP}'),
    "a deep field of an interview": raw(interview=f',"more":{DEEP}'),
}
ODD = {
    "a time that is a number": raw(',"x-1":{"state":"done","rev":1,"at":5}'),
    "a day that is none": raw(',"x-1":{"state":"done","rev":1,"at":"2026-13-45T99:99:99Z"}'),
    "the year 275760": raw(',"x-1":{"state":"done","rev":1,"at":"+275760-09-13T00:00:00.000Z"}'),
    "the year 9999": raw(',"x-1":{"state":"done","rev":1,"at":"9999-12-31T23:59:59.999Z"}'),
    "no time": raw(',"x-1":{"state":"done","rev":1}'),
    "a number as id": raw(',"1":{"state":"done","rev":1,"at":""}'),
    "an id of the prototype": raw(',"constructor":{"state":"done","rev":1,"at":""}'),
    "a lone surrogate": raw(',"x-1":{"state":"done","rev":1,"at":"","note":"\\ud800"}'),
    "one key twice": raw(',"x-1":{"state":"todo","rev":1,"rev":2,"at":""}'),
    "an unknown field": raw(',"x-1":{"state":"done","rev":1,"at":"","more":[1]}', top=',"more":1'),
    "a field __proto__": raw(interview=',"__proto__":{"archived":true}'),
    "an interview that is not there": raw().replace(
        '"interview":"default"', '"interview":"nobody"'
    ),
    "an interview that is an object": raw().replace('"interview":"default"', '"interview":{"a":1}'),
    "seen that is text": raw(top=',"seen":"p1","last":"x"'),
    "a last write that is broken": raw(
        top=',"seen":{"p1":1},"last":[{"part":"items","id":"__proto__","key":"a"}]'
    ),
    "a long note": raw(f',"x-1":{{"state":"done","rev":1,"at":"","note":"{"n" * 200_000}"}}'),
}

VISIT = """async (texts) => {
    const seen = {};
    let visits = 0;
    for (const [name, text] of Object.entries(texts)) {
        localStorage.clear();
        localStorage.setItem('theirs', 'x');
        localStorage.setItem('round-two:state', text);
        const { store } = await import(`/assets/js/store.mjs?${visits += 1}`);
        const good = store.mark('good')?.state;
        const plan = store.kept('plan');
        store.set({ id: 'other', rev: 1 }, 'done');
        store.keep('more', [1]);
        store.change('Larger', (state) => { state.interviews[state.interview].items.larger = { state: 'done', rev: 1, at: '' }; });
        store.undo();
        const again = (await import(`/assets/js/store.mjs?${visits += 1}`)).store;
        const stored = Object.entries(localStorage);
        seen[name] = {
            good, plan, trouble: store.trouble, after: again.mark('good')?.state, other: again.mark('other')?.state,
            more: again.kept('more'), larger: again.mark('larger')?.state, theirs: localStorage.getItem('theirs'),
            now: localStorage.getItem('round-two:state') === text,
            aside: stored.filter(([key]) => key.startsWith('round-two:unreadable:')).map(([, value]) => value === text),
            polluted: ({}).archived ?? ({}).state ?? null,
        };
    }
    localStorage.clear();
    return seen;
}"""


@pytest.mark.parametrize(
    ("texts", "good", "aside"),
    [(HOPELESS, None, [True]), (FLAWED, "done", [True]), (ODD, "done", [])],
    ids=["hopeless", "flawed", "odd"],
)
def test_a_broken_value_costs_nothing_that_is_sound(
    page: Page, texts: dict[str, str], good: str | None, aside: list[bool]
):
    """The sound part goes on and can be changed; the whole text is set aside when a part cannot be read."""
    plan = 1 if good else None
    expected = {
        "good": good,
        "plan": plan,
        "trouble": "",
        "after": good,
        "other": "done",
        "more": [1],
        "larger": None,
        "theirs": "x",
        "now": False,
        "aside": aside,
        "polluted": None,
    }
    seen = page.evaluate(VISIT, texts)
    assert {name: one for name, one in seen.items() if clean(one) != expected} == {}


def clean(one: dict[str, Any]) -> dict[str, Any]:
    """Fill in what did not come through because it was undefined."""
    return dict.fromkeys(("good", "plan", "after", "other", "more", "larger")) | one


def test_a_broken_history_is_no_offer(page: Page):
    """What undo would do is checked before it is done."""
    where = '"part":"items","id":"default","key":"good"'
    broken = [
        "7",
        '"x"',
        "[1]",
        "[{}]",
        '[{"label":5,"at":"","changes":[]}]',
        '[{"label":"x","at":"","changes":[{"part":"nothing","id":"default"}]}]',
        '[{"label":"x","at":"","changes":[{"part":"interview","id":"__proto__","was":{"a":1}}]}]',
        f'[{{"label":"x","at":"","changes":[{{{where},"now":{json.dumps(MARK)},"was":5}}]}}]',
        f'[{{"label":"x","at":"","changes":[{{"part":"interview","id":"x-1","was":{DEEP}}}]}}]',
    ]
    script = """async ([texts, state]) => {
        const kept = [];
        for (const [at, text] of texts.entries()) {
            localStorage.setItem('round-two:state', state);
            localStorage.setItem('round-two:undo', text);
            const { store } = await import(`/assets/js/store.mjs?undo${at}`);
            store.undo();
            kept.push(store.mark('good')?.state, ({}).a ?? null);
        }
        return kept;
    }"""
    assert page.evaluate(script, [broken, raw()]) == ["done", None] * len(broken)


def test_what_was_set_aside_can_be_had(page: Page, address: str):
    """It is said on every list, and downloaded on the page of the reader's data."""
    page.goto(address + LIST)
    store(page, '{"version": 2, "cut')
    expect(page.locator("output.count")).to_contain_text("set aside")
    page.goto(address + DATA)
    with page.expect_download() as loading:
        page.locator("set-aside").get_by_role("button", name="Download").click()
    assert loading.value.path().read_text("utf-8") == '{"version": 2, "cut'
    page.locator("set-aside").get_by_role("button", name="Throw it away").click()
    page.locator("dialog.ask").get_by_role("button", name="Throw away").click()
    expect(page.locator("set-aside")).to_be_hidden()


FILL = """() => {
    for (let size = 4e6; size >= 1; size = Math.floor(size / 2))
        try { for (let n = 0; ; n += 1) localStorage.setItem(`theirs-${size}-${n}`, 'x'.repeat(size)); } catch {}
}"""
EMPTY = "for (const key of Object.keys(localStorage)) if (key.startsWith('theirs')) localStorage.removeItem(key)"


def test_a_full_storage_loses_nothing(page: Page, address: str):
    """New ticks last until the page closes, and it is said; with room again they join what another tab wrote."""
    page.goto(address + LIST)
    boxes(page).nth(0).check()
    page.evaluate(FILL)
    boxes(page).nth(1).check()
    expect(page.locator("output.count")).to_contain_text("storage is full")
    assert set(items(page)) == {item(page, 0)}
    boxes(page).nth(0).uncheck()
    page.get_by_role("button", name="Reset this list").click()
    page.locator("dialog.ask").get_by_role("button", name="Reset").click()
    page.get_by_role("button", name="Undo").click()
    expect(boxes(page).nth(1)).to_be_checked()
    second = another_tab(page)
    second.evaluate(EMPTY)
    boxes(second).nth(2).check()
    expect(boxes(page).nth(2)).to_be_checked(timeout=SOON)
    boxes(page).nth(3).check()
    expect(page.locator("output.count")).not_to_contain_text("storage is full")
    expect(boxes(second).nth(1)).to_be_checked(timeout=SOON)
    states = {id: mark["state"] for id, mark in items(page).items()}
    ids = [item(page, at) for at in range(4)]
    assert states == dict(zip(ids, ("todo", "done", "done", "done"), strict=True))


def test_without_room_for_a_copy_nothing_is_written(page: Page, address: str):
    """A huge broken text stays where it is, and the page says so."""
    page.goto(address + LIST)
    page.evaluate("key => localStorage.setItem(key, 'x'.repeat(4e6))", KEY)
    page.reload()
    expect(page.locator("output.count")).to_contain_text("no room to set it aside")
    boxes(page).nth(0).check()
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == "x" * 4_000_000


BLOCKED = {
    "from the start": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    "missing": "Object.defineProperty(window, 'localStorage', { value: null })",
    "for writing": "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }",
}


@pytest.mark.parametrize("script", BLOCKED.values(), ids=BLOCKED)
def test_a_blocked_storage_still_ticks(page: Page, address: str, script: str):
    """In memory, and it is said; search and filters work on."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(script)
    page.goto(address + LIST)
    boxes(page).nth(0).check()
    expect(page.locator("output.count")).to_contain_text("1 of")
    expect(page.locator("output.count")).to_contain_text("lasts until you close the page")
    page.get_by_role("button", name="What is left").click()
    expect(boxes(page).nth(0)).to_be_hidden()
    assert errors == []


def test_a_storage_that_stops_half_way_keeps_what_is_shown(page: Page, address: str):
    """Reading fails from now on: the ticks on the page stay, and it is said."""
    page.goto(address + LIST)
    boxes(page).nth(0).check()
    page.evaluate("() => { Storage.prototype.getItem = () => { throw new DOMException('no'); }; }")
    boxes(page).nth(1).check()
    expect(page.locator("output.count")).to_contain_text("2 of")
    expect(page.locator("output.count")).to_contain_text("keeps nothing")


@pytest.mark.parametrize("year", [1970, 2099, 9999])
def test_a_clock_that_jumps_changes_no_answer(page: Page, address: str, year: int):
    """A tick from another year can be taken back here, for good: also merged with the tick it came from."""
    page.goto(address + LIST)
    one = item(page, 0)
    then = f"{year}-12-31T12:00:00.000Z"
    theirs = saved({one: done(then)})
    store(page, theirs)
    page.clock.set_fixed_time("1971-01-01T00:00:00Z")
    boxes(page).first.uncheck()
    boxes(page).nth(1).check()
    page.reload()
    expect(boxes(page).first).not_to_be_checked()
    expect(boxes(page).nth(1)).to_be_checked()
    script = "(m, [a, b, id]) => [m.merge(a, b), m.merge(b, a)].map((s) => s.interviews.default.items[id].state)"
    assert module(page, "merge", script, [state(page), theirs, one]) == ["todo", "todo"]


def test_what_widgets_keep(page: Page):
    """Copies in and out, listed by name, forgotten for good, refused when it could not be read back."""
    script = """(m) => {
        const { store } = m;
        const plan = { day: 1 };
        store.keep('plan', plan);
        plan.day = 2;
        store.kept('plan').day = 3;
        store.keep('story-b', 'b');
        store.keep('story-a', 'a');
        store.keep('story-c', 'c');
        store.keep('story-c');
        const refused = ['', 'Plan', '-a', 'a'.repeat(97), '__proto__'].filter((name) => {
            try { store.keep(name, 1); return false; } catch { return true; }
        });
        store.keep('q'.repeat(96), 0);
        return [store.kept('plan'), store.keptNames('story-'), store.kept('story-c') ?? null, store.kept('constructor') ?? null,
            refused.length, store.kept('q'.repeat(96))];
    }"""
    assert module(page, "store", script) == [
        {"day": 1},
        ["story-a", "story-b"],
        None,
        None,
        5,
        0,
    ]
    kept = state(page)["interviews"]["default"]["kept"]
    assert kept["story-c"]["value"] is None
    assert kept["story-c"]["at"]
