/** `<autosave-form data-name="…">`: keeps what is written in its form, for the interview in use. */
import "../my-data/interview-switch.mjs";
import { make } from "../lib/dom.mjs";
import { FormKeeper } from "../lib/form-autosave.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";
import { showTrouble } from "../storage/notices.mjs";

customElements.define("autosave-form", class extends StoreElement {
  #interview = "";

  build() {
    this.head = make("div", { className: "kept-head" }, make("interview-switch"));
    this.trouble = make("div", { role: "status" });
    this.prepend(this.head, this.trouble);
  }

  leave() {
    this.keeper?.remove();
    this.head.remove();
    this.trouble.remove();
  }

  render() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    if (this.#interview !== store.state.interview) {
      this.keeper?.remove();
      form.reset();
      this.#interview = store.state.interview;
      this.keeper = new FormKeeper(form, String(this.dataset.name));
    }
    this.keeper?.show();
    showTrouble(this.trouble);
  }
});
