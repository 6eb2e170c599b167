/** `<removed-items>`: marks on items that are no longer in the guide. They are kept until the reader removes them. */
import { catalogue, knownIds } from "../checklists/item-index.mjs";
import { button, confirmDialog, pluralize, h } from "../lib/dom.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";

const ALL_THERE = "Everything you ticked is still in the guide.";
/** @type {Record<string, string>} */
const SAID = { done: "done", skipped: "not for me", todo: "to do" };

customElements.define("removed-items", class extends StoreElement {
  async render() {
    if (Object.values(store.state.interviews).every(({ items }) => !Object.keys(items).length)) return this.replaceChildren(h("p", {}, ALL_THERE));
    const guide = await catalogue().catch(() => undefined);
    if (!guide) return this.replaceChildren(h("p", {}, "The guide's list of items did not load, so this cannot be told now. Everything is kept."));
    const known = knownIds(guide);
    const old = Object.entries(store.state.interviews).flatMap(([interview, { name, items }]) =>
      Object.entries(items).filter(([id, mark]) => !known.has(id) && (mark.state !== "todo" || mark.note)).map(([id, mark]) => ({ interview, name, id, mark })));
    if (!old.length) return this.replaceChildren(h("p", {}, ALL_THERE));
    this.replaceChildren(
      h("ul", { className: "rows" }, ...old.map(({ name, id, mark }) => h("li", {},
        mark.what ?? id, " ", h("small", {}, `${SAID[mark.state]}, in “${name}”`), mark.note ? h("p", {}, `Your note: ${mark.note}`) : ""))),
      button("Remove them", () => this.#remove(old)));
  }

  /** @param {{ interview: string, id: string }[]} old */
  async #remove(old) {
    if (!(await confirmDialog(`Remove ${pluralize(old.length, "mark")}? You can undo it.`, "Remove"))) return;
    store.change(`Removed ${pluralize(old.length, "mark")} no longer in the guide`, ({ interviews }) => {
      for (const { interview, id } of old) delete interviews[interview]?.items[id];
    });
  }
});
