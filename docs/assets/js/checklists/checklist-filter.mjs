/**
 * The filter of a <check-list>: open items, essential items, one phase. The address has the selection, so that a
 * filtered list can be shared and the back button restores it.
 */
import { decodeUri } from "../lib/dom.mjs";

export class ChecklistFilter {
  /** The items that matched since the filter changed: an item that the reader just ticked stays visible. */
  #visible = new Set();
  selection = { left: false, essential: false, phase: "" };

  /** @param {import("../lib/base-element.mjs").BaseElement} list @param {import("./checklist-item.mjs").ChecklistItem[]} items */
  constructor(list, items) {
    this.list = list;
    this.items = items;
    this.fieldsets = [...list.querySelectorAll("fieldset")];
    const [openButton, essentialButton] = list.querySelectorAll(".list-filter button");
    this.openButton = openButton;
    this.essentialButton = essentialButton;
    this.phaseSelect = /** @type {HTMLSelectElement | null} */ (list.querySelector(".list-filter select"));
    this.#readAddress();
    this.#showTarget();
    list.listen(this.openButton, "click", () => this.#select({ left: !this.selection.left }));
    list.listen(this.essentialButton, "click", () => this.#select({ essential: !this.selection.essential }));
    if (this.phaseSelect) list.listen(this.phaseSelect, "change", ({ target }) => this.#select({ phase: target.value }));
    list.listen(window, "popstate", () => { this.#readAddress(); list.render(); });
    list.listen(window, "hashchange", () => { this.#showTarget(); list.render(); });
  }

  #readAddress() {
    const params = new URLSearchParams(location.search);
    const phase = params.get("phase") ?? "";
    this.selection = { left: params.has("left"), essential: params.has("essential"), phase: this.fieldsets.some(({ dataset }) => dataset.phase === phase) ? phase : "" };
    this.#visible.clear();
  }

  /** Clear the filter when it hides the item that the address links to. */
  #showTarget() {
    const id = decodeUri(location.hash.slice(1));
    const target = this.items.find(({ item }) => id && (item.id === id || item.aliases?.includes(id)));
    if (target && !this.#isMatch(target)) this.#update({ left: false, essential: false, phase: "" });
  }

  /** @param {Partial<ChecklistFilter["selection"]>} part */
  #select(part) {
    this.#update(part);
    this.list.render();
  }

  /** Change the selection and the address. @param {Partial<ChecklistFilter["selection"]>} part */
  #update(part) {
    Object.assign(this.selection, part);
    this.#visible.clear();
    const address = new URL(location.href);
    for (const name of /** @type {const} */ (["left", "essential"])) {
      if (this.selection[name]) address.searchParams.set(name, "");
      else address.searchParams.delete(name);
    }
    if (this.selection.phase) address.searchParams.set("phase", this.selection.phase);
    else address.searchParams.delete("phase");
    address.search = address.searchParams.toString().replaceAll(/=(?=&|$)/g, "");
    history.replaceState(history.state, "", address);
  }

  /** @param {import("./checklist-item.mjs").ChecklistItem} item */
  #isMatch(item) {
    const { left, essential, phase } = this.selection;
    return (!left || item.status === "todo") && (!essential || item.isEssential) && (!phase || item.phase === phase);
  }

  /** Hide the items that do not match. @returns {number} how many are hidden */
  apply() {
    this.openButton.setAttribute("aria-pressed", String(this.selection.left));
    this.essentialButton.setAttribute("aria-pressed", String(this.selection.essential));
    if (this.phaseSelect) this.phaseSelect.value = this.selection.phase;
    for (const item of this.items) {
      if (this.#isMatch(item)) this.#visible.add(item);
      item.element.hidden = !this.#visible.has(item);
    }
    const isFiltered = Object.values(this.selection).some(Boolean);
    for (const fieldset of this.fieldsets) {
      fieldset.hidden = [...fieldset.querySelectorAll("li")].every((li) => li.hidden);
      if (isFiltered) for (const details of fieldset.querySelectorAll("details")) details.open = true;
    }
    return this.items.length - this.#visible.size;
  }
}
