"""Backup files, import, merge and the link to another device."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from support.state import (
    EARLIER,
    KEY,
    LATER,
    MY_DATA_PAGE,
    answer_dialog,
    backup_file,
    call_module,
    choose_backup_file,
    done_mark,
    saved_items,
    saved_state,
    state_with_items,
    store_state,
)

STATES = """
    // Seeded, so that a failure comes again.
    const random = (seed) => () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    const made = (next) => {
        const one = (list) => list[Math.floor(next() * list.length)];
        const some = (names, make) => Object.fromEntries(names.filter(() => next() < 0.6).map((name) => [name, make()]));
        const time = () => one(['', '1970-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00.000Z', '2099-01-01T00:00:00.000Z']);
        const mark = () => ({ state: one(['todo', 'done', 'skipped']), rev: one([1, 2]), at: time(),
            ...(next() < 0.4 ? { what: one(['a', 'b']) } : {}), ...(next() < 0.4 ? { note: one(['x', 'y', 'xy']) } : {}),
            ...(next() < 0.5 ? { noted: time() } : {}), ...(next() < 0.1 ? { more: one([1, { b: 1, a: 2 }]) } : {}) });
        const kept = () => ({ value: one([null, 1, { a: [1] }, 'x']), at: time() });
        const interview = (name) => ({ name, created: one(['', '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z']), at: time(),
            archived: next() < 0.2, items: some(['a-1', 'a-2', 'constructor'], mark), kept: some(['plan', 'story-a'], kept) });
        const first = one(['My interview', 'Acme']);
        return { version: 2, interview: 'default', interviews: { default: interview(first),
            ...some(['i-1', 'i-2'], () => interview(one(['Bolt', 'Cedar']))) } };
    };
