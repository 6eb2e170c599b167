/**
 * `<check-list>`: gives the checkboxes inside it a memory and a count. The list is complete
 * without it. Attributes of each checkbox: `data-item` (the id the tick is kept under), `data-rev`,
 * and `data-aliases` (former ids).
 */
import { store } from "./store.mjs";

const NOTICE = {
  blocked: "This browser keeps nothing for this site, so ticks last until you close the page.",
  full: "This browser's storage is full, so new ticks last until you close the page.",
  newer: "Your ticks were saved by a newer version of this guide. They are shown, and not changed.",
};

customElements.define("check-list", class extends HTMLElement {
  /** @type {HTMLOutputElement} */
  #count;
  #show = () => this.#render();

  connectedCallback() {
    this.#count = Object.assign(document.createElement("output"), { className: "count" });
    this.prepend(this.#count);
    this.addEventListener("change", this.#tick);
    store.addEventListener("change", this.#show);
    addEventListener("pageshow", this.#show);
    this.#render();
  }

  disconnectedCallback() {
    this.#count.remove();
    this.removeEventListener("change", this.#tick);
    store.removeEventListener("change", this.#show);
    removeEventListener("pageshow", this.#show);
  }

  /** @param {Event} event */
  #tick(event) {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (box.dataset.item) store.set(box.dataset.item, box.checked ? "done" : "todo", Number(box.dataset.rev));
  }

  #render() {
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("input[data-item]"));
    for (const box of boxes) {
      const aliases = box.dataset.aliases?.split(" ");
      box.checked = store.mark(box.dataset.item, aliases)?.state === "done";
    }
    const done = [...boxes].filter((box) => box.checked).length;
    this.#count.textContent = `${done} of ${boxes.length} done. ${NOTICE[store.trouble] ?? ""}`.trim();
    this.style.setProperty("--done", String(done / boxes.length));
  }
});
