/**
 * `<check-list>` saves the checkboxes inside it, and adds "Not for me", notes, progress and filters. The list is complete
 * without it. Attributes of each checkbox: `data-item` (its id), `data-rev`, and `data-aliases` (former ids).
 */
import "../my-data/interview-switch.mjs";
import "../my-data/undo-bar.mjs";
import { announce, button, confirmDialog, h, pluralize, setText, siteUrl } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { clearItem } from "../storage/item-state.mjs";
import { storageNotices } from "../storage/notices.mjs";
import { store } from "../storage/store.mjs";
import { ChecklistFilter } from "./checklist-filter.mjs";
import { ChecklistItem } from "./checklist-item.mjs";
import { countProgress, describeProgress } from "./progress.mjs";

customElements.define("check-list", class extends StoreElement {
  /** @type {ChecklistItem[]} */
  #items = [];
  /** @type {ReturnType<typeof phaseParts>[]} */
  #phases = [];

  setup() {
    const elements = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("li")].filter((li) => li.querySelector("input[data-item]")));
    this.#items = elements.map((element) => new ChecklistItem(element));
    this.#phases = [...this.querySelectorAll("fieldset")].map((fieldset) => phaseParts(fieldset));
    this.filter = new ChecklistFilter(this, this.#items);
    this.switch = h("interview-switch");
    this.querySelector(".list-head")?.prepend(this.switch);
    this.foot = h("div", { className: "list-foot" },
      h("undo-bar"),
      h("p", {},
        button("Reset this list", () => this.#reset()), " ",
        h("a", { href: siteUrl("prepare/my-data/") }, "Back up or move your data, or start another interview")),
      h("backup-reminder", { hidden: true }));
    // Enter on a checkbox submits the form, which only exists to turn autocomplete off.
    this.listen(this.form, "submit", (event) => event.preventDefault());
    this.append(this.foot);
  }

  teardown() {
    for (const item of this.#items) item.teardown();
    this.switch.remove();
    this.foot.remove();
  }

  render() {
    if (Object.keys(store.current.items).length) import("../my-data/backup-reminder.mjs").catch(() => { /* the reader has left the page */ });
    for (const item of this.#items) item.render();
    const onlyEssential = Boolean(this.filter?.selection.essential);
    const counted = this.#items.filter((item) => item.isEssential || !onlyEssential);
    for (const { name, bar, label, time } of this.#phases) {
      const progress = countProgress(counted.filter((item) => item.phase === name).map((item) => item.status));
      setProgress(bar, progress);
      label.textContent = describeProgress(progress);
      time.hidden = onlyEssential; // it is the time for all items
    }
    const hidden = this.filter?.apply() ?? 0;
    const total = countProgress(counted.map((item) => item.status));
    setProgress(/** @type {HTMLProgressElement} */ (this.querySelector(".list-head .bar")), total);
    const advice = hidden === this.#items.length ? " To see them, turn off the filters." : "";
    const rest = hidden ? `${pluralize(hidden, "item")} hidden.${advice}` : "";
    const text = [`${describeProgress(total)}.`, rest, ...storageNotices()].filter(Boolean).join(" ");
    setText(/** @type {HTMLElement} */ (this.querySelector(".count")), text);
  }

  async #reset() {
    const { interview } = store.state;
    const touched = this.#items.filter(({ status, note }) => status !== "todo" || note);
    if (!touched.length) return announce("Nothing to reset: nothing in this list is checked off.");
    const notes = touched.filter(({ note }) => note).length;
    const extent = notes ? ` and ${pluralize(notes, "note")}` : "";
    const marks = pluralize(touched.filter(({ status }) => status !== "todo").length, "marked item");
    if (!(await confirmDialog(`Reset this list? This clears ${marks}${extent}. You can undo it.`, "Reset"))) return;
    store.change("Reset the list", ({ interviews }) => {
      for (const { item } of touched) clearItem(interviews[interview]?.items ?? {}, item);
    });
  }
});

/** @param {HTMLProgressElement} bar @param {import("./progress.mjs").Progress} progress */
function setProgress(bar, { done, all }) {
  bar.max = Math.max(all, 1);
  bar.value = done;
}

/** @param {HTMLFieldSetElement} fieldset */
function phaseParts(fieldset) {
  return {
    time: /** @type {HTMLElement} */ (fieldset.querySelector("legend small")),
    name: fieldset.dataset.phase ?? "",
    bar: /** @type {HTMLProgressElement} */ (fieldset.querySelector(".bar")),
    label: /** @type {HTMLElement} */ (fieldset.querySelector(".phase-progress span")),
  };
}
