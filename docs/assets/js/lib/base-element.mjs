import "./max-length.mjs";

/**
 * The base class of all custom elements. It calls `setup` and `render` when the element is connected, restores what the
 * reader typed before the script was loaded, and removes the listeners added by `listen` on disconnect. The attribute
 * `data-late`, with which the page hides what is below the element, is removed after the first rendering, so that
 * nothing moves while the reader looks at it.
 */
export class BaseElement extends HTMLElement {
  #listeners = new AbortController();
  /** The fields that the reader changed before the script was loaded. */
  earlyInput = changedFields(this);

  connectedCallback() {
    this.#listeners = new AbortController();
    Promise.allSettled([this.setup(), this.render()]).then(() => this.removeAttribute("data-late"));
    this.subscribe();
    for (const { field, value, checked } of this.earlyInput.splice(0)) {
      Object.assign(field, { value, checked });
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }

  disconnectedCallback() {
    this.#listeners.abort();
    this.teardown();
  }

  /** Create the parts that stay. May run again when the element is moved. @returns {void | Promise<void>} */
  setup() {}

  /** Draw the parts that change. @returns {void | Promise<void>} */
  render() {}

  /** Listen to changes elsewhere, after the first rendering. */
  subscribe() {}

  /** Undo what `setup` did outside the element. */
  teardown() {}

  /** Add a listener until the element is disconnected. @param {EventTarget} target @param {string} type @param {(event: any) => void} listener */
  listen(target, type, listener) {
    target.addEventListener(type, listener, { signal: this.#listeners.signal });
  }

  /** The form inside the element. @returns {HTMLFormElement} */
  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }
}

/** @param {BaseElement} element */
const changedFields = (element) => /** @type {any[]} */ ([...element.querySelectorAll("input, select, textarea")])
  .filter((field) => isChanged(field) && closestCustomElement(field) === element)
  .map((field) => ({ field, value: field.value, checked: field.checked }));

/** @param {Element | null} part */
function closestCustomElement(part) {
  while (part && !part.localName.includes("-")) part = part.parentElement;
  return part;
}

/** @param {any} field */
function isChanged(field) {
  if (field.options) return field.selectedIndex > 0 && !field.options[field.selectedIndex].defaultSelected;
  if (["checkbox", "radio"].includes(field.type)) return field.checked && !field.defaultChecked;
  return "defaultValue" in field && field.value !== field.defaultValue;
}
