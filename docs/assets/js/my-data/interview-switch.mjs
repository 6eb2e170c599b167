/** `<interview-switch>` shows the current interview and, when there are several, switches to another one. */
import { h } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { displayName } from "../storage/interviews.mjs";
import { DEFAULT_NAME } from "../storage/state.mjs";
import { store } from "../storage/store.mjs";

customElements.define("interview-switch", class extends StoreElement {
  setup() {
    delete this.dataset.shown;
    this.select = h("select", { "aria-label": "Interview", change: () => store.switchTo(this.select.value) });
    this.label = h("span", { "aria-hidden": "true" }, "For ");
    this.replaceChildren(this.label, this.select);
  }

  render() {
    const { interview, interviews } = store.state;
    const open = Object.entries(interviews).filter(([id, one]) => !one.archived || id === interview);
    // Hidden until the reader has named an interview or its employer, or started a second one.
    this.hidden = open.length === 1 && displayName(open[0][1]) === DEFAULT_NAME;
    const key = JSON.stringify(open.map(([id, one]) => [id, displayName(one)]));
    // Other options would close the list while the reader chooses.
    if (this.dataset.shown !== key) this.select.replaceChildren(...open.map(([value, one]) => h("option", { value }, displayName(one))));
    this.dataset.shown = key;
    this.select.value = interview;
  }
});
