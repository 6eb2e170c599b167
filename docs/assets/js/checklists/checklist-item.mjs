/**
 * One item of a <check-list>: its checkbox, "Not for me", a note, and a choice when its wording has changed since it
 * was ticked.
 *
 * @typedef {import("../storage/store.mjs").Item} Item
 */
import { button, h, visuallyHidden } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";

/** A note is saved after this pause in typing, in ms. */
const DEBOUNCE = 400;

export class ChecklistItem {
  /** @type {Item & { aliases: string[] }} */
  item;
  #timer = 0;
  /** @type {string | undefined} the note as last rendered or saved; a different text in the field is unsaved */
  #savedNote;
  /** The interview that the note belongs to: another tab may switch while the reader is typing. */
  #interview = "";

  /** @param {HTMLElement} element the `<li>` */
  constructor(element) {
    this.element = element;
    this.box = /** @type {HTMLInputElement} */ (element.querySelector("input[data-item]"));
    const { item = "", rev, aliases } = this.box.dataset;
    const what = element.querySelector(".what")?.textContent?.trim() ?? "";
    this.item = { id: item, rev: Number(rev), aliases: aliases?.split(" ") ?? [], what };
    this.phase = element.closest("fieldset")?.dataset.phase ?? "";
    this.isEssential = element.classList.contains("essential");
    this.box.addEventListener("change", this.#tick);
    this.#addControls(what);
    // The browser does not restore this form, so the reader ticked it before the script was loaded.
    if (this.box.checked && this.status !== "done") this.#tick();
  }

  get status() {
    return this.#saved?.state ?? "todo";
  }

  get note() {
    return this.#saved?.note ?? "";
  }

  get #saved() {
    return store.getItem(this.item.id, this.item.aliases);
  }

  /** @param {string} what */
  #addControls(what) {
    const context = () => visuallyHidden(` (${what})`);
    this.moreButton = button("⋯", () => this.#toggle(), { className: "more-button", "aria-label": `More (${what})`, "aria-expanded": "false" });
    this.skipButton = button("Not for me", () => this.#skip(), { "aria-pressed": "false" });
    this.skipButton.append(context());
    this.noteButton = button("Note", () => this.#openNote(), { "aria-expanded": "false" });
    this.noteButton.append(context());
    this.link = /** @type {HTMLElement | ""} */ (this.element.querySelector(".permalink") ?? "");
    if (this.link) this.link.replaceWith(this.moreButton);
    else (this.element.querySelector(".how") ?? this.element).append(this.moreButton);
    this.tools = h("p", { className: "item-tools" }, this.skipButton, this.noteButton, this.link);
    this.field = h("textarea", { rows: 1, maxLength: 4000, "aria-label": `Your note on: ${what}`, input: () => this.#scheduleSave(), blur: () => this.saveNote() });
    this.noteBox = h("div", { className: "item-note", hidden: true }, this.field);
    this.changed = h("p", { className: "item-changed", hidden: true });
    this.element.append(this.tools, this.changed, this.noteBox);
    addEventListener("pagehide", this.saveNote);
  }

  teardown() {
    this.saveNote();
    this.box.removeEventListener("change", this.#tick);
    removeEventListener("pagehide", this.saveNote);
    this.moreButton.replaceWith(this.link);
    for (const part of [this.tools, this.noteBox, this.changed]) part.remove();
  }

  #tick = () => store.setStatus(this.item, this.box.checked ? "done" : "todo");

  #skip() {
    store.setStatus(this.item, this.element.dataset.state === "skipped" ? "todo" : "skipped");
    if (this.skipButton.hidden) this.moreButton.focus();
  }

  #toggle() {
    this.moreButton.setAttribute("aria-expanded", String(this.moreButton.getAttribute("aria-expanded") !== "true"));
    this.#showTools();
  }

  /** "Not for me" stays visible when it is pressed; the other tools only when they are open. */
  #showTools() {
    const open = this.moreButton.getAttribute("aria-expanded") === "true";
    this.noteButton.hidden = !open;
    if (this.link) this.link.hidden = !open;
    this.skipButton.hidden = !open && this.element.dataset.state !== "skipped";
    this.tools.hidden = this.skipButton.hidden;
  }

  #openNote() {
    this.noteBox.hidden = !this.noteBox.hidden && !this.field.value;
    this.noteButton.setAttribute("aria-expanded", String(!this.noteBox.hidden));
    if (!this.noteBox.hidden) this.field.focus();
  }

  #scheduleSave() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.saveNote, DEBOUNCE);
  }

  saveNote = () => {
    clearTimeout(this.#timer);
    const text = this.field.value.trim();
    if (text === (this.#savedNote ?? "")) return;
    this.#savedNote = text;
    store.setNote(this.item, text, this.#interview);
  };

  render() {
    const { interview } = store.state;
    if (interview !== this.#interview) {
      this.saveNote();
      this.#interview = interview;
    }
    const saved = this.#saved;
    const status = saved?.state ?? "todo";
    this.box.checked = status === "done";
    this.element.dataset.state = status;
    this.skipButton.setAttribute("aria-pressed", String(status === "skipped"));
    this.#showTools();
    this.#renderNote(saved?.note ?? "");
    this.#renderChange(saved);
  }

  /** @param {string} note */
  #renderNote(note) {
    const isUnsaved = this.field.value.trim() !== (this.#savedNote ?? "");
    this.#savedNote ??= "";
    if (isUnsaved || note === this.#savedNote) return;
    this.#savedNote = note;
    this.field.value = note;
    if (document.activeElement !== this.field) this.noteBox.hidden = !note;
    this.noteButton.setAttribute("aria-expanded", String(!this.noteBox.hidden));
  }

  /** @param {import("../storage/state.mjs").ItemState | undefined} saved */
  #renderChange(saved) {
    const changed = Boolean(saved && saved.state !== "todo" && saved.rev < this.item.rev);
    if (this.changed.hidden === !changed) return;
    const hadFocus = this.changed.contains(document.activeElement);
    this.changed.hidden = !changed;
    this.changed.replaceChildren();
    if (hadFocus) this.box.focus();
    if (!saved || !changed) return;
    const done = saved.state === "done";
    const before = saved.what && saved.what !== this.item.what ? ` It used to say: “${saved.what}”` : "";
    this.changed.append(
      h("strong", {}, `Changed since you ${done ? "checked it off" : "marked it “Not for me”"}.`), `${before} `,
      button(done ? "Keep it checked" : "Still not for me", () => store.setStatus(this.item, saved.state)), " ",
      button(done ? "Uncheck it" : "Put it back", () => store.setStatus(this.item, "todo")),
    );
  }
}
