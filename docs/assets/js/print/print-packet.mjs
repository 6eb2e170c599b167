/** `<print-packet>`: checkboxes that choose which sheets are loaded, shown and printed, remembered. The plan is offered when there is one. */
import "./plan-sheet.mjs";
import { answered, facts } from "../plan/plan-data.mjs";
import { change, settings } from "./print-settings.mjs";
import { Sheet } from "./packet-sheet.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";

/** Titles that are named before the rest is only counted. */
const NAMED = 3;

customElements.define("print-packet", class extends StoreElement {
  /** @type {Sheet[]} */
  #sheets = [];

  setup() {
    const { packet } = settings();
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll("[name=sheet]"));
    for (const box of boxes) box.checked = packet.includes(box.value);
    this.#sheets = [...boxes].map((box) => new Sheet(box));
    this.closest("main")?.append(...this.#sheets.map(({ article }) => article));
    this.listen(this.form, "change", () => this.#choose());
    this.listen(this.form, "click", ({ target }) => this.#chooseMany(target.closest("button")));
    this.listen(window, "online", () => this.#show());
  }

  render() {
    /** @type {HTMLElement} */ (this.querySelector("[data-offer='my-plan']")).hidden = !answered(facts(store));
    this.#show();
  }

  teardown() {
    for (const { article } of this.#sheets) article.remove();
  }

  /** Settles when nothing that is chosen is on its way any more. */
  async ready() {
    this.#show();
    while (this.#chosen.some(({ isLoading }) => isLoading)) await Promise.all(this.#chosen.map(({ coming }) => coming));
  }

  #choose() {
    change({ packet: this.#chosen.map(({ box }) => box.value) });
    this.#show();
  }

  /** A button chooses all or none. @param {HTMLButtonElement | null} button */
  #chooseMany(button) {
    if (!button) return;
    for (const { box } of this.#offered) box.checked = button.value === "all";
    this.#choose();
  }

  get #offered() {
    return this.#sheets.filter(({ box }) => !box.closest("li")?.hidden);
  }

  get #chosen() {
    return this.#offered.filter(({ box }) => box.checked);
  }

  #show() {
    const chosen = this.#chosen;
    for (const sheet of this.#sheets) sheet.article.hidden = !chosen.includes(sheet);
    for (const sheet of chosen) sheet.load().then(() => this.#tell());
    this.#tell();
  }

  #tell() {
    const output = /** @type {HTMLOutputElement} */ (this.form.querySelector("output"));
    const words = `${this.#chosen.length} of ${this.#offered.length} sheets chosen${state(this.#chosen)}`;
    if (output.value !== words) output.value = words;
  }
});

/** How far the chosen sheets are. @param {Sheet[]} chosen */
function state(chosen) {
  const missing = chosen.filter(({ state }) => state === "failed").map(({ title }) => title);
  const more = missing.splice(NAMED).length;
  const named = missing.join(", ") + (more ? ` and ${more} more` : "");
  if (chosen.some(({ isLoading }) => isLoading)) return ", loading…" + (named && ` Not loaded: ${named}.`);
  if (!named) return chosen.length ? ", ready to print." : ".";
  return `. Could not be loaded: ${named}. Tried again when you are back online, or choose again; if that is not enough, open this page again.`;
}
