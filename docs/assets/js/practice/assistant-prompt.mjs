/** `<assistant-prompt>` holds the choices for a prompt. The editor is loaded when it is opened, or when the address names a question or format. */
import { BaseElement } from "../lib/base-element.mjs";
import { button, h, retryNotice } from "../lib/dom.mjs";

customElements.define("assistant-prompt", class extends BaseElement {
  place = h("div");

  setup() {
    this.append(this.place);
    if (location.search) return this.#open();
    this.place.replaceChildren(h("p", {}, button("Put the text together", () => this.#open(), { className: "big-button" })));
  }

  teardown() {
    this.place.remove();
  }

  async #open() {
    try {
      await import("./prompt-editor.mjs");
      this.place.replaceChildren(h("prompt-editor"));
    } catch {
      this.place.replaceChildren(retryNotice("This part didn't load. Check your connection, then try again.", () => this.#open()));
    }
  }
});
