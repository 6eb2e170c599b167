/**
 * One item of a list: its checkbox, "Not for me", a note, and what to do when it changed since it was ticked.
 *
 * @typedef {import("../storage/store.mjs").Item} Item
 */
import { button, h, visuallyHidden } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";

const PAUSE = 400;

export class ItemRow {
  /** @type {Item & { aliases: string[] }} */
  item;
  #saving = 0;
  /** @type {string | undefined} The note that this page last showed or saved; anything else on screen is being written. */
  #known;
  /** The interview it belongs to: another tab may go on with another one while a note is being written. */
  #interview = "";

  /** @param {HTMLElement} element the `<li>` */
  constructor(element) {
    this.element = element;
    this.box = /** @type {HTMLInputElement} */ (element.querySelector("input[data-item]"));
    const { item = "", rev, aliases } = this.box.dataset;
    const what = element.querySelector(".what")?.textContent?.trim() ?? "";
    this.item = { id: item, rev: Number(rev), aliases: aliases?.split(" ") ?? [], what };
    this.phase = element.closest("fieldset")?.dataset.phase ?? "";
    this.essential = element.classList.contains("essential");
    this.box.addEventListener("change", this.#tick);
    this.#build(what);
    // Ticked before this script had come: the form forgets, so nobody but the reader can have done it.
    if (this.box.checked && this.state !== "done") this.#tick();
  }

  get state() {
    return this.#mark?.state ?? "todo";
  }

  get note() {
    return this.#mark?.note ?? "";
  }

  get #mark() {
    return store.getItem(this.item.id, this.item.aliases);
  }

  /** @param {string} what */
  #build(what) {
    const of = () => visuallyHidden(` (${what})`);
    this.more = button("⋯", () => this.#toggle(), { className: "more-button", "aria-label": `More (${what})`, "aria-expanded": "false" });
    this.skip = button("Not for me", () => this.#skip(), { "aria-pressed": "false" });
    this.skip.append(of());
    this.noter = button("Note", () => this.#openNote(), { "aria-expanded": "false" });
    this.noter.append(of());
    this.how = this.element.querySelector(".how") ?? this.element;
    this.link = /** @type {HTMLElement | ""} */ (this.element.querySelector(".permalink") ?? "");
    if (this.link) this.link.replaceWith(this.more);
    else this.how.append(this.more);
    this.tools = h("p", { className: "item-tools" }, this.skip, this.noter, this.link);
    this.field = h("textarea", { rows: 1, maxLength: 4000, "aria-label": `Your note on: ${what}`, input: () => this.#later(), blur: () => this.saveNote() });
    this.noteBox = h("div", { className: "item-note", hidden: true }, this.field);
    this.changed = h("p", { className: "item-changed", hidden: true });
    this.element.append(this.tools, this.changed, this.noteBox);
    addEventListener("pagehide", this.saveNote);
  }

  remove() {
    this.saveNote();
    this.box.removeEventListener("change", this.#tick);
    removeEventListener("pagehide", this.saveNote);
    this.more.replaceWith(this.link);
    for (const part of [this.tools, this.noteBox, this.changed]) part.remove();
  }

  #tick = () => store.setStatus(this.item, this.box.checked ? "done" : "todo");

  #skip() {
    store.setStatus(this.item, this.element.dataset.state === "skipped" ? "todo" : "skipped");
    if (this.skip.hidden) this.more.focus();
  }

  #toggle() {
    this.more.setAttribute("aria-expanded", String(this.more.getAttribute("aria-expanded") !== "true"));
    this.#showTools();
  }

  /** What is seldom wanted is out of sight until it is asked for; that an item is not for the reader is always said. */
  #showTools() {
    const open = this.more.getAttribute("aria-expanded") === "true";
    this.noter.hidden = !open;
    if (this.link) this.link.hidden = !open;
    this.skip.hidden = !open && this.element.dataset.state !== "skipped";
    this.tools.hidden = this.skip.hidden;
  }

  #openNote() {
    this.noteBox.hidden = !this.noteBox.hidden && !this.field.value;
    this.noter.setAttribute("aria-expanded", String(!this.noteBox.hidden));
    if (!this.noteBox.hidden) this.field.focus();
  }

  #later() {
    clearTimeout(this.#saving);
    this.#saving = setTimeout(this.saveNote, PAUSE);
  }

  saveNote = () => {
    clearTimeout(this.#saving);
    const text = this.field.value.trim();
    if (text === (this.#known ?? "")) return;
    this.#known = text;
    store.setNote(this.item, text, this.#interview);
  };

  show() {
    const { interview } = store.state;
    if (interview !== this.#interview) {
      this.saveNote();
      this.#interview = interview;
    }
    const mark = this.#mark;
    const state = mark?.state ?? "todo";
    this.box.checked = state === "done";
    this.element.dataset.state = state;
    this.skip.setAttribute("aria-pressed", String(state === "skipped"));
    this.#showTools();
    this.#showNote(mark?.note ?? "");
    this.#showChange(mark);
  }

  /** @param {string} note */
  #showNote(note) {
    const writing = this.field.value.trim() !== (this.#known ?? "");
    this.#known ??= "";
    if (writing || note === this.#known) return;
    this.#known = note;
    this.field.value = note;
    if (document.activeElement !== this.field) this.noteBox.hidden = !note;
    this.noter.setAttribute("aria-expanded", String(!this.noteBox.hidden));
  }

  /** @param {import("../storage/state.mjs").ItemState | undefined} mark */
  #showChange(mark) {
    const changed = Boolean(mark && mark.state !== "todo" && mark.rev < this.item.rev);
    if (this.changed.hidden === !changed) return;
    const hadFocus = this.changed.contains(document.activeElement);
    this.changed.hidden = !changed;
    this.changed.replaceChildren();
    if (hadFocus) this.box.focus();
    if (!mark || !changed) return;
    const done = mark.state === "done";
    const before = mark.what && mark.what !== this.item.what ? ` It read: “${mark.what}”` : "";
    this.changed.append(
      h("strong", {}, `Changed since you ${done ? "ticked it" : "set it aside"}.`), `${before} `,
      button(done ? "Keep the tick" : "Still not for me", () => store.setStatus(this.item, mark.state)), " ",
      button(done ? "Untick" : "To do again", () => store.setStatus(this.item, "todo")),
    );
  }
}
