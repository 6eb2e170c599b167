/** `<print-plan>` has fields that save the plan, and fills the sheets of the page with what is saved. */
import { BaseElement } from "../lib/base-element.mjs";
import { h, retryNotice } from "../lib/dom.mjs";
import { renderNotices } from "../storage/notices.mjs";
import { PLAN } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { formValues, interviewName, mergeTyped } from "./fill-in.mjs";
import { fillSheets } from "./fill-sheet.mjs";

customElements.define("print-plan", class extends BaseElement {
  setup() {
    this.append((this.trouble = h("div", { role: "status" })));
    this.listen(this, "change", () => this.#save());
    this.listen(store, "change", () => this.#update());
    this.listen(document, "printchoice", () => this.#update());
    this.#update();
  }

  /** @returns {(HTMLInputElement | HTMLTextAreaElement)[]} */
  get #fields() {
    return /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */ ([...this.querySelectorAll("input, textarea")]);
  }

  /** @param {string} [interview] the one that the fields show */
  #save(interview = store.state.interview) {
    const typed = /** @type {any} */ (Object.fromEntries(this.#fields.map(({ name, value }) => [name, value.trim()])));
    const shown = store.state.interviews[interview];
    if (!shown) return;
    if (typed.company === interviewName(shown)) typed.company = "";
    store.setRecord(PLAN, mergeTyped(shown.kept[PLAN]?.value, typed), interview);
  }

  teardown() {
    this.trouble.remove();
    this.failure?.remove();
  }

  async #update() {
    renderNotices(this.trouble);
    const isOther = this.interview !== undefined && this.interview !== store.state.interview;
    const shown = this.interview;
    this.interview = store.state.interview;
    // Another tab has switched to another interview while the reader was typing.
    if (isOther && this.contains(document.activeElement)) this.#save(shown);
    const values = /** @type {Record<string, string>} */ (formValues(store.getRecord(PLAN), interviewName(store.current)));
    for (const field of this.#fields) if (isOther || field !== document.activeElement) field.value = values[field.name];
    const isComplete = await fillSheets();
    this.failure?.remove();
    if (!isComplete) this.append(this.failure = retryNotice("Part of your plan didn't load, so its blanks are empty. Check your connection, then try again.", () => this.#update()));
  }
});
