"""Merging two saved states."""

from playwright.sync_api import Page

from support.state import EARLIER, LATER, call_module, done_mark, state_with_items

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
        const kept = () => ({ value: one([null, 1, { questions: ['a-1', 'My own?'], words: { 'a-1': 'Bricks' } }, 'x']), at: time() });
        const interview = (name) => ({ name, created: one(['', '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z']), at: time(),
            archived: next() < 0.2, items: some(['a-1', 'a-2', 'constructor'], mark), kept: some(['plan', 'story-a', 'room', 'room-panel'], kept) });
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
            for (const [id, { items, kept }] of Object.entries(ab.interviews)) {
                for (const [key, { at, value }] of Object.entries(kept)) {
                    const sources = [a, b].map((s) => s.interviews[id]?.kept[key]).filter(Boolean);
                    const newest = sources.filter((one) => (Date.parse(one.at) || 0) === Math.max(...sources.map((other) => Date.parse(other.at) || 0)));
                    if (!newest.some((one) => canonicalJson(one) === canonicalJson({ value, at }))) failed.push(['not the newest record', a, b, key]);
                }
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
        for name, created in (("Acme", EARLIER), ("Bolt", LATER), ("My interview", ""), ("Cedar", ""))
    )
    assert call_module(page, "storage/merge", script, [acme, plain]) == 1
    assert call_module(page, "storage/merge", script, [acme, acme]) == 1
    assert call_module(page, "storage/merge", script, [acme, bolt]) == 2
    to_and_fro = """({ mergeStates: merge }, [a, b, c]) => {
        let [phone, laptop] = [merge(a, b), merge(b, a)];
        for (let n = 0; n < 3; n += 1) [phone, laptop] = [merge(phone, laptop), merge(merge(laptop, phone), c)];
        return [phone, laptop].map((s) => Object.values(s.interviews).map(({ name }) => name).sort());
    }"""
    assert call_module(page, "storage/merge", to_and_fro, [acme, bolt, cedar]) == [["Acme", "Bolt", "Cedar"]] * 2
