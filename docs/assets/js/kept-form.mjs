/** `<kept-form data-name="…">`: keeps what is written in its form, for the interview in use. */
import "./interview-switch.mjs";
import { make } from "./dom.mjs";
import { FormKeeper } from "./form-keeper.mjs";
import { StoreElement } from "./store-element.mjs";
import { store } from "./store.mjs";
import { showTrouble } from "./trouble.mjs";

customElements.define("kept-form", class extends StoreElement {
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
