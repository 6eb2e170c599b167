"""The link that carries an interview to another device."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from support.state import (
    EARLIER,
    LATER,
    MY_DATA_PAGE,
    call_module,
    done_mark,
    saved_items,
    saved_state,
    state_with_items,
    store_state,
)


def test_transfer_link_carries_an_interview_without_a_server(page: Page, open_page: Callable[..., Page], address: str):
    page.goto(address + MY_DATA_PAGE)
    kept = {"plan": {"value": {"date": "2026-12-01"}, "at": EARLIER}}
    mine = state_with_items({"a-1": done_mark(what="words", note="✓", noted=LATER)}, "Acme", kept=kept)
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
    for broken in (link[:-9], link[: link.index("=") + 1], f"{link[: link.index('=') + 1]}!!", f"{link}%"):
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
    *notes, whole = call_module(page, "my-data/transfer-link", script, [one, address + MY_DATA_PAGE])
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
