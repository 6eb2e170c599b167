/** `<autosave-form data-name="…">` saves its form for the current interview, as records with this name. */
import "../my-data/interview-switch.mjs";
import { h } from "../lib/dom.mjs";
import { FormAutosave } from "../storage/form-autosave.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { renderNotices } from "../storage/notices.mjs";
import { store } from "../storage/store.mjs";

customElements.define("autosave-form", class extends StoreElement {
  #interview = "";

  setup() {
    this.head = h("div", { className: "kept-head" }, h("interview-switch"));
    this.trouble = h("div", { role: "status" });
    this.prepend(this.head, this.trouble);
  }

  teardown() {
    this.autosave?.disconnect();
    this.head.remove();
    this.trouble.remove();
  }

  render() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    if (this.#interview !== store.state.interview) {
      this.autosave?.disconnect();
      form.reset();
      this.#interview = store.state.interview;
      this.autosave = new FormAutosave(form, String(this.dataset.name));
    }
    this.autosave?.render();
    renderNotices(this.trouble);
  }
});
