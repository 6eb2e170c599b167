/** `<print-packet>`: checkboxes that choose which sheets of the page are shown and printed, remembered. */
import { Connected } from "./connected.mjs";
import { change, settings } from "./print-settings.mjs";

customElements.define("print-packet", class extends Connected {
  build() {
    const { packet } = settings();
    for (const box of this.#boxes()) box.checked = packet.includes(box.value);
    this.listen(this.form, "change", () => this.#choose());
    this.listen(this.form, "click", ({ target }) => this.#chooseMany(target.closest("button")));
    this.#show();
  }

  #choose() {
    change({ packet: this.#chosen() });
    this.#show();
  }

  /** A button chooses all or none. @param {HTMLButtonElement | null} button */
  #chooseMany(button) {
    if (!button) return;
    for (const box of this.#boxes()) box.checked = button.value === "all";
    this.#choose();
  }

  /** The sheets on offer. @returns {NodeListOf<HTMLInputElement>} */
  #boxes() {
    return this.form.querySelectorAll("li:not([hidden]) > label > input[name=sheet]");
  }

  /** @returns {string[]} */
  #chosen() {
    return [...this.#boxes()].filter((box) => box.checked).map((box) => box.value);
  }

  #show() {
    const chosen = this.#chosen();
    const sheets = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-sheet]"));
    for (const sheet of sheets) sheet.hidden = !chosen.includes(sheet.dataset.sheet ?? "");
    /** @type {HTMLOutputElement} */ (this.form.querySelector("output")).value = `${chosen.length} of ${this.#boxes().length} sheets chosen.`;
  }
});
