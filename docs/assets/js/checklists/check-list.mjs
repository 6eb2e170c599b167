/**
 * `<check-list>`: gives the checkboxes inside it a memory, a third state, notes, progress and filters. The
 * list is complete without it. Attributes of each checkbox: `data-item` (the id the tick is kept under),
 * `data-rev`, and `data-aliases` (former ids).
 */
import "../my-data/backup-reminder.mjs";
import "../my-data/interview-switch.mjs";
import "../my-data/undo-bar.mjs";
import { button, confirmDialog, pluralize, h, announce, siteUrl } from "../lib/dom.mjs";
import { ItemRow } from "./checklist-item.mjs";
import { ListFilter } from "./checklist-filter.mjs";
import { clearItem } from "../storage/item-state.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";
import { inWords, tally } from "./progress.mjs";
import { storageNotices } from "../storage/notices.mjs";

customElements.define("check-list", class extends StoreElement {
  /** @type {ItemRow[]} */
  #rows = [];
  /** @type {ReturnType<typeof phaseOf>[]} */
  #phases = [];

  setup() {
    const items = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("li")].filter((li) => li.querySelector("input[data-item]")));
    this.#rows = items.map((item) => new ItemRow(item));
    this.#phases = [...this.querySelectorAll("fieldset")].map((fieldset) => phaseOf(fieldset));
    this.filter = new ListFilter(this, this.#rows);
    this.switch = h("interview-switch");
    this.querySelector(".list-head")?.prepend(this.switch);
    this.foot = h("div", { className: "list-foot" },
      h("undo-bar"),
      h("p", {},
        button("Reset this list", () => this.#reset()), " ",
        h("a", { href: siteUrl("prepare/my-data/") }, "Back up, move, or start another interview")),
      h("backup-reminder"));
    // Enter on a checkbox would send the form, which is there only so that browsers do not fill it in.
    this.listen(this.form, "submit", (event) => event.preventDefault());
    this.append(this.foot);
  }

  teardown() {
    for (const row of this.#rows) row.remove();
    this.switch.remove();
    this.foot.remove();
  }

  render() {
    for (const row of this.#rows) row.show();
    for (const { name, bar, words } of this.#phases) {
      const of = tally(this.#rows.filter((row) => row.phase === name).map((row) => row.state));
      draw(bar, of);
      words.textContent = inWords(of);
    }
    const hidden = this.filter?.apply() ?? 0;
    const whole = tally(this.#rows.map((row) => row.state));
    draw(/** @type {HTMLProgressElement} */ (this.querySelector(".list-head .bar")), whole);
    const text = [`${inWords(whole)}.`, hidden ? `${pluralize(hidden, "item")} hidden.` : "", ...storageNotices()].filter(Boolean).join(" ");
    // It is a live region: the same words again would be chatter.
    const count = /** @type {HTMLOutputElement} */ (this.querySelector(".count"));
    if (count.textContent !== text) count.textContent = text;
  }

  async #reset() {
    const { interview } = store.state;
    const touched = this.#rows.filter((row) => row.state !== "todo" || row.note);
    if (!touched.length) return announce("Nothing in this list is ticked.");
    const notes = touched.filter((row) => row.note).length;
    const extent = notes ? ` and ${pluralize(notes, "note")}` : "";
    const marks = pluralize(touched.filter((row) => row.state !== "todo").length, "mark");
    if (!(await confirmDialog(`Reset this list? ${marks}${extent} go. You can undo it.`, "Reset"))) return;
    store.change("Reset one list", ({ interviews }) => {
      for (const { item } of touched) clearItem(interviews[interview]?.items ?? {}, item);
    });
  }
});

/** @param {HTMLProgressElement} bar @param {import("./progress.mjs").Tally} tally */
function draw(bar, { done, all }) {
  bar.max = Math.max(all, 1);
  bar.value = done;
}

/** @param {HTMLFieldSetElement} fieldset */
function phaseOf(fieldset) {
  return {
    name: fieldset.dataset.phase ?? "",
    bar: /** @type {HTMLProgressElement} */ (fieldset.querySelector(".bar")),
    words: /** @type {HTMLElement} */ (fieldset.querySelector(".phase-progress span")),
  };
}
