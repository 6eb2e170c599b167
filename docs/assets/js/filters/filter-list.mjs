/**
 * `<filter-list>`: narrows down the list inside it. The list is complete and grouped without it. It holds `form.facets`,
 * whose checkboxes name the choices (`name` is the facet), and rows `li[data-entry]` with one attribute for each facet
 * (`data-formats="panel video"`), on the row or on its list. The facet `mine` is read from the reader's own notes.
 */
import { button, pluralize, h, announce, visuallyHidden } from "../lib/dom.mjs";
import { counts, passes, read, waysOut, write } from "./facets.mjs";
import { FilterRow } from "./filter-row.mjs";
import { StoreElement } from "../lib/store-element.mjs";

customElements.define("filter-list", class extends StoreElement {
  /** @type {FilterRow[]} */
  #rows = [];
  /** @type {import("./facets.mjs").Chosen} */
  #chosen = {};
  #sort = "";

  setup() {
    this.boxes = /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll("input[type=checkbox]")]);
    this.#rows = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("li[data-entry]")]).map((element) => new FilterRow(element));
    this.groups = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("section")]);
    const tools = /** @type {HTMLElement} */ (this.querySelector(".list-tools"));
    this.empty = h("div", { className: "nothing", hidden: true });
    this.flat = h("ul", { className: "rows" });
    this.listen(this.#order, "change", ({ target }) => { this.#sort = target.value; this.#changed(); });
    this.listen(tools, "click", ({ target }) => this.#tool(target.closest("button")?.dataset.do));
    this.listen(this.form, "change", () => this.#choose());
    tools.after(this.empty, this.flat);
    for (const row of this.#rows) row.build();
    this.listen(window, "popstate", () => { this.#arrive(); this.render(); });
    this.#arrive();
  }

  teardown() {
    this.#restore();
    for (const part of [this.empty, this.flat]) part?.remove();
    for (const row of this.#rows) row.leave();
  }

  get #order() {
    return /** @type {HTMLSelectElement} */ (this.querySelector(".list-tools select"));
  }

  /** @param {string | undefined} name of the button */
  #tool(name) {
    if (name === "clear") this.#clear();
    else if (name === "print") print();
    else if (name === "copy") this.#copy();
  }

  /** Take up what the address asks for. */
  #arrive() {
    /** @type {Record<string, string[]>} */ const known = {};
    for (const { name, value } of this.boxes ?? []) (known[name] ??= []).push(value);
    this.#chosen = read(location.search, known);
    this.#sort = new URLSearchParams(location.search).get("sort") === "az" ? "az" : "";
  }

  #choose() {
    for (const { name } of this.boxes ?? []) this.#chosen[name] = new Set();
    for (const { name, value, checked } of this.boxes ?? []) if (checked) this.#chosen[name].add(value);
    this.#changed();
  }

  #clear() {
    for (const facet of Object.keys(this.#chosen)) this.#chosen[facet] = new Set();
    this.#changed();
  }

  #changed() {
    history.pushState(history.state, "", write(location.href, this.#chosen, this.#sort));
    this.render();
  }

  render() {
    let shown = 0;
    for (const row of this.#rows) {
      row.element.hidden = !passes(row, this.#chosen);
      shown += Number(!row.element.hidden);
    }
    this.#draw();
    this.#order.value = this.#sort;
    this.#restore();
    if (this.#sort) this.flat.append(...[...this.#rows].sort((one, two) => one.title.localeCompare(two.title)).map(({ element }) => element));
    for (const group of this.groups ?? []) group.hidden = Boolean(this.#sort) || !group.querySelector("li[data-entry]:not([hidden])");
    const text = shown === this.#rows.length ? `All ${shown}` : `${shown} of ${this.#rows.length}`;
    const count = /** @type {HTMLOutputElement} */ (this.querySelector(".count"));
    if (count.textContent !== text) count.textContent = text;
    this.#offer(shown);
  }

  /** Show each box as chosen or not, with how many it would show. */
  #draw() {
    for (const facet of Object.keys(this.#chosen)) {
      const found = counts(this.#rows, this.#chosen, facet);
      for (const box of this.boxes ?? []) {
        if (box.name !== facet) continue;
        const left = found.get(box.value) ?? 0;
        const shown = /** @type {HTMLElement} */ (box.parentElement?.querySelector("small"));
        box.checked = this.#chosen[facet].has(box.value);
        // What stays the same is not written again: each write costs a layout on a slow phone.
        if (shown.textContent !== String(left)) shown.textContent = String(left);
        box.parentElement?.classList.toggle("none", !left);
      }
      const summary = this.querySelector(`details[data-facet="${facet}"] summary small`);
      const chosen = this.#chosen[facet].size;
      summary?.replaceChildren(...(chosen ? [`· ${chosen}`, visuallyHidden(" chosen")] : []));
    }
  }

  #restore() {
    for (const row of this.#rows) if (row.element.parentElement === this.flat) for (const other of this.#rows) other.home.append(other.element);
  }

  /** When nothing is left: what to give up, and how much comes back. @param {number} shown */
  #offer(shown) {
    this.empty.hidden = shown > 0;
    if (shown) return;
    const ways = waysOut(this.#rows, this.#chosen).filter(({ left }) => left);
    this.empty.replaceChildren(h("p", {}, h("strong", {}, "Nothing fits all of that."), " Give up one of these:"),
      h("p", { className: "choices" },
        ...ways.map(({ facet, value, left }) => button(`Without “${this.#title(facet, value)}”: ${left}`, () => { this.#chosen[facet].delete(value); this.#changed(); })),
        button("Show all", () => this.#clear(), { className: "quiet-button quiet-button--strong" })));
  }

  /** @param {string} facet @param {string} value */
  #title(facet, value) {
    return this.boxes?.find((box) => box.name === facet && box.value === value)?.parentElement?.querySelector("span")?.textContent ?? value;
  }

  async #copy() {
    const rows = this.#rows.filter(({ element }) => !element.hidden);
    const text = rows.map(({ title, link }) => `- ${title}\n  ${link.href}`).join("\n");
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    announce(copied ? `${pluralize(rows.length, "entry", "entries")} copied.` : "Copying is not allowed here. Print them instead.");
  }
});
