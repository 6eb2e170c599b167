"""The store and the elements that use it."""

from playwright.sync_api import Page, expect

from support.state import CHECKLIST_PAGE, call_module, saved_state


def test_saved_values_are_copied_listed_deleted_and_validated(page: Page):
    script = """(m) => {
        const { store } = m;
        const plan = { day: 1 };
        store.setRecord('plan', plan);
        plan.day = 2;
        store.getRecord('plan').day = 3;
        store.setRecord('story-b', 'b');
        store.setRecord('story-a', 'a');
        store.setRecord('story-c', 'c');
        store.setRecord('story-c');
        const refused = ['', 'Plan', '-a', 'a'.repeat(97), '__proto__'].filter((name) => {
            try { store.setRecord(name, 1); return false; } catch { return true; }
        });
        store.setRecord('q'.repeat(96), 0);
        return [store.getRecord('plan'), store.recordNames('story-'), store.getRecord('story-c') ?? null, store.getRecord('constructor') ?? null,
            refused.length, store.getRecord('q'.repeat(96))];
    }"""
    assert call_module(page, "storage/store", script) == [{"day": 1}, ["story-a", "story-b"], None, None, 5, 0]
    kept = saved_state(page)["interviews"]["default"]["kept"]
    assert kept["story-c"]["value"] is None
    assert kept["story-c"]["at"]


EARLY = """async (m, given) => {
    const { store } = await import('/assets/js/storage/store.mjs');
    const element = document.createElement('early-form');
    element.innerHTML = '<form><input></form>';
    element.querySelector('input').value = given;
    document.body.append(element);
    customElements.define('early-form', class extends m.StoreElement {
        setup() { this.listen(this.form, 'change', ({ target }) => store.setRecord('early', target.value)); }
        render() { this.dataset.shown = store.getRecord('early') ?? ''; }
    });
    return element.dataset.shown;
}"""


def test_early_input_is_rendered(page: Page):
    assert call_module(page, "storage/store-element", EARLY, "typed early") == "typed early"


def test_forms_turn_browser_autocomplete_off(page: Page, address: str):
    page.route("**/*.mjs", lambda route: route.abort())  # scripts draw some of the forms again
    for path in ("stories/", "stories/debrief/", "stories/scorecard/", "plan/", CHECKLIST_PAGE):
        page.goto(address + path, wait_until="commit")
        form = page.locator(":is(record-list, autosave-form, my-plan, check-list) form").first
        expect(form).to_have_attribute("autocomplete", "off")
