/**
 * `<record-list data-prefix="story" data-one="story">`: any number of records, each written in a copy of the form inside it and
 * kept as `<prefix>-<id>`. Without JavaScript the form stands there once, to be printed.
 */
import "../my-data/interview-switch.mjs";
import "../my-data/undo-bar.mjs";
import { button, h, announce, siteUrl, visuallyHidden } from "../lib/dom.mjs";
import { FormAutosave, chosenList } from "../lib/form-autosave.mjs";
import { isRecord, toText } from "../storage/validators.mjs";
import { timestampAfter } from "../storage/state.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";
import { renderNotices } from "../storage/notices.mjs";

/** @typedef {{ item: HTMLElement, keeper: FormAutosave, title: HTMLElement, paper: HTMLElement }} Row */

customElements.define("record-list", class extends StoreElement {
  /** @type {Map<string, Row>} */
  #rows = new Map();
  /** A record that is shown and not yet kept. */
  #draft = "";
  #interview = "";
  /** The form of one record; `build` takes it out of the page. @type {HTMLFormElement} */
  pattern = h("form");

  setup() {
    this.one = String(this.dataset.one);
    const { form } = this;
    const { activeElement } = document;
    this.pattern = /** @type {HTMLFormElement} */ (form.cloneNode(true));
    this.pattern.reset();
    form.remove();
    this.list = h("ul", { className: "record-list" });
    this.empty = h("p", { className: "kept-empty" }, `Nothing here yet. The first ${this.one} is the hardest; three lines are enough.`);
    this.trouble = h("div", { role: "status" });
    this.adder = button(`Add a ${this.one}`, () => this.#add(), { className: "big-button" });
    this.parts = [h("div", { className: "kept-head" }, h("interview-switch")), this.trouble, this.empty, this.list, h("p", { className: "kept-tools" }, this.adder, " ",
      button("Print", () => print())), h("undo-bar"), h("p", { className: "note kept-note" }, "Kept in this browser while you write. ", h("a", { href: siteUrl("prepare/my-data/") }, "Back it up or move it"), ".")];
    this.append(...this.parts);
    this.#interview = store.state.interview;
    // What was written before this script had come is the first record.
    if (this.earlyInput.length) this.#begin(form);
    if (form.contains(activeElement)) /** @type {HTMLElement} */ (activeElement).focus({ preventScroll: true });
  }

  teardown() {
    for (const id of [...this.#rows.keys()]) this.#drop(id);
    this.replaceChildren(this.pattern);
  }

  #ids() {
    const kept = store.recordNames(`${this.dataset.prefix}-`);
    if (kept.includes(this.#draft)) this.#draft = "";
    return this.#draft ? [...kept, this.#draft] : kept;
  }

  render() {
    if (this.#interview !== store.state.interview) {
      for (const id of [...this.#rows.keys()]) this.#drop(id);
      this.#draft = "";
      this.#interview = store.state.interview;
    }
    const ids = this.#ids();
    for (const id of this.#rows.keys()) if (!ids.includes(id)) this.#drop(id);
    for (const id of ids) if (!this.#rows.has(id)) this.#grow(id);
    for (const id of ids) this.#refresh(id);
    this.empty.hidden = ids.length > 0;
    renderNotices(this.trouble);
  }

  /** @param {string} id @param {HTMLFormElement} [form] */
  #grow(id, form = /** @type {HTMLFormElement} */ (this.pattern.cloneNode(true))) {
    const title = h("span", { className: "kept-title" });
    const remover = button("Delete", () => this.#delete(id));
    const named = visuallyHidden("");
    remover.append(named);
    const paper = h("dl", { className: "kept-paper" });
    form.append(h("p", { className: "choices" }, button("Done", () => this.#close(id)), remover));
    const item = h("li", {}, h("details", {}, h("summary", {}, title), form), paper);
    this.list.append(item);
    const row = { item, title, paper, keeper: new FormAutosave(form, id) };
    this.#rows.set(id, row);
    return row;
  }

  /** @param {string} id */
  #refresh(id) {
    const { keeper, title, paper, item } = /** @type {Row} */ (this.#rows.get(id));
    keeper.render();
    const kept = store.getRecord(id);
    const name = (isRecord(kept) && toText(kept.name).trim()) || `A ${this.one} without a name`;
    if (title.textContent === name && paper.dataset.shown === JSON.stringify(kept)) return;
    title.textContent = name;
    /** @type {HTMLElement} */ (item.querySelector(".choices .sr")).textContent = ` (${name})`;
    paper.dataset.shown = JSON.stringify(kept);
    paper.replaceChildren(...onPaper(keeper.form));
  }

  /** @param {string} id */
  #drop(id) {
    const row = this.#rows.get(id);
    this.#rows.delete(id);
    // What was being written when the record went away must not bring it back.
    row?.keeper.discard();
    row?.item.remove();
  }

  /** @param {HTMLFormElement} [form] */
  #begin(form) {
    this.#draft = `${this.dataset.prefix}-${newId()}`;
    const row = this.#grow(this.#draft, form);
    /** @type {HTMLDetailsElement} */ (row.item.querySelector("details")).open = true;
    return row;
  }

  #add() {
    const { item } = this.#begin();
    this.render();
    /** @type {HTMLElement} */ (item.querySelector("input, textarea")).focus();
  }

  /** @param {string} id */
  #close(id) {
    const details = /** @type {HTMLDetailsElement} */ (this.#rows.get(id)?.item.querySelector("details"));
    this.#rows.get(id)?.keeper.save();
    details.open = false;
    /** @type {HTMLElement} */ (details.querySelector("summary")).focus();
  }

  /** @param {string} id */
  #delete(id) {
    const row = /** @type {Row} */ (this.#rows.get(id));
    row.keeper.save();
    const label = `Deleted “${row.title.textContent}”`;
    if (this.#draft === id) this.#draft = "";
    store.change(label, ({ interviews, interview }) => { interviews[interview].kept[id] = { value: null, at: timestampAfter(interviews[interview].kept[id]?.at) }; });
    announce(`${label}. You can undo it.`);
    this.adder.focus();
  }
});

function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => byte.toString(36).padStart(2, "0")).join("");
}

/** What is written in a form, as terms and descriptions for paper. @param {HTMLFormElement} form */
function onPaper(form) {
  return /** @type {HTMLInputElement[]} */ ([...form.elements]).map((field) => [labelOf(field), textOf(field)])
    .filter(([, text]) => text).map(([label, text]) => h("div", {}, h("dt", {}, label), h("dd", {}, text)));
}

/** The label without its hint. @param {HTMLInputElement} field */
function labelOf(field) {
  return [...(field.labels?.[0]?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent?.trim()).join("");
}

/** @param {HTMLInputElement} field */
function textOf(field) {
  if (field.type === "checkbox") return field.checked ? "✓" : "";
  if ("many" in field.dataset) return [...(chosenList(field)?.querySelectorAll("span:first-child") ?? [])].map(({ textContent }) => textContent).join(" · ");
  return ["BUTTON", "FIELDSET"].includes(field.tagName) ? "" : field.value.trim();
}
