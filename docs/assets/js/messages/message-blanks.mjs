/**
 * `<message-blanks>` turns the blanks of a message (`mark[data-blank]`) into fields, and adds buttons that copy each version
 * or open it as an email. What the reader enters is saved with the current interview; until then it comes from the plan.
 */
import { button, copyText, h, showResult, visuallyHidden } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { formatDate } from "../plan/dates.mjs";
import { mailtoLink } from "../plan/messages.mjs";
import { readPlan } from "../plan/plan-data.mjs";
import { BLANKS, DEBRIEF_PREFIX } from "../storage/saved-names.mjs";
import { millis } from "../storage/state.mjs";
import { store } from "../storage/store.mjs";
import { isRecord, toText } from "../storage/validators.mjs";

/** Typing is saved after this pause, in ms. */
const DEBOUNCE = 400;

customElements.define("message-blanks", class extends StoreElement {
  /** @type {HTMLInputElement[] | undefined} */
  #fields;
  /** @type {(() => void)[]} */
  #updates = [];
  /** What is not saved yet, and the interview that it belongs to. @type {Record<string, string>} */
  #unsaved = {};
  #interview = "";
  #timer = 0;

  setup() {
    this.listen(this, "input", ({ target }) => this.#edit(target));
    this.listen(window, "pagehide", () => this.#save());
    if (this.#fields) return;
    this.#fields = Array.from(/** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("mark[data-blank]")), createField);
    for (const letter of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".letters .letter"))) letter.after(this.#createTools(letter));
  }

  teardown() {
    this.#save();
  }

  /** @param {HTMLElement} letter */
  #createTools(letter) {
    const version = visuallyHidden(` (${letter.previousElementSibling?.textContent})`);
    const copy = button("Copy", () => copyLetter(letter, copy));
    const subject = this.querySelector(".subject__text");
    if (!subject) return h("p", { className: "choices" }, copy);
    const mail = h("a", { className: "quiet-button" }, "Open in email", version);
    this.#updates.push(() => { mail.href = mailtoLink(textOf(subject), letterText(letter)).href; });
    return h("p", { className: "choices" }, copy, mail);
  }

  /** @param {HTMLInputElement} field */
  #edit({ name, value }) {
    this.#interview = store.state.interview;
    this.#unsaved[name] = value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), DEBOUNCE);
    this.render();
  }

  #save() {
    clearTimeout(this.#timer);
    if (!Object.keys(this.#unsaved).length) return;
    const saved = store.state.interviews[this.#interview]?.kept[BLANKS]?.value;
    store.setRecord(BLANKS, { ...(isRecord(saved) ? saved : {}), ...this.#unsaved }, this.#interview);
    this.#unsaved = {};
  }

  render() {
    const values = { ...knownValues(), ...this.#unsaved };
    for (const field of this.#fields ?? []) {
      const value = toText(values[field.name]);
      if (field.value !== value) field.value = value;
    }
    for (const update of this.#updates) update();
  }
});

/** The values by placeholder: entered here, or else from the plan and the newest debrief. @returns {Record<string, any>} */
function knownValues() {
  const plan = readPlan(store);
  const [thanks] = Object.entries(store.current.kept).filter(([name, { value }]) => name.startsWith(DEBRIEF_PREFIX) && toText(value?.thanks).trim())
    .sort(([, a], [, b]) => millis(b.at) - millis(a.at)).map(([, { value }]) => value.thanks);
  const saved = store.getRecord(BLANKS);
  return {
    your_name: plan.me, role: plan.role, company: plan.company, topic: plan.topic || thanks, date: plan.date && formatDate(plan.date),
    ...(isRecord(saved) ? saved : {}),
  };
}

/** Replace a blank with a field. @param {HTMLElement} mark @returns {HTMLInputElement} */
function createField(mark) {
  const label = (mark.textContent ?? "").replace(/^\[|\]$/g, "");
  const field = h("input", { className: "blank", name: mark.dataset.blank, "aria-label": label, placeholder: `[${label}]`, size: label.length + 2, maxLength: 300, autocomplete: "off" });
  mark.replaceWith(field);
  return field;
}

/** @param {HTMLElement} letter */
function letterText(letter) {
  return Array.from(letter.children, textOf).join("\n\n");
}

/** The text with line breaks and filled-in fields. @param {Node} part @returns {string} */
function textOf(part) {
  if (part instanceof HTMLInputElement) return part.value.trim() || part.placeholder;
  if (part instanceof HTMLBRElement) return "\n";
  return part instanceof Text ? part.data.replace(/\s+/g, " ") : Array.from(part.childNodes, textOf).join("");
}

/** @param {HTMLElement} letter @param {HTMLElement} control that was clicked */
async function copyLetter(letter, control) {
  const isCopied = await copyText(letterText(letter));
  if (!isCopied) getSelection()?.selectAllChildren(letter);
  showResult(control, isCopied ? "Message copied" : "It's selected, so you can copy it");
}
