/**
 * What a list shows: only what is left, only essentials, one phase. Kept in the address, so that a filtered list
 * can be sent, and comes back with the back button.
 */
import { decodeUri } from "../lib/dom.mjs";

export class ListFilter {
  /** Items ticked under the filter stay until it changes: what you just touched must not vanish under your finger. */
  #stay = new Set();
  now = { left: false, essential: false, phase: "" };

  /** @param {import("../lib/base-element.mjs").BaseElement} list @param {import("./checklist-item.mjs").ItemRow[]} rows */
  constructor(list, rows) {
    this.list = list;
    this.rows = rows;
    this.fieldsets = [...list.querySelectorAll("fieldset")];
    const [left, essential] = list.querySelectorAll(".list-filter button");
    this.left = left;
    this.essential = essential;
    this.phase = /** @type {HTMLSelectElement | null} */ (list.querySelector(".list-filter select"));
    this.#read();
    this.#reveal();
    list.listen(this.left, "click", () => this.#set({ left: !this.now.left }));
    list.listen(this.essential, "click", () => this.#set({ essential: !this.now.essential }));
    if (this.phase) list.listen(this.phase, "change", ({ target }) => this.#set({ phase: target.value }));
    list.listen(window, "popstate", () => { this.#read(); list.render(); });
    list.listen(window, "hashchange", () => { this.#reveal(); list.render(); });
  }

  #read() {
    const asked = new URLSearchParams(location.search);
    const phase = asked.get("phase") ?? "";
    this.now = { left: asked.has("left"), essential: asked.has("essential"), phase: this.fieldsets.some(({ dataset }) => dataset.phase === phase) ? phase : "" };
    this.#stay.clear();
  }

  /** A link to an item shows it, whatever the filter. */
  #reveal() {
    const id = decodeUri(location.hash.slice(1));
    const row = this.rows.find(({ item }) => id && (item.id === id || item.aliases?.includes(id)));
    if (row && !this.#passes(row)) this.#keep({ left: false, essential: false, phase: "" });
  }

  /** @param {Partial<ListFilter["now"]>} wanted */
  #set(wanted) {
    this.#keep(wanted);
    this.list.render();
  }

  /** @param {Partial<ListFilter["now"]>} wanted */
  #keep(wanted) {
    Object.assign(this.now, wanted);
    this.#stay.clear();
    const address = new URL(location.href);
    for (const name of /** @type {const} */ (["left", "essential"])) {
      if (this.now[name]) address.searchParams.set(name, "");
      else address.searchParams.delete(name);
    }
    if (this.now.phase) address.searchParams.set("phase", this.now.phase);
    else address.searchParams.delete("phase");
    address.search = address.searchParams.toString().replaceAll(/=(?=&|$)/g, "");
    history.replaceState(history.state, "", address);
  }

  /** @param {import("./checklist-item.mjs").ItemRow} row */
  #passes(row) {
    const { left, essential, phase } = this.now;
    return (!left || row.state === "todo") && (!essential || row.essential) && (!phase || row.phase === phase);
  }

  /** Hide what does not pass. @returns {number} how many are hidden */
  apply() {
    this.left.setAttribute("aria-pressed", String(this.now.left));
    this.essential.setAttribute("aria-pressed", String(this.now.essential));
    if (this.phase) this.phase.value = this.now.phase;
    let hidden = 0;
    for (const row of this.rows) {
      if (this.#passes(row)) this.#stay.add(row);
      row.element.hidden = !this.#stay.has(row);
      hidden += Number(row.element.hidden);
    }
    for (const fieldset of this.fieldsets) fieldset.hidden = [...fieldset.querySelectorAll("li")].every((li) => li.hidden);
    return hidden;
  }
}
