/** `<removed-items>` lists the saved items that are no longer in the guide, until the reader removes them. */
import { fetchItems, knownIds } from "../checklists/item-index.mjs";
import { button, confirmDialog, h, pluralize } from "../lib/dom.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";

const NONE = "Everything you ticked is still in the guide.";
/** @type {Record<string, string>} */
const STATUS_TEXTS = { done: "done", skipped: "not for me", todo: "to do" };

customElements.define("removed-items", class extends StoreElement {
  async render() {
    if (Object.values(store.state.interviews).every(({ items }) => !Object.keys(items).length)) return this.replaceChildren(h("p", {}, NONE));
    const index = await fetchItems().catch(() => undefined);
    if (!index) return this.replaceChildren(h("p", {}, "The guide's list of items did not load, so this cannot be told now. Everything is kept."));
    const known = knownIds(index);
    const removed = Object.entries(store.state.interviews).flatMap(([interview, { name, items }]) =>
      Object.entries(items).filter(([id, item]) => !known.has(id) && (item.state !== "todo" || item.note)).map(([id, item]) => ({ interview, name, id, item })));
    if (!removed.length) return this.replaceChildren(h("p", {}, NONE));
    this.replaceChildren(
      h("ul", { className: "rows" }, ...removed.map(({ name, id, item }) => h("li", {},
        item.what ?? id, " ", h("small", {}, `${STATUS_TEXTS[item.state]}, in “${name}”`), item.note ? h("p", {}, `Your note: ${item.note}`) : ""))),
      button("Remove them", () => this.#remove(removed)));
  }

  /** @param {{ interview: string, id: string }[]} removed */
  async #remove(removed) {
    if (!(await confirmDialog(`Remove ${pluralize(removed.length, "mark")}? You can undo it.`, "Remove"))) return;
    store.change(`Removed ${pluralize(removed.length, "mark")} no longer in the guide`, ({ interviews }) => {
      for (const { interview, id } of removed) delete interviews[interview]?.items[id];
    });
  }
});
