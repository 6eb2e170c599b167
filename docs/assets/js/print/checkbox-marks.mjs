/** Each thing to do on the paper (`data-item`) gets the reader's mark and note; sheet.css shows them when chosen. */
import { store } from "../storage/store.mjs";

/** @param {ParentNode} paper the page, or a sheet that comes into it */
export function mark(paper) {
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (paper.querySelectorAll("[data-item]"))) {
    const mark = store.getItem(item.dataset.item ?? "", item.dataset.aliases?.split(" "));
    item.classList.toggle("is-done", mark?.state === "done");
    item.classList.toggle("is-skipped", mark?.state === "skipped");
    item.querySelector(".note")?.remove();
    if (typeof mark?.note === "string" && mark.note) {
      item.append(Object.assign(document.createElement("p"), { className: "note", textContent: mark.note }));
    }
  }
}

const show = () => mark(document);
store.addEventListener("change", show);
addEventListener("pageshow", show);
show();
