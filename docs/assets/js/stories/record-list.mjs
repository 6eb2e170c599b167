/**
 * `<record-list data-prefix="story" data-one="story">` edits any number of records, each in a copy of the form inside it,
 * and saves them as `<prefix>-<id>`. Without JavaScript the form is there once, to be printed.
 */
import "../my-data/interview-switch.mjs";
import "../my-data/undo-bar.mjs";
import { announce, button, h, siteUrl, visuallyHidden } from "../lib/dom.mjs";
import { chosenList, FormAutosave } from "../storage/form-autosave.mjs";
import { randomId } from "../lib/random-id.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { renderNotices } from "../storage/notices.mjs";
import { PLAN } from "../storage/saved-names.mjs";
import { timestampAfter } from "../storage/state.mjs";
import { store } from "../storage/store.mjs";
import { isRecord, toText } from "../storage/validators.mjs";

/** Shown while there are no records. @type {Record<string, string>} */
const EMPTY = {
  story: "No stories yet. Start with a name, what you did and what changed. Example: “Wrong bricks. I moved the wall to Friday. We opened on time.”",
  conversation: "No conversations yet. Add one right after you leave. Example: “Dana, hiring manager. She came back to the budget twice.”",
};

/** @typedef {{ item: HTMLElement, autosave: FormAutosave, title: HTMLElement, paper: HTMLElement }} Row */

