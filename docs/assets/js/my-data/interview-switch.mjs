/** `<interview-switch>`: says which interview the ticks belong to, and changes it when there are several. */
import { h } from "../lib/dom.mjs";
import { DEFAULT_NAME } from "../storage/state.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";

customElements.define("interview-switch", class extends StoreElement {
  setup() {
    this.select = h("select", { "aria-label": "Interview", change: () => this.#choose() });
    this.label = h("span", { "aria-hidden": "true" }, "For ");
    this.replaceChildren(this.label, this.select);
  }

  #choose() {
    store.switchTo(this.select.value);
  }

  render() {
    const { interview, interviews } = store.state;
    const open = Object.entries(interviews).filter(([id, one]) => !one.archived || id === interview);
    // A reader with one interview that was never named need not know that there can be more.
    this.hidden = open.length === 1 && open[0][1].name === DEFAULT_NAME;
    this.select.replaceChildren(...open.map(([value, { name }]) => h("option", { value, selected: value === interview }, name)));
  }
});
