/** The dialog in which readers search: a field, how many results there are, and the results as links. */
import { load } from "../lib/api.mjs";
import { button, counted, make, siteUrl } from "../lib/dom.mjs";
import { highlighted } from "./highlight.mjs";
import { Index } from "./search-index.mjs";

/** @typedef {import("./search-index.mjs").Result} Result */

const MOST = 20;
/** Results that fit less well than this share of the best are noise. */
const WORTH = 0.25;
/** A count is said when the reader pauses, not at every key. In ms. */
const PAUSE = 500;
/** As long as the dialog waits for its style. In ms. */
const STYLED = 2000;

const field = make("input", {
  type: "search", id: "search-field", "aria-label": "Search the guide", placeholder: "A question, a worry, a few words", autocomplete: "off", autocapitalize: "off",
  spellcheck: false, enterKeyHint: "go", "aria-controls": "search-results", input: () => show(), keydown: enter,
});
const count = make("p", { className: "search__count" });
const spoken = make("p", { className: "sr", role: "status" });
const list = make("ol", { id: "search-results", keydown: move, click: follow });
const dialog = /** @type {HTMLDialogElement} */ (make("dialog", { className: "search", "aria-label": "Search", click: outside },
  make("div", { className: "search__head" }, field, button("Close", () => dialog.close())), count, spoken, list));

/** @type {Index | undefined} */
let index;
let loading = false;
let speaking = 0;

/** Put the dialog into the page, once its style is there. */
export async function prepare() {
  if (dialog.isConnected) return;
  await styled();
  document.body.append(dialog);
}

/** @param {string} query */
export function open(query) {
  if (!dialog.open) dialog.showModal();
  if (query) field.value = query;
  else field.select();
  bring();
}

/** What is searched comes when somebody searches. */
async function bring() {
  if (index || loading) return show();
  loading = true;
  show();
  index = await load("search/records.json").then((records) => Index.of(records)).catch(() => undefined);
  loading = false;
  show();
}

/** The style sheet is there before the dialog is seen, unless it fails or hangs. @returns {Promise<unknown>} */
function styled() {
  const sheet = make("link", { rel: "stylesheet", href: siteUrl("assets/css/search.css") });
  const done = new Promise((resolve) => { sheet.onload = sheet.onerror = resolve; setTimeout(resolve, STYLED); });
  document.head.append(sheet);
  return done;
}

function show() {
  const query = field.value.trim();
  if (!index && !loading) return tell("Search cannot be loaded now.", button("Try again", () => { field.focus(); bring(); }), " ", make("a", { href: siteUrl("find/") }, "All entries, A to Z"));
  if (!query) return tell("Half a phrase is enough. Typing mistakes are fine.", make("a", { href: siteUrl("find/") }, "All entries, A to Z"));
  if (!index) return tell("Loading …");
  const found = index.find(query, MOST);
  const worth = found.filter(({ score }) => score >= WORTH * found[0].score);
  if (!worth.length) return tell(`Nothing found for “${query}”. Try one plain word, such as pay or panel.`, make("a", { href: siteUrl("find/") }, "All entries, A to Z"));
  const phrases = index.phrases(query);
  list.replaceChildren(...worth.map((result) => row(result, phrases)));
  count.replaceChildren(worth.length === MOST ? `The best ${MOST} results` : counted(worth.length, "result"));
  say(`${count.textContent} for ${query}. First: ${worth[0].title}`);
}

/** @param {string} text @param {...(Node | string)} more */
function tell(text, ...more) {
  list.replaceChildren();
  count.replaceChildren(text, " ", ...more);
  say(text);
}

/** @param {string} text */
function say(text) {
  clearTimeout(speaking);
  speaking = setTimeout(() => { spoken.textContent = text; }, PAUSE);
}

/** @param {Result} result @param {string[][]} phrases */
function row({ label, title, url, where, about }, phrases) {
  const marked = (/** @type {string} */ text) => highlighted(text, phrases).map((piece) => (piece.found ? make("mark", {}, piece.text) : piece.text));
  return make("li", {}, make("a", { href: siteUrl(url) },
    make("span", { className: "search__sort" }, where && where !== label ? `${label} · ${where}` : label),
    make("strong", {}, ...marked(title)),
    make("span", { className: "search__about" }, ...marked(about))));
}

/** @param {KeyboardEvent} event */
function enter(event) {
  const first = /** @type {HTMLAnchorElement | null} */ (list.querySelector("a"));
  // A search field keeps Escape for itself to empty it.
  if (event.key === "Escape") dialog.close();
  if (event.isComposing || !first) return;
  if (event.key === "ArrowDown") first.focus();
  else if (event.key === "Enter") first.click();
  else return;
  event.preventDefault();
}

/** @param {KeyboardEvent} event */
function move(event) {
  const links = [...list.querySelectorAll("a")];
  const at = links.findIndex((link) => link === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (to === undefined) {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ") field.focus();
    return;
  }
  event.preventDefault();
  (to < 0 ? field : links[Math.min(to, links.length - 1)]).focus();
}

/** A result on this very page only moves the page. */
function follow() {
  dialog.close();
}

/** @param {MouseEvent} event */
function outside(event) {
  if (event.target === dialog) dialog.close();
}
