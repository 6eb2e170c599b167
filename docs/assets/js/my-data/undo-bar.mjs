/** `<undo-bar>`: offers to take back the last larger change, a reset or an import; with `data-all`, for as long as it can. */
import { button, announce } from "../lib/dom.mjs";
import { millis } from "../storage/state.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";

const OFFERED = 10 * 60 * 1000;

customElements.define("undo-bar", class extends StoreElement {
  render() {
    const [last] = store.undoable;
    const all = "all" in this.dataset;
    const offered = last && (all || Math.abs(Date.now() - millis(last.at)) < OFFERED);
    this.hidden = !offered;
    const key = offered ? last.at : "";
    if (this.dataset.shown === key) return;
    this.dataset.shown = key;
    if (!offered) return this.replaceChildren();
    const forget = all ? [" ", button("Forget it for good", () => store.clearUndo())] : [];
    this.replaceChildren(`${last.label}. `, button("Undo", () => this.#undo(last.label)), ...forget);
  }

  /** @param {string} label */
  #undo(label) {
    store.undo();
    announce(`Undone: ${label}`);
  }
});
