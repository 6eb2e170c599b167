/**
 * `<print-choices>` saves the options for printing, and sets each as `data-<name>` of the root element for sheet.css.
 */
import { BaseElement } from "../lib/base-element.mjs";
import { changeSettings, readSettings } from "../storage/print-settings.mjs";

const CHOICES = ["boxes", "length", "large"];

customElements.define("print-choices", class extends BaseElement {
  setup() {
    this.#restore();
    this.listen(this.form, "input", () => {
      changeSettings({ choices: { ...readSettings().choices, ...this.#values() } });
      this.#apply();
      document.dispatchEvent(new Event("printchoice"));
    });
    this.listen(this.form, "submit", (event) => {
      event.preventDefault();
      this.#print(event.submitter);
    });
    this.#apply();
  }

  /** @returns {Record<string, string>} */
  #values() {
    const data = new FormData(this.form);
    const offered = CHOICES.filter((name) => this.querySelector(`[name=${name}]`));
    return Object.fromEntries(offered.map((name) => [name, String(data.get(name) ?? "")]));
  }

  /** Check the saved options. One that is no longer offered leaves the first one checked. */
  #restore() {
    const choices = { ...readSettings().choices, ...Object.fromEntries(new URLSearchParams(location.search)) };
    const fieldsOf = (/** @type {string} */ name) => /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll(`[name=${name}]`));
    for (const name of CHOICES.filter((name) => Object.hasOwn(choices, name))) {
      const fields = [...fieldsOf(name)];
      if (!fields.length) continue;
      if (fields[0].type === "radio" && !fields.some(({ value }) => value === choices[name])) continue;
      for (const field of fields) field.checked = field.value === choices[name];
    }
  }

  /** Print when all chosen sheets of a packet are loaded. Ignore clicks while loading. @param {HTMLButtonElement} button */
  async #print(button) {
    if (button.ariaBusy) return;
    const { textContent } = button;
    Object.assign(button, { ariaBusy: "true", textContent: "Loading the sheets…" });
    const isReady = await /** @type {any} */ (document.querySelector("print-packet"))?.ready?.();
    Object.assign(button, { ariaBusy: null, textContent });
    if (isReady !== false) print();
  }

  #apply() {
    const { dataset } = document.documentElement;
    for (const [name, value] of Object.entries(this.#values())) {
      if (value) dataset[name] = value;
      else delete dataset[name];
    }
  }
});
