/**
 * Saves what is written in a form as records of the store, field by field, so that two tabs can edit different fields.
 * A field `a.seen` of the form `sign` is saved as `seen` in the record `sign-a`; any other field in the record with the
 * name of the form. Several checkboxes with one name, and a select with `data-many`, are lists; a single checkbox is a
 * boolean; everything else is text. Used by <autosave-form>, <record-list> and <partner-sheet>.
 */
import { store } from "./store.mjs";
import { isRecord, toText } from "./validators.mjs";
import { h, visuallyHidden } from "../lib/dom.mjs";

/** Typing is saved after this pause, in ms. */
const DEBOUNCE = 400;
const MAX_TEXT = 4000;

export class FormAutosave {
  #timer = 0;
  /** @type {Map<string, string>} the JSON of each field as last rendered or saved */
  #saved = new Map();
  /** @type {Map<string, any[]>} the form controls by name */
  #fields = new Map();

  /** @param {HTMLFormElement} form @param {string} name */
  constructor(form, name) {
    this.form = form;
    this.name = name;
    for (const field of /** @type {HTMLInputElement[]} */ ([...form.elements])) {
      if (!field.name) continue;
      this.#fields.set(field.name, [...(this.#fields.get(field.name) ?? []), field]);
      if (!(field.maxLength > 0) && field.tagName === "TEXTAREA") field.maxLength = MAX_TEXT;
      if ("many" in field.dataset) field.closest("p")?.after(h("ul", { className: "many" }));
    }
    form.addEventListener("input", this.#onInput);
    form.addEventListener("change", this.#onChange);
    form.addEventListener("submit", this.#onSubmit);
    addEventListener("pagehide", this.save);
    this.render();
  }

  disconnect() {
    this.save();
    this.discard();
  }

  /** Disconnect without saving. */
  discard() {
    clearTimeout(this.#timer);
    this.form.removeEventListener("input", this.#onInput);
    this.form.removeEventListener("change", this.#onChange);
    this.form.removeEventListener("submit", this.#onSubmit);
    removeEventListener("pagehide", this.save);
  }

  #onSubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    this.save();
  };

  #onInput = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.save, DEBOUNCE);
  };

  #onChange = (/** @type {Event} */ event) => {
    const field = /** @type {HTMLSelectElement} */ (event.target);
    if ("many" in field.dataset && field.value) {
      drawChosen(field, [...chosenValues(field), field.value], this.save);
      field.value = "";
    }
    this.save();
  };

  save = () => {
    clearTimeout(this.#timer);
    for (const [name, fields] of this.#fields) {
      const value = readFields(fields);
      if (JSON.stringify(value) === this.#saved.get(name)) continue;
      this.#saved.set(name, JSON.stringify(value));
      const { record, key } = this.#locate(name);
      store.setRecord(record, { ...readRecord(record), [key]: value });
    }
  };

  /** The record and the key that a field is saved in. @param {string} name */
  #locate(name) {
    const [first, second] = name.split(".");
    return second === undefined ? { record: this.name, key: first } : { record: `${this.name}-${first}`, key: second };
  }

  /** Show the saved values, except in fields with unsaved changes. */
  render() {
    for (const [name, fields] of this.#fields) {
      const { record, key } = this.#locate(name);
      const empty = JSON.stringify(emptyValue(fields));
      const isUnsaved = JSON.stringify(readFields(fields)) !== (this.#saved.get(name) ?? empty);
      if (!this.#saved.has(name)) this.#saved.set(name, empty);
      const value = readRecord(record)[key] ?? emptyValue(fields);
      if (isUnsaved || JSON.stringify(value) === this.#saved.get(name)) continue;
      writeFields(fields, value, this.save);
      this.#saved.set(name, JSON.stringify(readFields(fields)));
    }
  }
}

/** @param {string} name @returns {Record<string, any>} */
function readRecord(name) {
  const record = store.getRecord(name);
  return isRecord(record) ? record : {};
}

/** @param {any[]} fields with one name */
function readFields(fields) {
  const [field] = fields;
  if (field.type === "radio") return fields.find(({ checked }) => checked)?.value ?? "";
  if (field.type === "checkbox") return fields.length > 1 ? fields.filter(({ checked }) => checked).map(({ value }) => value) : field.checked;
  return "many" in field.dataset ? chosenValues(field) : field.value;
}

/** @param {any[]} fields with one name */
function emptyValue([field, more]) {
  if (field.type === "checkbox") return more ? [] : false;
  return "many" in field.dataset ? [] : "";
}

/** @param {any[]} fields with one name @param {any} value @param {() => void} save */
function writeFields(fields, value, save) {
  const [field] = fields;
  if (field.type === "radio" || field.type === "checkbox") for (const one of fields) one.checked = fields.length > 1 ? [value].flat().includes(one.value) : value === true;
  else if ("many" in field.dataset) drawChosen(field, [value].flat(), save);
  else field.value = toText(value);
}

/** List the values that were chosen in a select, each with a button that removes it. @param {HTMLSelectElement} select @param {string[]} values @param {() => void} save */
function drawChosen(select, values, save) {
  const titles = new Map([...select.options].map(({ value, text }) => [value, text]));
  const chosen = [...new Set(values)].filter((value) => value && titles.has(value));
  chosenList(select)?.replaceChildren(...chosen.map((value) => {
    const remove = () => { item.remove(); select.focus(); save(); };
    const title = titles.get(value) ?? "";
    const item = h("li", { "data-value": value }, h("span", {}, title), " ", h("button", { type: "button", className: "quiet-button", click: remove }, "Remove", visuallyHidden(`: ${title}`)));
    return item;
  }));
}

/** The list of chosen values, below the paragraph of a select; inside its label it would be part of its name. @param {HTMLElement} select */
export const chosenList = (select) => select.closest("p")?.nextElementSibling;

/** @param {HTMLSelectElement} select */
const chosenValues = (select) => /** @type {HTMLElement[]} */ ([...(chosenList(select)?.children ?? [])]).map(({ dataset }) => dataset.value ?? "");
