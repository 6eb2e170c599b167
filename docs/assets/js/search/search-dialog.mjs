/** The search dialog: a field, the number of results, and the results as links. site.mjs loads it when a reader opens search. */
import { fetchJson } from "../lib/api.mjs";
import { button, h, pluralize, siteUrl } from "../lib/dom.mjs";
import { pressedKey } from "../lib/keys.mjs";
import { highlight } from "./highlight.mjs";
import { SearchIndex } from "./search-index.mjs";

/** @typedef {import("./search-index.mjs").Result} Result */

const MAX_RESULTS = 20, MAX_NEAREST = 3;
/** Results that score less than this share of the best one are left out. */
const MIN_SCORE = 0.25;
/** The result count is announced when the reader stops typing for this long, in ms. */
const ANNOUNCE_DELAY = 500;
/** The dialog opens without its style sheet after this time, in ms. */
const STYLE_TIMEOUT = 2000;

const allEntries = () => h("a", { href: siteUrl("find/") }, "All entries, A to Z");
const situations = () => h("a", { href: siteUrl("situations/") }, "What if …?");
/** The files of the index: the first has what stands for itself, the last has everything. */
const INDEXES = ["search/first.json", "search/records.json"];

class SearchDialog {
  /** @type {SearchIndex | undefined} */
  #index;
  #isLoading = false;
  #isComplete = false;
  #announcement = 0;
  #field = h("input", {
    type: "search", id: "search-field", "aria-label": "Search the guide", placeholder: "Try panel, salary or no reply", autocomplete: "off", autocapitalize: "off",
    spellcheck: false, enterKeyHint: "go", "aria-controls": "search-results", input: () => this.#render(), keydown: (/** @type {KeyboardEvent} */ event) => this.#onFieldKey(event),
  });
  #status = h("p", { className: "search__count" });
  #liveRegion = h("p", { className: "sr", role: "status" });
  // A result on the same page only scrolls, so the dialog has to be closed.
  #list = h("ol", { id: "search-results", keydown: (/** @type {KeyboardEvent} */ event) => this.#onListKey(event), click: () => this.#dialog.close() });
  #dialog = /** @type {HTMLDialogElement} */ (h("dialog", { className: "search", "aria-label": "Search", click: (/** @type {Event} */ { target }) => { if (target === this.#dialog) this.#dialog.close(); } },
    h("div", { className: "search__head" }, this.#field, button("Close", () => this.#dialog.close())), this.#status, this.#liveRegion, this.#list));

  /** Add the dialog to the page, once its style sheet is loaded. */
  async attach() {
    if (this.#dialog.isConnected) return;
    await loadStyleSheet();
    document.body.append(this.#dialog);
  }

  /** @param {string} query */
  open(query) {
    if (!this.#dialog.open) this.#dialog.showModal();
    if (query) this.#field.value = query;
    else this.#field.select();
    this.#load();
  }

  /** Load the records on the first use: show results as soon as the smaller file is there. */
  async #load() {
    if (this.#isComplete || this.#isLoading) return this.#render();
    this.#isLoading = true;
    this.#render();
    for (const path of INDEXES) {
      const index = await fetchJson(path).then((data) => SearchIndex.build(data)).catch(() => undefined);
      this.#isComplete = Boolean(index) && path === INDEXES.at(-1);
      this.#isLoading = path !== INDEXES.at(-1);
      this.#index = index ?? this.#index;
      // A reader who has moved on to the results keeps them.
      if (!this.#list.contains(document.activeElement)) this.#render();
    }
  }

  #render() {
    const query = this.#field.value.trim();
    if (!this.#index && !this.#isLoading) return this.#showStatus("Search didn't load. Check your connection, then try again.", button("Try again", () => { this.#field.focus(); this.#load(); }), " ", allEntries());
    if (!query) return this.#showStatus("A few words are enough, and typos are fine. Example: “they gosted me”", allEntries());
    if (!this.#index) return this.#showStatus("Loading …");
    const ranked = this.#index.search(query, MAX_RESULTS);
    const results = ranked.filter(({ score }) => score >= MIN_SCORE * ranked[0].score);
    if (!results.length) return this.#isLoading ? this.#showStatus("Loading …") : this.#showNearest(query);
    const phrases = this.#index.phrases(query);
    this.#list.replaceChildren(...results.map((result) => resultItem(result, phrases)));
    this.#status.replaceChildren(results.length === MAX_RESULTS ? `Top ${MAX_RESULTS} results` : pluralize(results.length, "result"));
    this.#announce(`${this.#status.textContent} for ${query}. First: ${results[0].title}`);
  }

  /** Instead of no results: what begins like the words of the query, and where else to look. @param {string} query */
  #showNearest(query) {
    const nearest = /** @type {SearchIndex} */ (this.#index).nearest(query, MAX_NEAREST);
    this.#showStatus(`No results for “${query}”.`, nearest.length ? "The closest entries are below. You can also look through " : "Look through ", situations(), " or ", allEntries(), ", or ", reportLink(query), ".");
    this.#list.replaceChildren(...nearest.map((result) => resultItem(result, [])));
  }

  /** Show a message in place of results. @param {string} text @param {...(Node | string)} more */
  #showStatus(text, ...more) {
    this.#list.replaceChildren();
    this.#status.replaceChildren(text, " ", ...more);
    this.#announce(text);
  }

  /** @param {string} text */
  #announce(text) {
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => { this.#liveRegion.textContent = text; }, ANNOUNCE_DELAY);
  }

  /** @param {KeyboardEvent} event */
  #onFieldKey(event) {
    const first = /** @type {HTMLAnchorElement | null} */ (this.#list.querySelector("a"));
    const key = pressedKey(event);
    // Browsers use Escape in a search field to clear it.
    if (key === "Escape") this.#dialog.close();
    if (!first) return;
    if (key === "ArrowDown") first.focus();
    else if (key === "Enter") first.click();
    else return;
    event.preventDefault();
  }

  /** @param {KeyboardEvent} event */
  #onListKey(event) {
    const links = [...this.#list.querySelectorAll("a")];
    const at = links.findIndex((link) => link === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (to === undefined) {
      if (event.key?.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ") this.#field.focus();
      return;
    }
    event.preventDefault();
    (to < 0 ? this.#field : links[Math.min(to, links.length - 1)]).focus();
  }
}

/** Settle when the style sheet is loaded, has failed, or takes too long. @returns {Promise<unknown>} */
function loadStyleSheet() {
  const sheet = h("link", { rel: "stylesheet", href: siteUrl("assets/css/search.css") });
  const settled = new Promise((resolve) => { sheet.onload = sheet.onerror = resolve; setTimeout(resolve, STYLE_TIMEOUT); });
  document.head.append(sheet);
  return settled;
}

/** A link to a short form for what the guide lacks. @param {string} query */
function reportLink(query) {
  const project = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".masthead__source"));
  return h("a", { href: `${project?.href ?? siteUrl("about/")}/issues/new?template=missing.yml&title=${encodeURIComponent(`Missing: ${query}`)}` }, "tell us what's missing");
}

/** @param {Result} result @param {string[][]} phrases */
function resultItem({ label, title, url, where, about, language = "" }, phrases) {
  const marked = (/** @type {string} */ text) => highlight(text, phrases).map((piece) => (piece.isMatch ? h("mark", {}, piece.text) : piece.text));
  return h("li", {}, h("a", { href: siteUrl(url) },
    h("span", { className: "search__sort" }, where && where !== label ? `${label} · ${where}` : label),
    h("strong", { lang: language }, ...marked(title)),
    h("span", { className: "search__about" }, ...marked(about))));
}

export const searchDialog = new SearchDialog();
