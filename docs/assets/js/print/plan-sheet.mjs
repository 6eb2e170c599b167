/** `<plan-sheet>`: the reader's plan on paper. What it takes is loaded when there is a plan. */
import { answered, facts } from "../plan/plan-data.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";

customElements.define("plan-sheet", class extends StoreElement {
  #drawing = 0;
  /** Settles when it is drawn; fails when what it takes cannot be had. */
  drawn = Promise.resolve();

  render() {
    this.drawn = this.#draw();
    return this.drawn.catch(() => this.replaceChildren("The plan could not be loaded. Open this page again with a network."));
  }

  async #draw() {
    const turn = ++this.#drawing;
    const known = facts(store);
    const parts = answered(known) ? await import("./plan-content.mjs").then(({ onPaper }) => onPaper(known)) : [];
    if (turn === this.#drawing) this.replaceChildren(...parts);
  }
});
