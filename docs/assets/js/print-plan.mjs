/** `<print-plan>`: fields with the facts of the interview in use, kept in its plan and written on the paper. */
import { Connected } from "./connected.mjs";
import { fill } from "./print-blanks.mjs";
import { fields, given, withTyped } from "./print-facts.mjs";
import { store } from "./store.mjs";

customElements.define("print-plan", class extends Connected {
  build() {
    this.listen(this, "change", () => this.#keep());
    this.listen(store, "change", () => this.#show());
    this.listen(window, "pageshow", () => this.#show());
    this.#show();
  }

  /** @returns {(HTMLInputElement | HTMLTextAreaElement)[]} */
  get #fields() {
    return /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */ ([...this.querySelectorAll("input, textarea")]);
  }

  #keep() {
    const typed = /** @type {any} */ (Object.fromEntries(this.#fields.map(({ name, value }) => [name, value.trim()])));
    if (typed.company === given(store.current)) typed.company = "";
    store.keep("plan", withTyped(store.kept("plan"), typed));
  }

  #show() {
    const told = /** @type {Record<string, string>} */ (fields(store.kept("plan"), given(store.current)));
    for (const field of this.#fields) if (field !== document.activeElement) field.value = told[field.name];
    fill(document);
  }
});
