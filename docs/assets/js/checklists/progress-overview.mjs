/** `<progress-overview>` shows the progress of the current interview in all lists that the reader has begun, by list and by phase. */
import { retryNotice } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { storageNotices } from "../storage/notices.mjs";
import { store } from "../storage/store.mjs";

customElements.define("progress-overview", class extends StoreElement {
  async render() {
    const begun = Object.values(store.state.interviews).some(({ items }) => Object.keys(items).length);
    // Nothing is shown or loaded on a first visit.
    this.hidden = !begun && !storageNotices().length;
    if (this.hidden) return;
    const draw = await import("./progress-view.mjs").then(async ({ drawProgress, fetchItems }) => {
      const index = await fetchItems();
      return () => drawProgress(this, index);
    }).catch(() => undefined);
    if (draw) draw();
    else this.replaceChildren(retryNotice("Your progress didn't load. Check your connection, then try again. Your checkmarks are safe.", () => this.render()));
  }
});
