/**
 * Keeps what is written in a form under a name of the store, field by field: two tabs that write into different fields
 * lose nothing. A field `a.seen` of the form `sign` is kept as `seen` under `sign-a`, every other one under the name of the form. Several checkboxes of one name, and a select with
 * `data-many`, are lists; one checkbox is true or false; everything else is text.
 */
import { make, unseen } from "./dom.mjs";
import { isRecord, text } from "../storage/validators.mjs";
import { store } from "../storage/store.mjs";

const PAUSE = 400;

export class FormKeeper {
  #saving = 0;
  /** @type {Map<string, string>} each field as this page last showed or saved it */
  #known = new Map();
  /** @type {Map<string, any[]>} */
  #fields = new Map();

  /** @param {HTMLFormElement} form @param {string} name */
  constructor(form, name) {
    this.form = form;
    this.name = name;
    for (const field of /** @type {HTMLInputElement[]} */ ([...form.elements])) {
      if (!field.name) continue;
      this.#fields.set(field.name, [...(this.#fields.get(field.name) ?? []), field]);
      if (!(field.maxLength > 0) && field.tagName === "TEXTAREA") field.maxLength = 4000;
      if ("many" in field.dataset) field.closest("p")?.after(make("ul", { className: "many" }));
    }
    form.addEventListener("input", this.#later);
    form.addEventListener("change", this.#changed);
    form.addEventListener("submit", this.#submit);
    addEventListener("pagehide", this.save);
    this.show();
  }

  remove() {
    this.save();
    this.forget();
  }

  /** Stop keeping, and leave unsaved what is being written. */
  forget() {
    clearTimeout(this.#saving);
    this.form.removeEventListener("input", this.#later);
    this.form.removeEventListener("change", this.#changed);
    this.form.removeEventListener("submit", this.#submit);
    removeEventListener("pagehide", this.save);
  }

  #submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    this.save();
  };

  #later = () => {
    clearTimeout(this.#saving);
    this.#saving = setTimeout(this.save, PAUSE);
  };

  #changed = (/** @type {Event} */ event) => {
    const field = /** @type {HTMLSelectElement} */ (event.target);
    if ("many" in field.dataset && field.value) {
      drawMany(field, [...manyOf(field), field.value], this.save);
      field.value = "";
    }
    this.save();
  };

  save = () => {
    clearTimeout(this.#saving);
    for (const [name, fields] of this.#fields) {
      const now = valueOf(fields);
      if (JSON.stringify(now) === this.#known.get(name)) continue;
      this.#known.set(name, JSON.stringify(now));
      const { cell, key } = this.#place(name);
      store.keep(cell, { ...recordOf(cell), [key]: now });
    }
  };

  /** @param {string} name of a field */
  #place(name) {
    const [first, second] = name.split(".");
    return second === undefined ? { cell: this.name, key: first } : { cell: `${this.name}-${first}`, key: second };
  }

  /** Show what is kept, but where something is being written. */
  show() {
    for (const [name, fields] of this.#fields) {
      const { cell, key } = this.#place(name);
      const empty = JSON.stringify(emptyOf(fields));
      const writing = JSON.stringify(valueOf(fields)) !== (this.#known.get(name) ?? empty);
      if (!this.#known.has(name)) this.#known.set(name, empty);
      const value = recordOf(cell)[key] ?? emptyOf(fields);
      if (writing || JSON.stringify(value) === this.#known.get(name)) continue;
      put(fields, value, this.save);
      this.#known.set(name, JSON.stringify(valueOf(fields)));
    }
  }
}

/** @param {string} cell @returns {Record<string, any>} */
function recordOf(cell) {
  const kept = store.kept(cell);
  return isRecord(kept) ? kept : {};
}

/** @param {any[]} fields */
function valueOf(fields) {
  const [field] = fields;
  if (field.type === "radio") return fields.find(({ checked }) => checked)?.value ?? "";
  if (field.type === "checkbox") return fields.length > 1 ? fields.filter(({ checked }) => checked).map(({ value }) => value) : field.checked;
  return "many" in field.dataset ? manyOf(field) : field.value;
}

/** @param {any[]} fields */
function emptyOf([field, more]) {
  if (field.type === "checkbox") return more ? [] : false;
  return "many" in field.dataset ? [] : "";
}

/** @param {any[]} fields @param {any} value @param {() => void} save */
function put(fields, value, save) {
  const [field] = fields;
  if (field.type === "radio" || field.type === "checkbox") for (const one of fields) one.checked = fields.length > 1 ? [value].flat().includes(one.value) : value === true;
  else if ("many" in field.dataset) drawMany(field, [value].flat(), save);
  else field.value = text(value);
}

/** What was added from a select, each with a button that takes it out again. @param {HTMLSelectElement} select @param {string[]} values @param {() => void} save */
function drawMany(select, values, save) {
  const titles = new Map([...select.options].map(({ value, text }) => [value, text]));
  listOf(select)?.replaceChildren(...[...new Set(values)].filter((value) => value && titles.has(value)).map((value) => {
    const item = make("li", { "data-value": value }, make("span", {}, titles.get(value) ?? ""), " ", make("button", { type: "button", className: "quiet-button", click: () => { item.remove(); select.focus(); save(); } }, "Remove", unseen(`: ${titles.get(value)}`)));
    return item;
  }));
}

/** The list stands below the select: in its label it would be part of its name. @param {HTMLElement} select */
export const listOf = (select) => select.closest("p")?.nextElementSibling;

/** @param {HTMLSelectElement} select */
const manyOf = (select) => /** @type {HTMLElement[]} */ ([...(listOf(select)?.children ?? [])]).map(({ dataset }) => dataset.value ?? "");
