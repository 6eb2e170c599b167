/**
 * The shape of every element that listens: built when it enters the page; what it hears by `listen`, it hears until it
 * leaves. What `build` adds inside the element may stay or be built anew; what it adds elsewhere, `leave` takes back.
 * With `data-late` what stands below it waits until it is drawn, so that nothing moves under the reader's eyes.
 */
export class Connected extends HTMLElement {
  #here = new AbortController();

  connectedCallback() {
    this.#here = new AbortController();
    Promise.allSettled([this.build(), this.render()]).then(() => this.removeAttribute("data-late"));
  }

  disconnectedCallback() {
    this.#here.abort();
    this.leave();
  }

  /** Make what stays as it is. @returns {void | Promise<void>} */
  build() {}

  /** Show what changes. @returns {void | Promise<void>} */
  render() {}

  /** Take back what `build` did outside the element. */
  leave() {}

  /** @param {EventTarget} target @param {string} type @param {(event: any) => void} heard */
  listen(target, type, heard) {
    target.addEventListener(type, heard, { signal: this.#here.signal });
  }

  /** The form in the page that this element brings to life. @returns {HTMLFormElement} */
  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }
}
