/** One entry of a filtered list: what it can be found by, and its whole text when somebody asks for it. */
import { fetchOk } from "../lib/api.mjs";
import { button, visuallyHidden } from "../lib/dom.mjs";
import { questionRecord } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";

export class FilterRow {
  /** @type {HTMLElement | undefined} */
  body;
  /** @type {Record<string, string[]>} What the page says of it, which does not change. */
  #said = {};

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.home = /** @type {HTMLElement} */ (element.parentElement);
    this.link = /** @type {HTMLAnchorElement} */ (element.querySelector("a[href]"));
    this.title = this.link.textContent ?? "";
  }

  /** Its own, or what all in its list have. @param {string} facet @returns {string[]} */
  values(facet) {
    if (facet === "mine") return mine(this.link.hash.slice(1), this.element.dataset.aliases?.split(" ") ?? []);
    return (this.#said[facet] ??= (this.element.dataset[facet] ?? this.home.dataset[facet])?.split(" ").filter(Boolean) ?? []);
  }

  build() {
    this.opener = button("Read here", () => this.#toggle(), { "aria-expanded": "false", className: "quiet-button opener" });
    this.opener.append(visuallyHidden(`: ${this.title}`));
    this.element.append(this.opener);
  }

  leave() {
    this.opener?.remove();
    this.body?.remove();
  }

  async #toggle() {
    // A finger that does not want to wait taps twice.
    if (this.opener.ariaBusy === "true") return;
    this.opener.ariaBusy = "true";
    this.body ??= await whole(this.link.href);
    this.opener.ariaBusy = "false";
    if (!this.body) { location.href = this.link.href; return; }
    if (!this.body.isConnected) this.element.append(this.body);
    else this.body.hidden = !this.body.hidden;
    this.opener.setAttribute("aria-expanded", String(!this.body.hidden));
  }
}

/** @type {Map<string, Promise<Document>>} */
const pages = new Map();

/** The text of an entry, from the page it stands on. @param {string} href @returns {Promise<HTMLElement | undefined>} */
async function whole(href) {
  const [page, id] = href.split("#");
  try {
    if (!pages.has(page)) pages.set(page, fetchOk(page).then((answer) => answer.text()).then((text) => new DOMParser().parseFromString(text, "text/html")));
    const body = /** @type {HTMLElement} */ ((await pages.get(page))?.getElementById(id)?.nextElementSibling?.cloneNode(true));
    for (const part of body.querySelectorAll("[id]")) part.removeAttribute("id");
    for (const link of body.querySelectorAll("a[href]")) link.setAttribute("href", new URL(link.getAttribute("href") ?? "", page).href);
    body.querySelector("footer")?.remove();
    return body;
  } catch {
    pages.delete(page);
    return undefined;
  }
}

/** "new" to the reader, "hard", or neither. @param {string} id @param {string[]} aliases @returns {string[]} */
function mine(id, aliases) {
  const record = [id, ...aliases].map((name) => store.getRecord(questionRecord(name))).find((kept) => kept && typeof kept === "object");
  return record ? (record.feel === "hard" ? ["hard"] : []) : ["new"];
}
