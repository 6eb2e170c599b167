/** One row of a <filter-list>: the values that it is filtered by, and a button that shows the whole entry. */
import { button, h, visuallyHidden } from "../lib/dom.mjs";
import { questionRecord } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { isRecord } from "../storage/validators.mjs";

/** Pages by address, each fetched once. @type {Map<string, Promise<Document>>} */
const pages = new Map();

export class FilterRow {
  /** @type {HTMLElement | undefined} the whole entry, once it was opened */
  content;
  /** @type {Record<string, string[]>} values by facet, as in the markup */
  #values = {};

  /** @param {HTMLElement} element the `<li>` */
  constructor(element) {
    this.element = element;
    this.list = /** @type {HTMLElement} */ (element.parentElement);
    this.link = /** @type {HTMLAnchorElement} */ (element.querySelector("a[href]"));
    this.title = this.link.textContent ?? "";
  }

  /** The values of the row, or else those of its list. @param {string} facet @returns {string[]} */
  values(facet) {
    if (facet === "mine") return practiceValues(this.link.hash.slice(1), this.element.dataset.aliases?.split(" ") ?? []);
    return (this.#values[facet] ??= (this.element.dataset[facet] ?? this.list.dataset[facet])?.split(" ").filter(Boolean) ?? []);
  }

  setup() {
    this.label = h("span", {}, "Show details");
    this.opener = button("", () => this.#toggle(), { "aria-expanded": "false", className: "quiet-button opener" });
    this.opener.append(this.label, visuallyHidden(`: ${this.title}`));
    this.element.append(this.opener);
  }

  teardown() {
    this.opener?.remove();
    this.content?.remove();
  }

  async #toggle() {
    // Ignore double taps while loading.
    if (this.opener.ariaBusy === "true") return;
    this.opener.ariaBusy = "true";
    this.content ??= await fetchContent(this.link.href);
    this.opener.ariaBusy = "false";
    if (!this.opener.isConnected) return;
    if (!this.content) { location.href = this.link.href; return; }
    if (!this.content.isConnected) this.element.append(this.content);
    else this.content.hidden = !this.content.hidden;
    this.opener.setAttribute("aria-expanded", String(!this.content.hidden));
    this.label.textContent = this.content.hidden ? "Show details" : "Hide details";
  }
}

/** A copy of an entry from its page, without ids and footer. @param {string} href @returns {Promise<HTMLElement | undefined>} */
async function fetchContent(href) {
  const [page, id] = href.split("#");
  try {
    if (!pages.has(page)) pages.set(page, import("../lib/api.mjs").then(({ fetchOk }) => fetchOk(page)).then((response) => response.text()).then((html) => new DOMParser().parseFromString(html, "text/html")));
    const heading = (await pages.get(page))?.getElementById(id);
    const content = /** @type {HTMLElement} */ ((heading?.closest("summary") ?? heading)?.nextElementSibling?.cloneNode(true));
    for (const part of content.querySelectorAll("[id]")) part.removeAttribute("id");
    for (const link of content.querySelectorAll("a[href]")) link.setAttribute("href", new URL(link.getAttribute("href") ?? "", page).href);
    content.querySelector("footer")?.remove();
    return content;
  } catch {
    pages.delete(page);
    return undefined;
  }
}

/** The facet `mine` of a question: "new" when it was never practiced, "hard" when it felt hard. @param {string} id @param {string[]} aliases @returns {string[]} */
function practiceValues(id, aliases) {
  const record = [id, ...aliases].map((name) => store.getRecord(questionRecord(name))).find(isRecord);
  if (!record) return ["new"];
  return record.feel === "hard" ? ["hard"] : [];
}
