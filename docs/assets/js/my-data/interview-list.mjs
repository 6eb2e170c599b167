/** `<interview-list>` lists the interviews, with buttons to create, rename, switch to, duplicate, archive, reset and delete one. */
import { announce, button, confirmDialog, h, visuallyHidden } from "../lib/dom.mjs";
import { pressedKey } from "../lib/keys.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { archiveInterview, cleanName, createInterview, displayName, duplicateInterview, NAME_LENGTH, removeInterview, renameInterview, resetInterview } from "../storage/interviews.mjs";
import { store } from "../storage/store.mjs";
import { describeContents } from "./contents.mjs";

customElements.define("interview-list", class extends StoreElement {
  /** The id of the interview that is being renamed. */
  #renaming = "";
  /** Its form, which keeps what was typed when the list is drawn again. @type {HTMLFormElement | undefined} */
  #renameForm;
  /** The id of the interview whose further actions are shown. */
  #open = "";
  /** What was last drawn, as JSON. */
  #drawn = "";

  setup() {
    this.list = h("ul", { className: "interviews" });
    const name = h("input", { type: "text", id: "new-interview", maxLength: NAME_LENGTH, autocomplete: "off", placeholder: "Acme, panel, Tuesday" });
    const form = h("form", { className: "line-form", submit: (/** @type {Event} */ event) => { event.preventDefault(); this.#create(name); } },
      h("label", { for: "new-interview" }, "Start another interview"), name, h("button", { className: "quiet-button" }, "Start"));
    this.replaceChildren(this.list, form);
  }

  /** @param {HTMLInputElement} input */
  #create(input) {
    const name = cleanName(input.value);
    if (!name) return input.focus();
    store.change(`Started “${name}”`, (state) => createInterview(state, name));
    input.value = "";
    announce(`Started ${name}. What you check off is now saved there.`);
  }

  render() {
    const { interview, interviews } = store.state;
    const key = JSON.stringify([interview, Object.entries(interviews).map(([id, one]) => [id, displayName(one), one.archived, describeContents([one])]), this.#renaming, this.#open]);
    // Drawing again would lose the focus.
    if (key === this.#drawn) return;
    this.#drawn = key;
    const focused = /** @type {HTMLElement | null} */ (this.list.contains(document.activeElement) ? document.activeElement : null);
    const focusKey = focused?.dataset.key;
    this.list.replaceChildren(...Object.entries(interviews).map(([id, one]) => this.#row(id, one, id === interview)));
    if (!focused) return;
    if (focused.isConnected) return focused.focus();
    const sameButton = /** @type {HTMLElement | null} */ (focusKey ? this.list.querySelector(`[data-key="${focusKey}"]`) : null);
    (sameButton ?? /** @type {HTMLElement | null} */ (this.list.querySelector("button, input")))?.focus();
  }

  /** @param {string} id @param {import("../storage/state.mjs").Interview} one @param {boolean} current */
  #row(id, one, current) {
    if (this.#renaming === id) return h("li", {}, (this.#renameForm ??= this.#createRenameForm(id, one.name)));
    const name = displayName(one);
    const contents = describeContents([one]);
    /** @param {string} label @param {() => void} act @param {string} [key] identifies the button when the list is drawn again */
    const action = (label, act, key = label) => {
      const control = button(label, act, { "data-key": `${id}-${key}` });
      control.append(visuallyHidden(` (${name})`));
      return control;
    };
    const more = action("More", () => { this.#open = this.#open === id ? "" : id; this.render(); });
    const destroy = (/** @type {string} */ label, /** @type {() => void} */ act) => {
      const control = action(label, act);
      control.classList.add("quiet-button--danger");
      return control;
    };
    more.setAttribute("aria-expanded", String(this.#open === id));
    return h("li", { className: current ? "current" : "" },
      h("p", {}, h("strong", {}, name), " ", h("small", {}, [current ? "current" : "", one.archived ? "archived" : "", contents || "nothing saved yet"].filter(Boolean).join(" · "))),
      h("p", { className: "choices" },
        current ? "" : action("Switch to it", () => { store.switchTo(id); announce(`Switched to ${name}. What you check off is now saved there.`); }),
        more),
      h("p", { className: "choices", hidden: this.#open !== id },
        action("Rename", () => { this.#rename(id); this.querySelector("input")?.select(); }),
        action("Duplicate", () => store.change(`Duplicated “${name}”`, (state) => duplicateInterview(state, id, cleanName(`Copy of ${name}`)))),
        action(one.archived ? "Unarchive" : "Archive", () => store.change(`${one.archived ? "Unarchived" : "Archived"} “${name}”`, (state) => archiveInterview(state, id, !one.archived)), "Archive"),
        destroy("Reset", () => this.#confirm(`Reset “${name}”?${contents && ` This clears ${contents}.`} You can undo it.`, "Reset", `Reset “${name}”`, (state) => resetInterview(state, id))),
        destroy("Delete", () => this.#confirm(`Delete “${name}”${contents && ` with ${contents}`}? You can undo it.`, "Delete", `Deleted “${name}”`, (state) => removeInterview(state, id)))));
  }

  /** @param {string} question @param {string} yes @param {string} label @param {(state: import("../storage/state.mjs").State) => void} edit */
  async #confirm(question, yes, label, edit) {
    if (!(await confirmDialog(question, yes))) return;
    store.change(label, edit);
    announce(`${label}. You can undo it.`);
  }

  /** Show the form that renames an interview; "" for none. @param {string} id */
  #rename(id) {
    this.#renaming = id;
    this.#renameForm = undefined;
    this.render();
  }

  /** @param {string} id @param {string} old */
  #createRenameForm(id, old) {
    const input = h("input", { type: "text", value: old, maxLength: NAME_LENGTH, autocomplete: "off", "aria-label": `New name for ${old}` });
    const cancel = () => this.#rename("");
    return h("form", {
      className: "line-form",
      submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        const name = cleanName(input.value);
        if (name && name !== old) store.change(`Renamed “${old}”`, (state) => renameInterview(state, id, name));
        cancel();
      },
      keydown: (/** @type {KeyboardEvent} */ event) => { if (pressedKey(event) === "Escape") cancel(); },
    }, input, h("button", { className: "quiet-button" }, "Save"), button("Cancel", cancel));
  }
});
