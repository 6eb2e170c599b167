"""Invalid parts of the saved state are quarantined, and the valid parts are kept."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.state import CHECKLIST_PAGE, EARLIER, MY_DATA_PAGE, done_mark, state_with_items, store_state

GOOD = {"good": done_mark()}
MARK = {"state": "done", "rev": 1, "at": EARLIER}
DEEP = "[" * 5000 + "]" * 5000
HOPELESS = {
    "null": "null",
    "a string": '"round-two"',
    "a number": "0",
    "not a number": "NaN",
    "a list": "[]",
    "a list of states": json.dumps([state_with_items(GOOD)]),
    "cut off": json.dumps(state_with_items(GOOD))[:-9],
    "not JSON": "<html></html>",
    "JSON twice": json.dumps(json.dumps(state_with_items(GOOD))),
    "a byte order mark": "\ufeff" + json.dumps(state_with_items(GOOD)),
    "zeros": "\0" * 40,
    "version 1": '{"version":1,"interview":"__proto__","interviews":{"__proto__":{"items":{}}}}',
    "no version": json.dumps({"interviews": {}}),
    "version as text": json.dumps(state_with_items(GOOD) | {"version": "2"}),
    "version 0": json.dumps(state_with_items(GOOD) | {"version": 0}),
    "version 1.5": json.dumps(state_with_items(GOOD) | {"version": 1.5}),
    "version -1": json.dumps(state_with_items(GOOD) | {"version": -1}),
    "no interviews": json.dumps({"version": 2}),
    "interviews as a list": json.dumps({"version": 2, "interviews": [state_with_items(GOOD)]}),
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
    "an interview of another kind": raw(interview="", top="").replace('"interviews":{', '"interviews":{"x-1":7,'),
    "an interview with a bad id": raw().replace('"interviews":{', '"interviews":{"__proto__":{},'),
    "items as a list": raw().replace('"interviews":{', '"interviews":{"x-1":{"name":"X","items":[],"kept":{}},'),
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
    "an interview that is not there": raw().replace('"interview":"default"', '"interview":"nobody"'),
    "an interview that is an object": raw().replace('"interview":"default"', '"interview":{"a":1}'),
    "seen that is text": raw(top=',"seen":"p1","last":"x"'),
    "a last write that is broken": raw(top=',"seen":{"p1":1},"last":[{"part":"items","id":"__proto__","key":"a"}]'),
    "a long note": raw(f',"x-1":{{"state":"done","rev":1,"at":"","note":"{"n" * 200_000}"}}'),
}

VISIT = """async (texts) => {
    const seen = {};
    let visits = 0;
    for (const [name, text] of Object.entries(texts)) {
        localStorage.clear();
        localStorage.setItem('theirs', 'x');
        localStorage.setItem('round-two:state', text);
        const { store } = await import(`/assets/js/storage/store.mjs?${visits += 1}`);
        const good = store.getItem('good')?.state;
        const plan = store.getRecord('plan');
        store.setStatus({ id: 'other', rev: 1 }, 'done');
        store.setRecord('more', [1]);
        store.change('Larger', (state) => { state.interviews[state.interview].items.larger = { state: 'done', rev: 1, at: '' }; });
        store.undo();
        const again = (await import(`/assets/js/storage/store.mjs?${visits += 1}`)).store;
        const stored = Object.entries(localStorage);
        seen[name] = {
            good, plan, trouble: store.saveError, after: again.getItem('good')?.state, other: again.getItem('other')?.state,
            more: again.getRecord('more'), larger: again.getItem('larger')?.state, theirs: localStorage.getItem('theirs'),
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
def test_valid_parts_of_a_broken_state_are_kept(page: Page, texts: dict[str, str], good: str | None, aside: list[bool]):
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


def test_invalid_undo_history_is_ignored(page: Page):
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
            const { store } = await import(`/assets/js/storage/store.mjs?undo${at}`);
            store.undo();
            kept.push(store.getItem('good')?.state, ({}).a ?? null);
        }
        return kept;
    }"""
    assert page.evaluate(script, [broken, raw()]) == ["done", None] * len(broken)


def test_quarantined_state_can_be_downloaded_and_deleted(page: Page, address: str):
    page.goto(address + CHECKLIST_PAGE)
    store_state(page, '{"version": 2, "cut')
    expect(page.locator("output.count")).to_contain_text("copy of it")
    page.goto(address + MY_DATA_PAGE)
    with page.expect_download() as loading:
        page.locator("quarantine-panel").get_by_role("button", name="Download").click()
    assert loading.value.path().read_text("utf-8") == '{"version": 2, "cut'
    page.locator("quarantine-panel").get_by_role("button", name="Delete").click()
    page.locator("dialog.ask").get_by_role("button", name="Delete").click()
    expect(page.locator("quarantine-panel")).to_be_hidden()
