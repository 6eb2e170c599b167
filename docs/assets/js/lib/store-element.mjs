/** The shape of every element that shows what the store holds: drawn when it is built, and at each change, of this tab or another. */
import { Connected } from "./base-element.mjs";
import { store } from "../storage/store.mjs";

export class StoreElement extends Connected {
  hear() {
    this.listen(store, "change", () => this.render());
  }
}
