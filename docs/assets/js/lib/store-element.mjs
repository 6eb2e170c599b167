/** The base class of elements that show saved data: they render again when it changes, in this tab or another. */
import { BaseElement } from "./base-element.mjs";
import { store } from "../storage/store.mjs";

export class StoreElement extends BaseElement {
  subscribe() {
    this.listen(store, "change", () => this.render());
  }
}
