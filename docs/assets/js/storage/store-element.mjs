/** The base class of elements that show saved data: they render again when it changes, in this tab or another. */
import { store } from "./store.mjs";
import { BaseElement } from "../lib/base-element.mjs";

export class StoreElement extends BaseElement {
  subscribe() {
    this.listen(store, "change", () => this.render());
  }
}
