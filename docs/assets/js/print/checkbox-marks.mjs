/** Shows the status and note of each item (`data-item`) on printed sheets; sheet.css hides them unless they are chosen. */
import { store } from "../storage/store.mjs";

/** @param {ParentNode} root the page, or a sheet that is added to it */
export function applyMarks(root) {
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-item]"))) {
    const saved = store.getItem(item.dataset.item ?? "", item.dataset.aliases?.split(" "));
    item.classList.toggle("is-done", saved?.state === "done");
    item.classList.toggle("is-skipped", saved?.state === "skipped");
    item.querySelector(".note")?.remove();
    if (typeof saved?.note === "string" && saved.note) {
      item.append(Object.assign(document.createElement("p"), { className: "note", textContent: saved.note }));
    }
  }
}

const update = () => applyMarks(document);
store.addEventListener("change", update);
addEventListener("pageshow", update);
update();
