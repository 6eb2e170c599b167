/** `<room-choices>` saves what goes on the sheet for the room, and in which order, and says whether it still fits one page. */
import { button, h, pluralize } from "../lib/dom.mjs";
import { BaseElement } from "../lib/base-element.mjs";
import { pressedKey } from "../lib/keys.mjs";
import { ROOM, roomRecord } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { isRecord, toText } from "../storage/validators.mjs";
import { measureOverflow, toLines } from "./page-fit.mjs";
import { readChoice, readRoom } from "./room-content.mjs";

/** @typedef {import("./room-content.mjs").ListName} ListName @typedef {import("./room-content.mjs").Line} Line */

/** @type {[ListName, string, string][]} the lists, their headings, and the labels of their fields */
const LISTS = [["questions", "They'll probably ask", "Add a question they may ask"], ["asks", "What I'll ask them, in this order", "Add my own question"], ["signs", "Watch for", "Add a sign"]];

customElements.define("room-choices", class extends BaseElement {
  setup() {
    this.fit = h("p", { className: "fit", role: "status" });
    this.lists = LISTS.map(([name, title, add]) => ({ name, add, list: h("ol", { className: "room-list" }), title }));
    this.append(...this.lists.map(({ name, list, title, add }) => h("details", {}, h("summary", {}, title), list, this.#addField(name, add))), this.fit);
    for (const field of this.#fields) this.listen(field, "change", () => store.setRecord(ROOM, { ...this.#saved, [field.name]: field.value.trim() }));
    this.listen(document, "sheetfilled", () => this.render());
  }

  /** @returns {HTMLInputElement[]} */
  get #fields() {
    return [...this.querySelectorAll(":scope > fieldset :is(input, textarea)")].map((field) => /** @type {HTMLInputElement} */ (field));
  }

  /** @returns {Record<string, any>} */
  get #saved() {
    const saved = store.getRecord(ROOM);
    return isRecord(saved) ? saved : {};
  }

  get #article() {
    return /** @type {HTMLElement} */ (document.querySelector(`article[data-format="${this.dataset.format}"]`));
  }

  render() {
    for (const field of this.#fields) if (field !== document.activeElement) field.value = toText(this.#saved[field.name]);
    const room = this.#article && readRoom(this.#article);
    if (!room) return;
    const key = JSON.stringify(room);
    // Drawing again would lose the focus.
    if (this.dataset.shown !== key) for (const { name, list } of this.lists ?? []) this.#drawList(name, list, room);
    this.dataset.shown = key;
    this.#describeFit(room);
  }

  teardown() {
    for (const part of this.querySelectorAll(":scope > details, .fit")) part.remove();
  }

  /** @param {ListName} name @param {HTMLElement} list @param {import("./room-content.mjs").Room} room */
  #drawList(name, list, { lists, words }) {
    const { chosen, others } = lists[name];
    const focused = list.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.key : "";
    list.replaceChildren(...[...chosen, ...others].map((line, at) => {
      const isChosen = at < chosen.length;
      const toggle = h("input", { type: "checkbox", checked: isChosen, "data-key": `${line.id} toggle`, change: () => this.#change(name, (ids) => (isChosen ? ids.filter((id) => id !== line.id) : [...ids, line.id])) });
      const up = isChosen && at > 0 ? [button("Move up", () => this.#change(name, (ids) => moveUp(ids, ids.indexOf(line.id))), { "data-key": `${line.id} up`, "aria-label": `Move up: ${line.title}` })] : [];
      const word = name === "questions" && isChosen ? [h("input", { value: words[line.id] ?? "", maxLength: 60, autocomplete: "off", "aria-label": `A keyword for my story: “${line.title}”`, placeholder: "My story, in a word", "data-key": `${line.id} word`,
        change: (/** @type {Event} */ { target }) => this.#saveWord(line.id, /** @type {HTMLInputElement} */ (target).value.trim()) })] : [];
      return h("li", {}, h("label", {}, toggle, h("span", {}, line.title)), ...word, ...up);
    }));
    if (focused) /** @type {HTMLElement | null} */ (list.querySelector(`[data-key="${CSS.escape(focused)}"]`))?.focus();
  }

  /** @param {ListName} name @param {string} label */
  #addField(name, label) {
    const field = h("input", { maxLength: 120, autocomplete: "off" });
    const add = () => {
      const title = field.value.trim();
      if (!title) return;
      field.value = "";
      this.#change(name, (ids) => [...ids, title]);
    };
    field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => { if (pressedKey(event) === "Enter") { event.preventDefault(); add(); } });
    return h("p", { className: "room-add" }, h("label", {}, `${label} `, field), button("Add", add));
  }

  /** Change what is saved by now, which may not be drawn yet. @param {ListName} name @param {(ids: string[]) => string[]} change */
  #change(name, change) {
    const ids = readChoice(String(this.dataset.format))[name] ?? readRoom(this.#article)?.lists[name].chosen.map(({ id }) => id) ?? [];
    this.#saveChoice({ [name]: change(ids) });
  }

  /** @param {string} id of a question @param {string} word */
  #saveWord(id, word) {
    this.#saveChoice({ words: { ...readChoice(String(this.dataset.format)).words, [id]: word } });
  }

  /** @param {Record<string, any>} part */
  #saveChoice(part) {
    const name = roomRecord(String(this.dataset.format));
    const saved = store.getRecord(name);
    store.setRecord(name, { ...(isRecord(saved) ? saved : {}), ...part });
  }

  /** @param {import("./room-content.mjs").Room} room */
  #describeFit({ lists }) {
    const overflow = measureOverflow(this.#article);
    const lines = toLines(overflow);
    const last = /** @type {ListName[]} */ (["signs", "asks", "questions"]).flatMap((name) => lists[name].chosen.slice(-1)).map(({ title }) => `“${title}”`);
    const text = overflow > 0 ? `This takes two pages: it's ${pluralize(lines, "line")} too long for one. To fit it on one page, drop ${last.join(" or ") || "a line"}.`
      : `This fits on one page, with room for ${pluralize(lines, "more line")}.`;
    if (this.fit && this.fit.textContent !== text) {
      this.fit.textContent = text;
      this.fit.classList.toggle("fit--over", overflow > 0);
    }
  }
});

/** @param {string[]} ids @param {number} at */
const moveUp = (ids, at) => (at > 0 ? ids.with(at - 1, ids[at]).with(at, ids[at - 1]) : ids);
