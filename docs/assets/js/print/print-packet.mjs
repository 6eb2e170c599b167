/** `<print-packet>` loads, shows and prints the sheets that the reader checks, and saves the choice. The plan is offered when there is one. */
import "./plan-sheet.mjs";
import { setText } from "../lib/dom.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { hasAnswers, readPlan } from "../plan/plan-data.mjs";
import { store } from "../storage/store.mjs";
import { PacketSheet } from "./packet-sheet.mjs";
import { changeSettings, readSettings } from "./print-settings.mjs";

/** Further titles are only counted. */
const MAX_NAMED = 3;

customElements.define("print-packet", class extends StoreElement {
  /** @type {PacketSheet[]} */
  #sheets = [];

  setup() {
    const { packet } = readSettings();
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll("[name=sheet]"));
    for (const box of boxes) box.checked = packet.includes(box.value);
    this.#sheets = [...boxes].map((box) => new PacketSheet(box));
    this.closest("main")?.append(...this.#sheets.map(({ article }) => article));
    this.listen(this.form, "change", () => this.#save());
    this.listen(this.form, "click", ({ target }) => this.#chooseMany(target.closest("button")));
    this.listen(window, "online", () => this.#update());
  }

  render() {
    /** @type {HTMLElement} */ (this.querySelector("[data-offer='my-plan']")).hidden = !hasAnswers(readPlan(store));
    this.#update();
  }

  teardown() {
    for (const { article } of this.#sheets) article.remove();
  }

  /** Settles when all chosen sheets are loaded or have failed. */
  async ready() {
    this.#update();
    while (this.#chosen.some(({ isLoading }) => isLoading)) await Promise.all(this.#chosen.map(({ loading: loading }) => loading));
  }

  #save() {
    changeSettings({ packet: this.#chosen.map(({ box }) => box.value) });
    this.#update();
  }

  /** Check all sheets or none. @param {HTMLButtonElement | null} button */
  #chooseMany(button) {
    if (!button) return;
    for (const { box } of this.#offered) box.checked = button.value === "all";
    this.#save();
  }

  get #offered() {
    return this.#sheets.filter(({ box }) => !box.closest("li")?.hidden);
  }

  get #chosen() {
    return this.#offered.filter(({ box }) => box.checked);
  }

  #update() {
    const chosen = this.#chosen;
    for (const sheet of this.#sheets) sheet.article.hidden = !chosen.includes(sheet);
    for (const sheet of chosen) sheet.load().then(() => this.#renderStatus());
    this.#renderStatus();
  }

  #renderStatus() {
    const text = `${this.#chosen.length} of ${this.#offered.length} sheets chosen${describeState(this.#chosen)}`;
    setText(/** @type {HTMLElement} */ (this.form.querySelector("output")), text);
  }
});

/** Whether the chosen sheets are loading, ready or failed. @param {PacketSheet[]} chosen */
function describeState(chosen) {
  const missing = chosen.filter(({ state }) => state === "failed").map(({ title }) => title);
  const more = missing.splice(MAX_NAMED).length;
  const named = missing.join(", ") + (more ? ` and ${more} more` : "");
  if (chosen.some(({ isLoading }) => isLoading)) return ", loading…" + (named && ` These didn't load: ${named}.`);
  if (!named) return chosen.length ? ", ready to print." : ".";
  return `. These didn't load: ${named}. They load when you're back online; if they don't, open this page again.`;
}
