/** `<plan-sheet>`: the reader's plan on paper. Its sheet is offered, and what it takes is loaded, when there is a plan. */
import { make } from "./dom.mjs";
import { answered, facts } from "./plan/facts.mjs";
import { StoreElement } from "./store-element.mjs";
import { store } from "./store.mjs";

customElements.define("plan-sheet", class extends StoreElement {
  #drawing = 0;

  async render() {
    const turn = ++this.#drawing;
    const known = facts(store);
    const offer = document.querySelector("[data-offer='my-plan']");
    if (offer instanceof HTMLElement) offer.hidden = !answered(known);
    if (!answered(known)) return this.replaceChildren();
    const found = await import("./plan/paper.mjs").then(({ onPaper }) => onPaper(known)).catch(() => undefined);
    if (turn !== this.#drawing) return;
    this.replaceChildren(...(found ?? [make("p", {}, "The data of the guide could not be loaded. Open this page again with a network.")]));
  }
});
