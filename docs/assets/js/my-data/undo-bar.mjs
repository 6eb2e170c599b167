/** `<undo-bar>` offers to undo the last larger change, such as a reset or an import: for ten minutes, or with `data-all` at any time. */
import { announce, button } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { millis } from "../storage/state.mjs";
import { store } from "../storage/store.mjs";

/** In ms. */
const OFFER_TIME = 10 * 60 * 1000;

customElements.define("undo-bar", class extends StoreElement {
  render() {
    const [last] = store.undoable;
    const all = "all" in this.dataset;
    const isOffered = last && (all || Math.abs(Date.now() - millis(last.at)) < OFFER_TIME);
    this.hidden = !isOffered;
    const key = isOffered ? last.at : "";
    if (this.dataset.shown === key) return;
    this.dataset.shown = key;
    if (!isOffered) return this.replaceChildren();
    const forget = all ? [" ", button("Dismiss for good", () => store.clearUndo())] : [];
    this.replaceChildren(`${last.label}. `, button("Undo", () => this.#undo(last.label)), ...forget);
  }

  /** @param {string} label */
  #undo(label) {
    store.undo();
    announce(`Undone: ${label}`);
  }
});
