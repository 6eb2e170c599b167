/**
 * What a list shows: only what is left, only essentials, one phase. Kept in the address, so that a filtered list
 * can be sent, and comes back with the back button.
 */
import { button, make } from "./dom.mjs";

export class ListFilter {
  /** Items ticked under the filter stay until it changes: what you just touched must not vanish under your finger. */
  #stay = new Set();
  #again = () => { this.#read(); this.#changed(); };
  #arrive = () => { this.#reveal(); this.#changed(); };

  /**
   * @param {import("./item-row.mjs").ItemRow[]} rows @param {string[]} phases
   * @param {NodeListOf<HTMLFieldSetElement>} fieldsets @param {() => void} changed
   */
  constructor(rows, phases, fieldsets, changed) {
    this.rows = rows;
    this.fieldsets = [...fieldsets];
    this.#changed = changed;
    this.left = button("What is left", () => this.#set({ left: !this.now.left }), { "aria-pressed": "false" });
    this.essential = button("Essentials", () => this.#set({ essential: !this.now.essential }), { "aria-pressed": "false" });
    const titles = this.fieldsets.map((fieldset) => fieldset.querySelector("legend")?.firstChild?.textContent?.trim() ?? "");
    this.phase = make("select", { "aria-label": "Phase", change: () => this.#set({ phase: this.phase.value }) },
      make("option", { value: "" }, "Every phase"), ...phases.map((value, index) => make("option", { value }, titles[index])));
    this.element = make("div", { className: "list-filter", role: "group", "aria-label": "Show" }, this.left, this.essential, phases.length > 1 ? this.phase : "");
    this.phases = phases;
    this.#read();
    this.#reveal();
    addEventListener("popstate", this.#again);
    addEventListener("hashchange", this.#arrive);
  }

  /** @type {() => void} */
  #changed;
  now = { left: false, essential: false, phase: "" };

  remove() {
    removeEventListener("popstate", this.#again);
    removeEventListener("hashchange", this.#arrive);
  }

  #read() {
    const asked = new URLSearchParams(location.search);
    const phase = asked.get("phase") ?? "";
    this.now = { left: asked.has("left"), essential: asked.has("essential"), phase: this.phases.includes(phase) ? phase : "" };
    this.#stay.clear();
  }

  /** A link to an item shows it, whatever the filter. */
  #reveal() {
    const id = decodeURIComponent(location.hash.slice(1));
    const row = this.rows.find(({ item }) => id && (item.id === id || item.aliases?.includes(id)));
    if (row && !this.#passes(row)) this.#keep({ left: false, essential: false, phase: "" });
  }

  /** @param {Partial<ListFilter["now"]>} wanted */
  #set(wanted) {
    this.#keep(wanted);
    this.#changed();
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

  /** @param {import("./item-row.mjs").ItemRow} row */
  #passes(row) {
    const { left, essential, phase } = this.now;
    return (!left || row.state === "todo") && (!essential || row.essential) && (!phase || row.phase === phase);
  }

  /** Hide what does not pass. @returns {number} how many are hidden */
  apply() {
    this.left.setAttribute("aria-pressed", String(this.now.left));
    this.essential.setAttribute("aria-pressed", String(this.now.essential));
    this.phase.value = this.now.phase;
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
