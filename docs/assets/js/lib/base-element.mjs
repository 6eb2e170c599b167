/**
 * The shape of every element that listens: built when it enters the page; what it hears by `listen`, it hears until it
 * leaves. What `build` adds inside the element may stay or be built anew; what it adds elsewhere, `leave` takes back.
 * With `data-late` what stands below it waits until it is drawn, so that nothing moves under the reader's eyes.
 */
export class Connected extends HTMLElement {
  #here = new AbortController();
  /** What the reader did here before this script had come. */
  early = touched(this);

  connectedCallback() {
    this.#here = new AbortController();
    Promise.allSettled([this.build(), this.render()]).then(() => this.removeAttribute("data-late"));
    this.hear();
    for (const { field, value, checked } of this.early.splice(0)) {
      Object.assign(field, { value, checked });
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }

  disconnectedCallback() {
    this.#here.abort();
    this.leave();
  }

  /** Make what stays as it is. @returns {void | Promise<void>} */
  build() {}

  /** Show what changes. @returns {void | Promise<void>} */
  render() {}

  /** Listen to what changes elsewhere, once it is drawn. */
  hear() {}

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

/** The fields that were filled in or ticked, and how. @param {Connected} element */
const touched = (element) => /** @type {any[]} */ ([...element.querySelectorAll("input, select, textarea")]).filter((field) => isTouched(field) && owner(field) === element)
  .map((field) => ({ field, value: field.value, checked: field.checked }));

/** The element whose script a field waits for. @param {Element | null} part */
function owner(part) {
  while (part && !part.localName.includes("-")) part = part.parentElement;
  return part;
}

/** @param {any} field */
function isTouched(field) {
  if (field.options) return field.selectedIndex > 0 && !field.options[field.selectedIndex].defaultSelected;
  if (["checkbox", "radio"].includes(field.type)) return field.checked && !field.defaultChecked;
  return "defaultValue" in field && field.value !== field.defaultValue;
}
