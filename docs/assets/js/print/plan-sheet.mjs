/** `<plan-sheet>` shows the plan of the reader on a printed sheet. Its modules are loaded only when there is a plan. */
import { StoreElement } from "../storage/store-element.mjs";
import { hasAnswers, readPlan } from "../plan/plan-data.mjs";
import { questionRecord } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";

/** Whether the reader has a plan or has practiced. */
export const hasPlanSheet = () => hasAnswers(readPlan(store)) || store.recordNames(questionRecord("")).length > 0;

customElements.define("plan-sheet", class extends StoreElement {
  #renderings = 0;
  /** Settles when the plan is rendered; rejects when it could not be loaded. */
  rendered = Promise.resolve();

  render() {
    this.rendered = this.#draw();
    return this.rendered.catch(() => this.replaceChildren("Your plan didn't load. Check your connection, then open this page again."));
  }

  async #draw() {
    const rendering = ++this.#renderings;
    const parts = hasPlanSheet() ? await import("./plan-content.mjs").then(({ renderPlan }) => renderPlan(readPlan(store))) : [];
    if (rendering === this.#renderings) this.replaceChildren(...parts);
  }
});
