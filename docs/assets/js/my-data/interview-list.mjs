/** `<interview-list>` lists the interviews, with buttons to create, rename, switch to, duplicate, archive, reset and delete one. */
import { announce, button, confirmDialog, h, pluralize, visuallyHidden } from "../lib/dom.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { archiveInterview, cleanName, createInterview, duplicateInterview, NAME_LENGTH, removeInterview, renameInterview, resetInterview } from "../storage/interviews.mjs";
import { store } from "../storage/store.mjs";

customElements.define("interview-list", class extends StoreElement {
  /** The id of the interview that is being renamed. */
  #renaming = "";
  /** The id of the interview whose further actions are shown. */
  #open = "";
  /** What was last drawn, as JSON. */
  #drawn = "";

  setup() {
    this.list = h("ul", { className: "interviews" });
    const name = h("input", { type: "text", id: "new-interview", maxLength: NAME_LENGTH, autocomplete: "off", placeholder: "Acme, panel, Tuesday" });
    const form = h("form", { className: "line-form", submit: (/** @type {Event} */ event) => { event.preventDefault(); this.#create(name); } },
      h("label", { for: "new-interview" }, "Another interview"), name, h("button", { className: "quiet-button" }, "Start it"));
    this.replaceChildren(this.list, form);
  }

  /** @param {HTMLInputElement} input */
  #create(input) {
    const name = cleanName(input.value);
    if (!name) return input.focus();
    store.change(`Started “${name}”`, (state) => createInterview(state, name));
    input.value = "";
    announce(`Started ${name}. Ticks now go to it.`);
  }

  render() {
    const { interview, interviews } = store.state;
    const key = JSON.stringify([interview, Object.entries(interviews).map(([id, { name, archived, items }]) => [id, name, archived, summarize(items)]), this.#renaming, this.#open]);
    // Drawing again would lose the focus.
    if (key === this.#drawn) return;
    this.#drawn = key;
    const focused = /** @type {HTMLElement | null} */ (this.list.contains(document.activeElement) ? document.activeElement : null);
    const focusKey = focused?.dataset.key;
    this.list.replaceChildren(...Object.entries(interviews).map(([id, one]) => this.#row(id, one, id === interview)));
    if (!focused) return;
    const sameButton = /** @type {HTMLElement | null} */ (focusKey ? this.list.querySelector(`[data-key="${focusKey}"]`) : null);
    (sameButton ?? /** @type {HTMLElement | null} */ (this.list.querySelector("button, input")))?.focus();
  }

  /** @param {string} id @param {import("../storage/state.mjs").Interview} one @param {boolean} current */
  #row(id, one, current) {
    if (this.#renaming === id) return h("li", {}, this.#renameForm(id, one.name));
    /** @param {string} label @param {() => void} act @param {string} [key] identifies the button when the list is drawn again */
    const action = (label, act, key = label) => {
      const control = button(label, act, { "data-key": `${id}-${key}` });
      control.append(visuallyHidden(` (${one.name})`));
      return control;
    };
    const more = action("More", () => { this.#open = this.#open === id ? "" : id; this.render(); });
    more.setAttribute("aria-expanded", String(this.#open === id));
    return h("li", { className: current ? "current" : "" },
      h("p", {}, h("strong", {}, one.name), " ", h("small", {}, [current ? "in use" : "", one.archived ? "archived" : "", summarize(one.items)].filter(Boolean).join(" · "))),
      h("p", { className: "choices" },
        current ? "" : action("Use", () => { store.switchTo(id); announce(`Ticks now go to ${one.name}.`); }),
        more),
      h("p", { className: "choices", hidden: this.#open !== id },
        action("Rename", () => { this.#renaming = id; this.render(); this.querySelector("input")?.select(); }),
        action("Duplicate", () => store.change(`Duplicated “${one.name}”`, (state) => duplicateInterview(state, id, cleanName(`Copy of ${one.name}`)))),
        action(one.archived ? "Bring back" : "Archive", () => store.change(`${one.archived ? "Brought back" : "Archived"} “${one.name}”`, (state) => archiveInterview(state, id, !one.archived)), "Archive"),
        action("Reset", () => this.#confirm(`Reset “${one.name}”? ${summarize(one.items)} go. You can undo it.`, "Reset", `Reset “${one.name}”`, (state) => resetInterview(state, id))),
        action("Delete", () => this.#confirm(`Delete “${one.name}” with ${summarize(one.items)}? You can undo it.`, "Delete", `Deleted “${one.name}”`, (state) => removeInterview(state, id)))));
  }

  /** @param {string} question @param {string} yes @param {string} label @param {(state: import("../storage/state.mjs").State) => void} edit */
  async #confirm(question, yes, label, edit) {
    if (!(await confirmDialog(question, yes))) return;
    store.change(label, edit);
    announce(`${label}. You can undo it.`);
  }

  /** @param {string} id @param {string} old */
  #renameForm(id, old) {
    const input = h("input", { type: "text", value: old, maxLength: NAME_LENGTH, autocomplete: "off", "aria-label": `New name of ${old}` });
    const cancel = () => { this.#renaming = ""; this.render(); };
    return h("form", {
      className: "line-form",
      submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        const name = cleanName(input.value);
        this.#renaming = "";
        if (name && name !== old) store.change(`Renamed “${old}”`, (state) => renameInterview(state, id, name));
        this.render();
      },
      keydown: (/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") cancel(); },
    }, input, h("button", { className: "quiet-button" }, "Save"), button("Cancel", cancel));
  }
});

/** @param {Record<string, import("../storage/state.mjs").ItemState>} items */
function summarize(items) {
  const states = Object.values(items);
  const notes = states.filter(({ note }) => note).length;
  return pluralize(states.filter(({ state }) => state !== "todo").length, "mark") + (notes ? `, ${pluralize(notes, "note")}` : "");
}
