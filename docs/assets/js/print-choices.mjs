/**
 * `<print-choices>`: a form that says what goes on the paper, remembered. Its radio buttons and
 * checkboxes become `data-<name>` of the root, on which sheet.css hangs; its text fields fill every
 * `data-fill="<name>"`. Items that carry `data-item` get the reader's mark and note.
 */
import { change, settings } from "./print-settings.mjs";
import { store } from "./store.mjs";

customElements.define("print-choices", class extends HTMLElement {
  /** @type {HTMLFormElement} */
  #form;
  #marks = () => this.#mark();

  connectedCallback() {
    this.#form = this.querySelector("form");
    this.#restore();
    this.#form.hidden = false;
    this.#form.addEventListener("input", this.#keep);
    this.#form.addEventListener("submit", this.#print);
    store.addEventListener("change", this.#marks);
    addEventListener("pageshow", this.#marks);
    this.#apply();
    this.#mark();
  }

  disconnectedCallback() {
    this.#form.removeEventListener("input", this.#keep);
    this.#form.removeEventListener("submit", this.#print);
    store.removeEventListener("change", this.#marks);
    removeEventListener("pageshow", this.#marks);
  }

  #keep = () => {
    change({ choices: this.#chosen() });
    this.#apply();
  };

  /** @param {Event} event */
  #print = (event) => {
    event.preventDefault();
    window.print();
  };

  /** @returns {Record<string, string>} */
  #chosen() {
    return Object.fromEntries([...new FormData(this.#form)].map(([name, value]) => [name, String(value)]));
  }

  #restore() {
    const { choices } = settings();
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (this.#form.querySelectorAll("input"))) {
      const value = Object.hasOwn(choices, field.name) ? choices[field.name] : undefined;
      if (!field.hasAttribute("maxlength")) field.checked = value === undefined ? field.defaultChecked : value === field.value;
      else field.value = (value ?? "").slice(0, field.maxLength);
    }
    for (const group of this.#form.querySelectorAll("fieldset:has([type=radio])")) {
      if (!group.querySelector(":checked")) /** @type {HTMLInputElement} */ (group.querySelector("input")).checked = true;
    }
  }

  #apply() {
    const chosen = this.#chosen();
    const root = document.documentElement;
    for (const name of ["boxes", "length", "large"]) {
      if (chosen[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    for (const blank of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-fill]"))) {
      blank.textContent = chosen[blank.dataset.fill] ?? "";
    }
  }

  #mark() {
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-item]"))) {
      const mark = store.mark(item.dataset.item, item.dataset.aliases?.split(" "));
      item.classList.toggle("is-done", mark?.state === "done");
      item.classList.toggle("is-skipped", mark?.state === "skipped");
      item.querySelector(".note")?.remove();
      if (typeof mark?.note === "string" && mark.note) {
        item.append(Object.assign(document.createElement("p"), { className: "note", textContent: mark.note }));
      }
    }
  }
});
