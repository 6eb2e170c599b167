/**
 * A sheet of <print-packet>. Its element is in the page from the start, so that the sheets stay in order; its content is
 * loaded when it is chosen. Until then it shows a message, in case it is printed.
 */
import { h } from "../lib/dom.mjs";
import { fillSheets } from "./fill-sheet.mjs";

export class PacketSheet {
  /** @type {"" | "loading" | "failed" | "loaded"} */
  state = "";
  loading = Promise.resolve();

  /** @param {HTMLInputElement} box that chooses it */
  constructor(box) {
    this.box = box;
    this.title = box.labels?.[0].textContent ?? "";
    /** @type {HTMLElement} */
    this.article = h("article", { className: "sheet", hidden: true });
  }

  get isLoading() {
    return this.state === "loading";
  }

  /** Load the content once. Never rejects: `state` tells whether it failed. */
  load() {
    if (!this.state || this.state === "failed") this.loading = this.#load();
    return this.loading;
  }

  async #load() {
    this.state = "loading";
    this.#showMessage("This sheet is still loading. If you're reading this on paper, print it again.");
    try {
      await this.#fetch();
      this.state = "loaded";
    } catch {
      this.state = "failed";
      this.#showMessage("This sheet didn't load. It loads when you're back online, or when you uncheck it and check it again.");
    }
  }

  async #fetch() {
    const { html } = await (await import("../lib/api.mjs")).fetchJson(`print/sheets/${this.box.value}.json`);
    const article = parseHtml(html);
    article.hidden = this.article.hidden;
    this.article.replaceWith(article);
    this.article = article;
    await fillSheets([article]);
    await /** @type {any} */ (article.querySelector("plan-sheet"))?.rendered;
  }

  /** @param {string} text */
  #showMessage(text) {
    this.article.replaceChildren(h("div", { className: "title" }, h("h2", {}, this.title)), h("p", {}, text));
  }
}

/** @param {string} html of one sheet @returns {HTMLElement} */
function parseHtml(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  // Importing it upgrades its custom elements.
  return /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild);
}
