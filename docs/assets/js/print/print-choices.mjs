/**
 * `<print-choices>`: a form that says how to print, remembered. What is chosen becomes
 * `data-<name>` of the root, on which sheet.css hangs.
 */
import { BaseElement } from "../lib/base-element.mjs";
import { change, settings } from "./print-settings.mjs";

const CHOICES = ["boxes", "length", "large"];

customElements.define("print-choices", class extends BaseElement {
  setup() {
    this.#restore();
    this.listen(this.form, "input", () => {
      change({ choices: this.#chosen() });
      this.#apply();
    });
    this.listen(this.form, "submit", (event) => {
      event.preventDefault();
      this.#print(event.submitter);
    });
    this.#apply();
  }

  /** @returns {Record<string, string>} */
  #chosen() {
    const data = new FormData(this.form);
    return Object.fromEntries(CHOICES.map((name) => [name, String(data.get(name) ?? "")]));
  }

  /** A choice that is not there, or no longer offered, leaves the first one checked. */
  #restore() {
    const { choices } = settings();
    const named = (/** @type {string} */ name) => /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll(`[name=${name}]`));
    for (const name of CHOICES.filter((name) => Object.hasOwn(choices, name))) {
      const fields = [...named(name)];
      if (fields[0].type === "radio" && !fields.some(({ value }) => value === choices[name])) continue;
      for (const field of fields) field.checked = field.value === choices[name];
    }
  }

  /** In a packet, when all that is chosen has come; pressed again meanwhile, it prints once. @param {HTMLButtonElement} button */
  async #print(button) {
    if (button.ariaBusy) return;
    const { textContent } = button;
    Object.assign(button, { ariaBusy: "true", textContent: "Loading the sheets…" });
    await /** @type {any} */ (document.querySelector("print-packet"))?.ready?.();
    Object.assign(button, { ariaBusy: null, textContent });
    print();
  }

  #apply() {
    const { dataset } = document.documentElement;
    for (const [name, value] of Object.entries(this.#chosen())) {
      if (value) dataset[name] = value;
      else delete dataset[name];
    }
  }
});
