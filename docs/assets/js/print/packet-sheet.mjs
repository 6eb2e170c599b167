/**
 * A sheet of the packet. Its place is in the page from the start, so that whatever order the answers come in, the sheets
 * stand in theirs; what stands on it comes when it is chosen. A place that gets printed says what is missing there.
 */
import { fetchJson } from "../lib/api.mjs";
import { h } from "../lib/dom.mjs";
import { mark } from "./checkbox-marks.mjs";
import { fill } from "./print-plan.mjs";

export class Sheet {
  /** @type {"" | "loading" | "failed" | "there"} */
  state = "";
  coming = Promise.resolve();

  /** @param {HTMLInputElement} box that chooses it */
  constructor(box) {
    this.box = box;
    this.title = box.labels?.[0].textContent ?? "";
    /** @type {HTMLElement} */
    this.article = h("article", { className: "sheet", "data-sheet": box.value, hidden: true });
  }

  get isLoading() {
    return this.state === "loading";
  }

  /** Load it unless it is there or on its way. Settles, and never fails, when it is known whether it can be had. */
  load() {
    if (!this.state || this.state === "failed") this.coming = this.#load();
    return this.coming;
  }

  async #load() {
    this.state = "loading";
    this.#say("Still loading. If you read this on paper, print once more.");
    try {
      await this.#bring();
      this.state = "there";
    } catch {
      this.state = "failed";
      this.#say("This sheet could not be loaded. It comes when you are back online, or choose it again.");
    }
  }

  async #bring() {
    const { html } = await fetchJson(`print/sheets/${this.box.value}.json`);
    const article = parsed(html);
    article.hidden = this.article.hidden;
    mark(article);
    const filled = fill(article);
    this.article.replaceWith(article);
    this.article = article;
    await filled;
    await /** @type {any} */ (article.querySelector("plan-sheet"))?.drawn;
  }

  /** @param {string} words */
  #say(words) {
    this.article.replaceChildren(h("div", { className: "title" }, h("h2", {}, this.title)), h("p", {}, words));
  }
}

/** @param {string} html of one sheet, as the guide wrote it @returns {HTMLElement} */
function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  // From here on it belongs to this page, and its elements come to life.
  return /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild);
}
