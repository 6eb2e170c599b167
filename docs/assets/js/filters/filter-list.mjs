/**
 * `<filter-list>` filters and sorts the list inside it, which is complete and grouped without it. Its `form.facets` has a
 * checkbox for each value (`name` is the facet), and its rows are `li[data-entry]` with an attribute for each facet
 * (`data-formats="panel video"`), on the row or on its list. The facet `mine` comes from the practice records of the reader.
 */
import { copyText, h, pluralize, setText, showResult, visuallyHidden } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { countValues, formatAddress, isMatch, parseAddress } from "./facets.mjs";
import { FilterRow } from "./filter-row.mjs";

customElements.define("filter-list", class extends StoreElement {
  /** @type {FilterRow[]} */
  #rows = [];
  /** @type {import("./facets.mjs").Selection} */
  #selection = {};
  #sort = "";
  #isFiltered = false;

  setup() {
    this.boxes = /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll("input[type=checkbox]")]);
    this.#rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("li[data-entry]")]).map((element) => new FilterRow(element));
    this.groups = /** @type {HTMLDetailsElement[]} */ ([...this.querySelectorAll("details.fold")]);
    const tools = /** @type {HTMLElement} */ (this.querySelector(".list-tools"));
    this.empty = h("div", { className: "nothing", hidden: true });
    this.flat = h("ul", { className: "rows" });
    this.listen(this.#sortSelect, "change", ({ target }) => { this.#sort = target.value; this.#pushAddress(); });
    this.listen(tools, "click", ({ target }) => this.#runTool(target.closest("button")));
    this.listen(this.form, "change", () => this.#select());
    // Its buttons are gone once one of them is clicked.
    this.listen(this.empty, "click", () => /** @type {HTMLElement} */ (tools.querySelector("[data-do=clear]")).focus());
    tools.after(this.empty, this.flat);
    for (const row of this.#rows) row.setup();
    this.listen(window, "popstate", () => { this.#readAddress(); this.render(); });
    this.listen(window, "pagehide", () => this.#savePlace());
    this.#readAddress();
  }

  subscribe() {
    super.subscribe();
    this.#restorePlace();
  }

  teardown() {
    this.#restoreOrder();
    for (const part of [this.empty, this.flat]) part?.remove();
    for (const row of this.#rows) row.teardown();
  }

  get #sortSelect() {
    return /** @type {HTMLSelectElement} */ (this.querySelector(".list-tools select"));
  }

  /** @param {HTMLElement | null} control */
  #runTool(control) {
    const name = control?.dataset.do;
    if (name === "clear") this.#clear();
    else if (name === "print") print();
    else if (control && name === "copy") this.#copy(control);
  }

  #readAddress() {
    /** @type {Record<string, string[]>} */ const known = {};
    for (const { name, value } of this.boxes ?? []) (known[name] ??= []).push(value);
    this.#selection = parseAddress(location.search, known);
    this.#sort = new URLSearchParams(location.search).get("sort") === "az" ? "az" : "";
  }

  #select() {
    for (const { name } of this.boxes ?? []) this.#selection[name] = new Set();
    for (const { name, value, checked } of this.boxes ?? []) if (checked) this.#selection[name].add(value);
    this.#pushAddress();
  }

  #clear() {
    for (const facet of Object.keys(this.#selection)) this.#selection[facet] = new Set();
    this.#pushAddress();
  }

  #pushAddress() {
    history.pushState(history.state, "", formatAddress(location.href, this.#selection, this.#sort));
    this.render();
  }

  render() {
    let shown = 0;
    for (const row of this.#rows) {
      row.element.hidden = !isMatch(row, this.#selection);
      shown += Number(!row.element.hidden);
    }
    this.#renderBoxes();
    this.#sortSelect.value = this.#sort;
    // Moving the rows again would lose the focus.
    const isSorted = this.#rows[0]?.element.parentElement === this.flat;
    if (isSorted && !this.#sort) this.#restoreOrder();
    if (this.#sort && !isSorted) this.flat.append(...[...this.#rows].sort((one, two) => one.title.localeCompare(two.title)).map(({ element }) => element));
    this.#openGroups(Object.values(this.#selection).some(({ size }) => size));
    for (const group of this.groups ?? []) group.hidden = Boolean(this.#sort) || !group.querySelector("li[data-entry]:not([hidden])");
    const text = shown === this.#rows.length ? `All ${shown}` : `${shown} of ${this.#rows.length}`;
    setText(/** @type {HTMLElement} */ (this.querySelector(".count")), text);
    this.#renderEmpty(shown);
  }

  /** Open all groups when a filter is set, and close them when it is cleared. @param {boolean} isFiltered */
  #openGroups(isFiltered) {
    if (isFiltered === this.#isFiltered) return;
    this.#isFiltered = isFiltered;
    for (const group of this.groups ?? []) group.open = isFiltered;
  }

  /** Remember the open groups and the first row on the screen, because the browser would restore a scroll position of a folded list. */
  #savePlace() {
    const at = this.#rows.findIndex(({ element }) => element.checkVisibility() && element.getBoundingClientRect().bottom > 0);
    const place = { open: this.groups?.map(({ open }) => open), at, top: this.#rows[at]?.element.getBoundingClientRect().top, y: scrollY };
    history.scrollRestoration = "manual";
    history.replaceState({ ...history.state, place }, "");
  }

  #restorePlace() {
    const { open = [], at = -1, top = 0, y = 0 } = history.state?.place ?? {};
    if (!open.length) return;
    this.groups?.forEach((group, index) => { group.open = open[index]; });
    scrollTo({ top: y, behavior: "instant" });
    const row = this.#rows[at]?.element;
    if (row) scrollBy({ top: row.getBoundingClientRect().top - top, behavior: "instant" });
  }

  /** Update each checkbox, and the number of rows that it would show. */
  #renderBoxes() {
    for (const facet of Object.keys(this.#selection)) {
      const counts = countValues(this.#rows, this.#selection, facet);
      for (const box of this.boxes ?? []) {
        if (box.name !== facet) continue;
        const count = counts.get(box.value) ?? 0;
        const shown = /** @type {HTMLElement} */ (box.parentElement?.querySelector("small"));
        box.checked = this.#selection[facet].has(box.value);
        // Writing the same text again would cost a layout on a slow phone.
        if (shown.textContent !== String(count)) shown.textContent = String(count);
        box.parentElement?.classList.toggle("none", !count);
      }
      const summary = this.querySelector(`details[data-facet="${facet}"] summary small`);
      const chosen = this.#selection[facet].size;
      summary?.replaceChildren(...(chosen ? [`· ${chosen}`, visuallyHidden(" chosen")] : []));
    }
  }

  /** Move the rows back into their groups. */
  #restoreOrder() {
    for (const row of this.#rows) if (row.element.parentElement === this.flat) for (const other of this.#rows) other.list.append(other.element);
  }

  /** When no row matches, offer to remove one of the selected values. @param {number} shown */
  async #renderEmpty(shown) {
    if (shown) this.empty.hidden = true;
    if (shown) return;
    // Without it, the count says that nothing matches, and “Clear” is beside it.
    const module = await import("./no-match.mjs").catch(() => undefined);
    if (!module || this.#rows.some(({ element }) => !element.hidden)) return;
    this.empty.hidden = false;
    module.showNoMatch(this.empty, this.#rows, this.#selection, (facet, value) => this.#title(facet, value), (selection) => { this.#selection = selection; this.#pushAddress(); });
  }

  /** @param {string} facet @param {string} value */
  #title(facet, value) {
    return this.boxes?.find((box) => box.name === facet && box.value === value)?.parentElement?.querySelector("span")?.textContent ?? value;
  }

  /** @param {HTMLElement} control that was clicked */
  async #copy(control) {
    const rows = this.#rows.filter(({ element }) => !element.hidden);
    const text = rows.map(({ title, link }) => `- ${title}\n  ${link.href}`).join("\n");
    const isCopied = await copyText(text);
    showResult(control, isCopied ? `Copied ${pluralize(rows.length, "entry with its link", "entries with links")}` : "Copying is blocked. Print them instead.");
  }
});