customElements.define("record-list", class extends StoreElement {
  /** @type {Map<string, Row>} */
  #rows = new Map();
  /** The name of a new record that is not saved yet. */
  #draft = "";
  #interview = "";
  /** The form of one record; `setup` removes it from the page. @type {HTMLFormElement} */
  template = h("form");

  setup() {
    this.one = String(this.dataset.one);
    const { form } = this;
    const { activeElement } = document;
    this.template = /** @type {HTMLFormElement} */ (form.cloneNode(true));
    this.template.reset();
    form.remove();
    this.list = h("ul", { className: "record-list" });
    this.empty = h("p", { className: "kept-empty" }, EMPTY[this.one] ?? "");
    this.trouble = h("div", { role: "status" });
    this.offers = h("p", { className: "kept-tools", hidden: true });
    this.addButton = button(`Add a ${this.one}`, () => this.#add(), { className: "button" });
    this.parts = [h("div", { className: "kept-head" }, h("interview-switch")), this.trouble, this.empty, this.list, this.offers, h("p", { className: "kept-tools" }, this.addButton, " ",
      button("Print", () => print())), h("undo-bar"), h("p", { className: "note kept-note" }, "Saved in this browser as you type. ", h("a", { href: siteUrl("prepare/my-data/") }, "Back it up or move it"), ".")];
    this.append(...this.parts);
    this.#interview = store.state.interview;
    // What was typed before the script was loaded is the first record.
    if (this.earlyInput.length) this.#addDraft(form);
    if (form.contains(activeElement)) /** @type {HTMLElement} */ (activeElement).focus({ preventScroll: true });
  }

  teardown() {
    for (const id of [...this.#rows.keys()]) this.#removeRow(id);
    this.replaceChildren(this.template);
  }

  #ids() {
    const names = store.recordNames(`${this.dataset.prefix}-`);
    if (names.includes(this.#draft)) this.#draft = "";
    return this.#draft ? [...names, this.#draft] : names;
  }

  render() {
    if (this.#interview !== store.state.interview) {
      for (const id of [...this.#rows.keys()]) this.#removeRow(id);
      this.#draft = "";
      this.#interview = store.state.interview;
    }
    const ids = this.#ids();
    for (const id of this.#rows.keys()) if (!ids.includes(id)) this.#removeRow(id);
    for (const id of ids) if (!this.#rows.has(id)) this.#addRow(id);
    for (const id of ids) this.#refresh(id);
    this.empty.hidden = ids.length > 0;
    if (this.one === "conversation") this.#renderOffers();
    renderNotices(this.trouble);
  }

  /** Offer a record for each person of the plan who has none. */
  async #renderOffers() {
    if (!store.getRecord(PLAN) && this.offers.hidden) return;
    const { readPlan } = await import("../plan/plan-data.mjs");
    if (!this.isConnected) return;
    const taken = this.#ids().map((id) => toText(store.getRecord(id)?.name));
    const people = readPlan(store).people.map(({ name, role }) => [name.trim(), role.trim()].filter(Boolean).join(", ")).filter((one) => one && !taken.some((name) => name.startsWith(one)));
    if (this.offers.dataset.shown === JSON.stringify(people)) return;
    this.offers.dataset.shown = JSON.stringify(people);
    this.offers.hidden = !people.length;
    this.offers.replaceChildren("From your plan: ", ...people.map((one) => button(`Debrief ${one}`, () => this.#add(one))));
  }

  /** @param {string} id @param {HTMLFormElement} [form] */
  #addRow(id, form = /** @type {HTMLFormElement} */ (this.template.cloneNode(true))) {
    const title = h("span", { className: "kept-title" });
    const deleteButton = button("Delete", () => this.#delete(id), { className: "quiet-button quiet-button--danger" });
    const context = visuallyHidden("");
    deleteButton.append(context);
    const paper = h("dl", { className: "kept-paper" });
    form.append(h("p", { className: "choices" }, button("Done", () => this.#close(id)), deleteButton));
    const rest = /** @type {HTMLElement | null} */ (form.querySelector(".rest"));
    if (rest) {
      rest.hidden = true;
      const more = button("Add the follow-ups and the rest", () => showRest(rest, more));
      rest.before(h("p", {}, more));
    }
    const item = h("li", {}, h("details", {}, h("summary", {}, title), form), paper);
    this.list.append(item);
    const row = { item, title, paper, autosave: new FormAutosave(form, id) };
    this.#rows.set(id, row);
    return row;
  }

  /** @param {string} id */
  #refresh(id) {
    const { autosave, title, paper, item } = /** @type {Row} */ (this.#rows.get(id));
    autosave.render();
    const rest = /** @type {HTMLElement | null} */ (item.querySelector(".rest"));
    if (rest?.hidden && printView(autosave.form, rest).length) showRest(rest, rest.previousElementSibling);
    const record = store.getRecord(id);
    const name = (isRecord(record) && toText(record.name).trim()) || `Untitled ${this.one}`;
    if (title.textContent === name && paper.dataset.shown === JSON.stringify(record)) return;
    title.textContent = name;
    /** @type {HTMLElement} */ (item.querySelector(".choices .sr")).textContent = ` (${name})`;
    paper.dataset.shown = JSON.stringify(record);
    paper.replaceChildren(...printView(autosave.form));
  }

  /** @param {string} id */
  #removeRow(id) {
    const row = this.#rows.get(id);
    this.#rows.delete(id);
    // Saving unsaved text would restore a deleted record.
    row?.autosave.discard();
    row?.item.remove();
  }

  /** @param {HTMLFormElement} [form] */
  #addDraft(form) {
    this.#draft = `${this.dataset.prefix}-${randomId()}`;
    const row = this.#addRow(this.#draft, form);
    /** @type {HTMLDetailsElement} */ (row.item.querySelector("details")).open = true;
    return row;
  }

  /** @param {string} [name] to begin with */
  #add(name = "") {
    const { item } = this.#addDraft();
    this.render();
    const [first, second] = /** @type {NodeListOf<HTMLInputElement>} */ (item.querySelectorAll("input, textarea"));
    (name ? second : first).focus();
    if (!name) return;
    first.value = name;
    first.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** @param {string} id */
  #close(id) {
    const details = /** @type {HTMLDetailsElement} */ (this.#rows.get(id)?.item.querySelector("details"));
    this.#rows.get(id)?.autosave.save();
    details.open = false;
    /** @type {HTMLElement} */ (details.querySelector("summary")).focus();
  }

  /** @param {string} id */
  #delete(id) {
    const row = /** @type {Row} */ (this.#rows.get(id));
    row.autosave.save();
    const label = `Deleted “${row.title.textContent}”`;
    if (this.#draft === id) this.#draft = "";
    store.change(label, ({ interviews, interview }) => { interviews[interview].kept[id] = { value: null, at: timestampAfter(interviews[interview].kept[id]?.at) }; });
    announce(`${label}. You can undo it.`);
    this.addButton.focus();
  }
});

/** Show the fields that a new record does without. @param {HTMLElement} rest @param {Element | null} control that shows it */
function showRest(rest, control) {
  rest.hidden = false;
  if (control === document.activeElement) /** @type {HTMLElement} */ (rest.querySelector("textarea")).focus();
  (control?.closest("p") ?? control)?.remove();
}

/** The values of a form, or of a part of it, as a description list, for print. @param {HTMLFormElement} form @param {HTMLElement} [part] */
function printView(form, part = form) {
  return /** @type {HTMLInputElement[]} */ ([...form.elements]).filter((field) => part.contains(field)).map((field) => [labelOf(field), textOf(field)])
    .filter(([, text]) => text).map(([label, text]) => h("div", {}, h("dt", {}, label), h("dd", {}, text)));
}

/** The label without its hint. @param {HTMLInputElement} field */
function labelOf(field) {
  const label = /** @type {HTMLElement | undefined} */ (field.labels?.[0]?.cloneNode(true));
  for (const part of label?.querySelectorAll("small, input, textarea, select") ?? []) part.remove();
  return label?.textContent?.trim() ?? "";
}

/** @param {HTMLInputElement} field */
function textOf(field) {
  if (field.type === "checkbox") return field.checked ? "✓" : "";
  if ("many" in field.dataset) return [...(chosenList(field)?.querySelectorAll("li > span") ?? [])].map(({ textContent }) => textContent).join(" · ");
  return ["BUTTON", "FIELDSET"].includes(field.tagName) ? "" : field.value.trim();
}
