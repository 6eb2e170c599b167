/** `<removed-items>` lists the saved items that are no longer in the guide, until the reader deletes them. */
import { fetchItems, knownIds } from "../lib/item-index.mjs";
import { button, confirmDialog, h, pluralize } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { displayName } from "../storage/interviews.mjs";
import { store } from "../storage/store.mjs";

const NONE = "Everything you checked off is still in the guide.";
/** @type {Record<string, string>} */
const STATUS_TEXTS = { done: "done", skipped: "not for me", todo: "to do" };

customElements.define("removed-items", class extends StoreElement {
  async render() {
    if (Object.values(store.state.interviews).every(({ items }) => !Object.keys(items).length)) return this.replaceChildren(h("p", {}, NONE));
    const index = await fetchItems().catch(() => undefined);
    if (!index) return this.replaceChildren(h("p", {}, "This list didn't load. Check your connection, then open this page again. Everything you saved is safe."));
    const known = knownIds(index);
    const removed = Object.entries(store.state.interviews).flatMap(([interview, one]) =>
      Object.entries(one.items).filter(([id, item]) => !known.has(id) && (item.state !== "todo" || item.note)).map(([id, item]) => ({ interview, name: displayName(one), id, item })));
    if (!removed.length) return this.replaceChildren(h("p", {}, NONE));
    this.replaceChildren(
      h("ul", { className: "rows" }, ...removed.map(({ name, id, item }) => h("li", {},
        item.what ?? id, " ", h("small", {}, `${STATUS_TEXTS[item.state]}, in “${name}”`), item.note ? h("p", {}, `Your note: ${item.note}`) : ""))),
      button("Delete these", () => this.#remove(removed)));
  }

  /** @param {{ interview: string, id: string }[]} removed */
  async #remove(removed) {
    if (!(await confirmDialog(`Delete ${pluralize(removed.length, "marked item")}? You can undo it.`, "Delete"))) return;
    store.change(`Deleted ${pluralize(removed.length, "marked item")} no longer in the guide`, ({ interviews }) => {
      for (const { interview, id } of removed) delete interviews[interview]?.items[id];
    });
  }
});
