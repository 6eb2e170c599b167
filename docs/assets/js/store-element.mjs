/**
 * The shape of every element that shows what the store holds: built when it enters the page, drawn then and at
 * each change of the store, of this tab or another. What `build` adds inside the element may stay or be built anew;
 * what it adds elsewhere, `leave` takes back.
 */
import { store } from "./store.mjs";

export class StoreElement extends HTMLElement {
  #draw = () => this.render();

  connectedCallback() {
    this.build();
    store.addEventListener("change", this.#draw);
    this.render();
  }

  disconnectedCallback() {
    store.removeEventListener("change", this.#draw);
    this.leave();
  }

  /** Make what stays as it is. */
  build() {}

  /** Show the store as it is now. */
  render() {}

  /** Take back what `build` did outside the element. */
  leave() {}
}
