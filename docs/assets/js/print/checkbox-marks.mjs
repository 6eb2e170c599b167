/** Shows the status and note of each item (`data-item`) on printed sheets; sheet.css hides them unless they are chosen. */
import { h } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";

/** @param {ParentNode} article as it was before */
export function applyMarks(article) {
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll("[data-item]"))) {
    const saved = store.getItem(item.dataset.item ?? "", item.dataset.aliases?.split(" "));
    item.classList.toggle("is-done", saved?.state === "done");
    item.classList.toggle("is-skipped", saved?.state === "skipped");
    if (typeof saved?.note === "string" && saved.note) item.append(h("p", { className: "note" }, saved.note));
  }
}