"""


def test_merge_is_commutative_associative_and_idempotent(page: Page):
    script = (
        """async (count) => {
        const { mergeStates } = await import('/assets/js/storage/merge.mjs');
        const { canonicalJson } = await import('/assets/js/storage/patch.mjs');
        const { parseState } = await import('/assets/js/storage/state.mjs');"""
        + STATES
        + """
        const next = random(4);
        const text = ({ interviews }) => canonicalJson(interviews);
        const failed = [];
        for (let n = 0; n < count; n += 1) {
            const [a, b, c] = [made(next), made(next), made(next)];
            const before = JSON.stringify([a, b, c]);
            const ab = mergeStates(a, b);
            if (text(ab) !== text(mergeStates(b, a))) failed.push(['both sides', a, b]);
            if (text(mergeStates(ab, c)) !== text(mergeStates(a, mergeStates(b, c)))) failed.push(['grouping', a, b, c]);
            if (text(mergeStates(ab, b)) !== text(ab) || text(mergeStates(a, a)) !== text(a)) failed.push(['again', a, b]);
            if (parseState(ab).errors.length) failed.push(['unsound', a, b]);
            if (JSON.stringify([a, b, c]) !== before) failed.push(['changed what it was given', a, b, c]);
            for (const [id, { items }] of Object.entries(ab.interviews)) {
                for (const [key, mark] of Object.entries(items)) {
                    const sources = [a, b].map((s) => s.interviews[id]?.items).filter((s) => s && Object.hasOwn(s, key)).map((s) => s[key]);
                    const newest = (field) => Math.max(...sources.map((one) => Date.parse(one[field] || '') || 0));
                    if (!sources.some(({ state, at }) => state === mark.state && (Date.parse(at) || 0) === newest('at'))) failed.push(['not the newest', a, b, key]);
                    if (!sources.some(({ note, noted }) => note === mark.note && (Date.parse(noted || '') || 0) === newest('noted'))) failed.push(['not the newest note', a, b, key]);
                }
            }
        }
        return failed.slice(0, 3);
    }"""
    )
    assert page.evaluate(script, 1500) == []


def test_first_interviews_of_two_devices_merge_unless_both_are_named(page: Page):
    script = "(m, [a, b]) => Object.keys(m.mergeStates(a, b).interviews).length"
    acme, bolt, plain, cedar = (
        state_with_items({"a-1": done_mark()}, name, created=created)
        for name, created in (
            ("Acme", EARLIER),
            ("Bolt", LATER),
            ("My interview", ""),
            ("Cedar", ""),
        )
    )
    assert call_module(page, "storage/merge", script, [acme, plain]) == 1
    assert call_module(page, "storage/merge", script, [acme, acme]) == 1
    assert call_module(page, "storage/merge", script, [acme, bolt]) == 2
    to_and_fro = """({ mergeStates: merge }, [a, b, c]) => {
        let [phone, laptop] = [merge(a, b), merge(b, a)];
        for (let n = 0; n < 3; n += 1) [phone, laptop] = [merge(phone, laptop), merge(merge(laptop, phone), c)];
        return [phone, laptop].map((s) => Object.values(s.interviews).map(({ name }) => name).sort());
    }"""
    assert (
        call_module(page, "storage/merge", to_and_fro, [acme, bolt, cedar])
        == [["Acme", "Bolt", "Cedar"]] * 2
    )


def test_backup_restores_the_exact_state_and_can_be_undone(
    page: Page, open_page: Callable[..., Page], address: str
):
    page.goto(address + MY_DATA_PAGE)
    value = state_with_items(
        {
            "a-1": done_mark(
                what="Wörter",
                note="✓ <i>\ud83d\ude00\u2028",
                noted=LATER,
                more=[{"b": 1, "a": 0.1}],
            )
        },
        "Acme",
        kept={"plan": {"value": [1, None, {"z": "", "a": -0.5e-7}], "at": EARLIER}},
        more="kept",
    )
    store_state(page, value)
    with page.expect_download() as loading:
        page.get_by_role("button", name="Save a backup file").click()
    text = loading.value.path().read_text("utf-8")
    assert json.dumps(json.loads(text)["state"]) == json.dumps(value)
    empty = open_page(MY_DATA_PAGE)
    store_state(empty, state_with_items({"b-1": done_mark()}, "Bolt"))
    before = saved_state(empty)["interviews"]
    choose_backup_file(empty, "\ufeff" + text)
    expect(empty.locator("backup-panel .preview")).to_contain_text(
        "1 interview (“Acme”) with 1 marked item, 1 note and 1 plan"
    )
    assert saved_state(empty)["interviews"] == before
    empty.get_by_role("button", name="Replace everything").click()
    answer_dialog(empty, "Replace")
    expect(empty.locator("interview-list")).to_contain_text("Acme")
    assert json.dumps(saved_state(empty)["interviews"]) == json.dumps(value["interviews"])
    empty.get_by_role("button", name="Undo").click()
    expect(empty.locator("interview-list")).to_contain_text("Bolt")
    assert saved_state(empty)["interviews"] == before


def test_merging_a_backup_keeps_the_newest_values(page: Page, address: str):
    page.goto(address + MY_DATA_PAGE)
    store_state(
        page,
        state_with_items(
            {"a-1": done_mark(LATER), "a-2": done_mark(EARLIER)},
            kept={"plan": {"value": 1, "at": LATER}},
        ),
    )
    theirs = state_with_items(
        {
            "a-1": {**done_mark(EARLIER), "state": "todo"},
            "a-2": {**done_mark(LATER), "state": "skipped"},
            "a-3": done_mark(),
        },
        kept={"plan": {"value": 0, "at": EARLIER}, "story-a": {"value": 1, "at": EARLIER}},
    )
    choose_backup_file(page, backup_file(theirs))
    preview = page.locator("backup-panel .preview")
    expect(preview).to_contain_text("Adds 2 entries, changes 1.")
    page.get_by_role("button", name="Merge").click()
    expect(page.locator("undo-bar")).to_contain_text("Merged")
    states = {one: mark["state"] for one, mark in saved_items(page).items()}
    assert states == {"a-1": "done", "a-2": "skipped", "a-3": "done"}
    kept = saved_state(page)["interviews"]["default"]["kept"]
    assert {name: one["value"] for name, one in kept.items()} == {"plan": 1, "story-a": 1}
    choose_backup_file(page, backup_file(theirs))
    expect(preview).to_contain_text("You already have everything in it.")
    expect(page.get_by_role("button", name="Merge")).to_have_count(0)


GOOD = state_with_items({"a-1": done_mark()})
BAD_FILES = {
    "cut off": ('{"format": "round-two-backup", "state', "another kind of file"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "another kind of file"),
    "empty": ("", "another kind of file"),
    "another file": ({"hello": 1}, "isn't a Round Two backup"),
    "a list": ([backup_file(GOOD)], "isn't a Round Two backup"),
    "null": ("null", "isn't a Round Two backup"),
    "only the state": (GOOD, "isn't a Round Two backup"),
    "no state": ({"format": "round-two-backup"}, "can't be read"),
    "a state that is a list": (backup_file([GOOD]), "can't be read"),
    "interviews as a list": (backup_file(GOOD | {"interviews": [1]}), "has no interviews"),
    "no version": (backup_file({"interviews": {}}), "has no version"),
    "newer": (backup_file({"version": 99, "interviews": {}}), "newer version"),
    "endless version": ('{"format":"round-two-backup","state":{"version":1e999}}', "no version"),
    "one bad mark": (
        backup_file(state_with_items({"a-1": done_mark(), "a-2": {"state": "x"}})),
        '"a-2" cannot be read',
    ),
    "items as a list": (backup_file(state_with_items([])), "not a list by id"),
    "hostile": (
        '{"format":"round-two-backup","state":{"version":2,"interviews":{"__proto__":{}}}}',
        "damaged",
    ),
    "deep": (
        '{"format":"round-two-backup","state":' + '{"state":' * 9000 + "1" + "}" * 9001,
        "can't be read",
    ),
}


def test_invalid_backup_is_refused_with_a_reason(page: Page, address: str):
    page.goto(address + MY_DATA_PAGE)
    store_state(page, GOOD)
    for name, (content, why) in BAD_FILES.items():
        choose_backup_file(page, content)
        expect(page.locator("backup-panel .trouble-note"), name).to_contain_text(why)
        assert saved_state(page) == GOOD, name
    page.evaluate("""() => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(50_000_000)], 'film.json'));
        const field = document.querySelector('#backup-file');
        field.files = files.files;
        field.dispatchEvent(new Event('change'));
    }""")
    expect(page.locator("backup-panel .trouble-note")).to_contain_text("too large")


def test_markup_in_a_backup_is_shown_as_text(page: Page, address: str):
    page.goto(address + MY_DATA_PAGE)
    markup = "<img src=x onerror=window.hit=1><script>hit=1</script>"
    hostile = state_with_items({"a-1": done_mark(what=markup, note=markup)}, markup + "x" * 100_000)
    for n in range(100):
        hostile["interviews"][f"i-{n}"] = state_with_items({}, markup)["interviews"]["default"]
    choose_backup_file(page, backup_file(hostile))
    expect(page.locator(".preview")).to_contain_text("96 more")
    assert len(page.locator(".preview").inner_text()) < 2000
    page.get_by_role("button", name="Merge").click()
    expect(page.locator("removed-items")).to_contain_text(markup)
    page.reload()
    expect(page.locator("interview-list li")).to_have_count(101)
    assert page.evaluate("window.hit ?? null") is None
    assert page.locator("article img[src=x]").count() == 0


def test_transfer_link_carries_an_interview_without_a_server(
    page: Page, open_page: Callable[..., Page], address: str
):
    page.goto(address + MY_DATA_PAGE)
    kept = {"plan": {"value": {"date": "2026-12-01"}, "at": EARLIER}}
    mine = state_with_items(
        {"a-1": done_mark(what="words", note="✓", noted=LATER)}, "Acme", kept=kept
    )
    store_state(page, mine)
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("Link with").input_value()
    expect(page.get_by_role("img", name="QR code for")).to_be_visible()
    other = open_page("about/")
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(link)
    expect(other.locator("transfer-panel .preview")).to_contain_text("“Acme”")
    assert other.evaluate("localStorage.getItem('round-two:state')") is None
    assert "carry" not in other.url
    assert not [url for url in asked if "carry=" in url.partition("#")[0]]
    other.get_by_role("button", name="Merge").click()
    expect(other.locator("interview-list")).to_contain_text("Acme")
    assert saved_items(other) == {"a-1": done_mark(note="✓", noted=LATER)}
    assert saved_state(other)["interviews"]["default"]["kept"] == kept
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("transfer-panel")).to_contain_text("You already have everything in it.")
    for broken in (
        link[:-9],
        link[: link.index("=") + 1],
        f"{link[: link.index('=') + 1]}!!",
        f"{link}%",
    ):
        other.goto("about:blank")
        other.goto(broken)
        expect(other.locator("transfer-panel")).to_contain_text("part of it is missing")


def test_transfer_link_is_offered_only_up_to_the_maximum_length(page: Page, address: str):
    page.goto(address + MY_DATA_PAGE)
    script = """async ({ encode, decode, MAX_LENGTH }, [state, address]) => {
        const noise = (length) => Array.from({ length }, (_, n) => (n * 2654435761 >>> 0).toString(36)).join('').slice(0, length);
        const link = (length) => {
            state.interviews.default.items['a-1'].note = noise(length);
            return encode(state);
        };
        let [fits, not] = [0, 20_000];
        while (not - fits > 1) {
            const half = (fits + not) >> 1;
            if ((await link(half)).length + address.length <= MAX_LENGTH) fits = half;
            else not = half;
        }
        const back = await decode(await link(fits));
        return [noise(fits), noise(not), noise(400_000), back.interviews.default.items['a-1'].note === noise(fits)];
    }"""
    one = state_with_items({"a-1": done_mark(note="", noted=EARLIER)}, "Acme")
    *notes, whole = call_module(
        page, "my-data/transfer-link", script, [one, address + MY_DATA_PAGE]
    )
    assert whole
    for note, fits in zip(notes, (True, False, False), strict=True):
        store_state(page, state_with_items({"a-1": done_mark(note=note, noted=EARLIER)}, "Acme"))
        page.get_by_role("button", name="Make a link").click()
        expect(page.locator("transfer-panel .result")).not_to_be_empty()
        assert page.get_by_label("Link with").count() == fits
        assert ("too large for a link" in page.locator("transfer-panel").inner_text()) != fits
    hostile = """async ({ decode, FRAGMENT_PREFIX }) => {
        const zeros = new Blob([new Uint8Array(30_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
        const bytes = new Uint8Array(await new Response(zeros).arrayBuffer());
        const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
        return decode(FRAGMENT_PREFIX + text).then(() => 'read', (error) => error.message);
    }"""
    assert "part of it is missing" in call_module(page, "my-data/transfer-link", hostile)


@pytest.mark.parametrize("trouble", ["newer", "full"])
def test_import_reports_newer_data_and_full_storage(page: Page, address: str, trouble: str):
    page.goto(address + MY_DATA_PAGE)
    here = GOOD | ({"version": 3} if trouble == "newer" else {})
    store_state(page, here)
    if trouble == "full":
        page.evaluate(
            "() => { Storage.prototype.setItem = () => { throw new DOMException('full'); }; }"
        )
    choose_backup_file(page, backup_file(state_with_items({"b-1": done_mark()})))
    if trouble == "newer":
        expect(page.locator(".preview")).to_contain_text("Nothing can be imported here")
        expect(page.get_by_role("button", name="Merge")).to_have_count(0)
    else:
        page.get_by_role("button", name="Merge").click()
        expect(page.locator("quarantine-panel")).to_contain_text("storage is full")
        expect(page.locator("interview-list")).to_contain_text("2 marked items")
        page.locator("undo-bar").get_by_role("button", name="Undo").click()
        expect(page.locator("interview-list")).to_contain_text("1 marked item")
    assert json.loads(page.evaluate("key => localStorage.getItem(key)", KEY)) == here
