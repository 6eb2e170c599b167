/** `<print-packet>` loads, shows and prints the sheets that the reader checks, and saves the choice. The plan is offered when there is one. */
import { hasPlanSheet } from "./plan-sheet.mjs";
import { announce, copyText, setText, showResult } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { setHidden } from "./fill-sheet.mjs";
import { PacketSheet } from "./packet-sheet.mjs";
import { changeSettings, readSettings } from "../storage/print-settings.mjs";

/** Further titles are only counted. */
const MAX_NAMED = 3;

customElements.define("print-packet", class extends StoreElement {
  /** @type {PacketSheet[]} */
  #sheets = [];

  setup() {
    const packet = new URLSearchParams(location.search).get("sheets")?.split(",") ?? readSettings().packet;
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll("[name=sheet]"));
    for (const box of boxes) box.checked = packet.includes(box.value);
    this.#sheets = [...boxes].map((box) => new PacketSheet(box));
    this.closest("main")?.append(...this.#sheets.map(({ article }) => article));
    this.listen(this.form, "change", () => this.#save());
    this.listen(this.form, "click", ({ target }) => this.#chooseMany(target.closest("button")));
    this.listen(document, "printchoice", () => { if (location.search) this.#save(); });
    this.listen(window, "online", () => this.#update());
  }

  render() {
    /** @type {HTMLElement} */ (this.querySelector("[data-offer='my-plan']")).hidden = !hasPlanSheet();
    this.#update();
  }

  teardown() {
    for (const { article } of this.#sheets) article.remove();
  }

  /** Settles when all chosen sheets are loaded or have failed: whether there are any. */
  async ready() {
    this.#update();
    while (this.#chosen.some(({ isLoading }) => isLoading)) await Promise.all(this.#chosen.map(({ loading }) => loading));
    if (!this.#chosen.length) announce("Choose a sheet first.");
    return this.#chosen.length > 0;
  }

  #save() {
    changeSettings({ packet: this.#chosen.map(({ box }) => box.value) });
    history.replaceState(null, "", this.#link());
    this.#update();
  }

  /** The address of this packet: its sheets and the choices for printing, nothing about the reader. */
  #link() {
    const { boxes, length, large } = document.documentElement.dataset;
    const link = new URL(location.href.split(/[?#]/)[0]);
    for (const [name, value] of Object.entries({ boxes, length, large, sheets: this.#chosen.map(({ box }) => box.value).join() })) if (value) link.searchParams.set(name, value);
    return link.href.replaceAll("%2C", ",").replaceAll("%2F", "/");
  }

  /** Check all sheets or none. @param {HTMLButtonElement | null} button */
  async #chooseMany(button) {
    if (button?.classList.contains("copy-link")) showResult(button, await copyText(this.#link()) ? "Link copied" : "Copy the address of this page");
    if (!button?.value) return;
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
    for (const sheet of this.#sheets) setHidden(sheet.article, !chosen.includes(sheet));
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
