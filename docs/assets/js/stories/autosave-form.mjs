/** `<autosave-form data-name="…">`: keeps what is written in its form, for the interview in use. */
import "../my-data/interview-switch.mjs";
import { h } from "../lib/dom.mjs";
import { FormAutosave } from "../lib/form-autosave.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";
import { renderNotices } from "../storage/notices.mjs";

customElements.define("autosave-form", class extends StoreElement {
  #interview = "";

  setup() {
    this.head = h("div", { className: "kept-head" }, h("interview-switch"));
    this.trouble = h("div", { role: "status" });
    this.prepend(this.head, this.trouble);
  }

  teardown() {
    this.keeper?.disconnect();
    this.head.remove();
    this.trouble.remove();
  }

  render() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    if (this.#interview !== store.state.interview) {
      this.keeper?.disconnect();
      form.reset();
      this.#interview = store.state.interview;
      this.keeper = new FormAutosave(form, String(this.dataset.name));
    }
    this.keeper?.render();
    renderNotices(this.trouble);
  }
});
