/** The script of every page: color scheme, menu, table of contents, links to entries, and opening search. Without it the page is complete. */
import "./lib/permalinks.mjs";
import { pressedKey } from "./lib/keys.mjs";
import { SCHEME_KEY } from "./storage/saved-names.mjs";

/** The service worker is registered after this time, so that precaching does not slow down the page. In ms. */
const WORKER_DELAY = 1500;

const root = document.documentElement;
const schemeButton = /** @type {HTMLButtonElement} */ (document.querySelector(".scheme-button"));
const menuButton = /** @type {HTMLButtonElement} */ (document.querySelector(".menu-button"));
const drawer = /** @type {HTMLElement} */ (document.getElementById("_nav"));

const isDark = () => root.dataset.mdColorScheme === "slate";
const updateSchemeButton = () => schemeButton.setAttribute("aria-pressed", String(isDark()));
const updateMenuButton = (isOpen = false) => menuButton.setAttribute("aria-expanded", String(isOpen));

schemeButton.hidden = false;
schemeButton.addEventListener("click", () => {
  const scheme = isDark() ? "light" : "dark";
  root.dataset.mdColorScheme = scheme === "dark" ? "slate" : "default";
  try {
    localStorage.setItem(SCHEME_KEY, scheme);
  } catch { /* not saved: it lasts until the page closes */ }
});
new MutationObserver(updateSchemeButton).observe(root, { attributeFilter: ["data-md-color-scheme"] });
updateSchemeButton();

drawer.addEventListener("toggle", (event) => updateMenuButton(/** @type {ToggleEvent} */ (event).newState === "open"));
updateMenuButton();
// While it covers the page, Tab stays inside.
drawer.addEventListener("keydown", (event) => {
  if (event.key !== "Tab" || !drawer.matches(":popover-open")) return;
  const stops = /** @type {NodeListOf<HTMLElement>} */ (drawer.querySelectorAll("a, button"));
  const [from, to] = event.shiftKey ? [stops[0], stops[stops.length - 1]] : [stops[stops.length - 1], stops[0]];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to.focus();
});
// On a wide screen it is a sidebar.
matchMedia("(min-width: 76.25em)").addEventListener("change", () => drawer.hidePopover?.());

// Mark the current section in the table of contents and among the parts: the last one that begins in the upper third of the screen.
for (const list of document.querySelectorAll(".toc, .parts")) {
  const sections = Array.from(/** @type {NodeListOf<HTMLAnchorElement>} */ (list.querySelectorAll("a")), (link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }));
  const observer = new IntersectionObserver(() => {
    const current = sections.findLast(({ heading }) => heading && heading.getBoundingClientRect().top <= innerHeight / 3);
    for (const { link } of sections) link.removeAttribute("aria-current");
    current?.link.setAttribute("aria-current", "true");
  }, { rootMargin: "99999px 0px -66%" });
  for (const { heading } of sections) if (heading) observer.observe(heading);
}

if (navigator.serviceWorker && location.protocol !== "file:") setTimeout(() => import("./offline/register-worker.mjs").catch(() => { /* the reader has left the page */ }), WORKER_DELAY);

let isOpening = false;

/** Ask for all files of search at once, instead of one after the other. */
function preloadSearch() {
  const link = /** @type {HTMLElement | null} */ (document.querySelector("[data-preload]"));
  for (const href of link?.dataset.preload?.split(" ") ?? []) {
    const as = href.endsWith(".css") ? "style" : "fetch";
    document.head.append(Object.assign(document.createElement("link"), href.endsWith(".mjs") ? { rel: "modulepreload", href } : { rel: "preload", as, href, crossOrigin: as === "fetch" ? "" : null }));
  }
  link?.removeAttribute("data-preload");
}

/** Load the search dialog and open it. @param {string} [query] */
async function openSearch(query = "") {
  if (isOpening) return;
  isOpening = true;
  // Keep what the reader types while it loads.
  const collect = (/** @type {KeyboardEvent} */ event) => {
    if (pressedKey(event).length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    query += event.key;
    event.preventDefault();
  };
  addEventListener("keydown", collect);
  if (location.protocol !== "file:") preloadSearch();
  try {
    const { searchDialog } = await import("./search/search-dialog.mjs");
    await searchDialog.attach();
    searchDialog.open(query);
  } catch {
    // The list of all entries works without scripts.
    location.href = /** @type {HTMLAnchorElement} */ (document.querySelector("a.find")).href;
  } finally {
    removeEventListener("keydown", collect);
    isOpening = false;
  }
}

// Search opens from its link, with `/`, `s` or Ctrl+K, and from an address with `?q=`.
document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest(".find, .find-here");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openSearch();
});
addEventListener("keydown", (event) => {
  const isTyping = /** @type {HTMLElement} */ (event.target).closest?.("input:not([type=checkbox], [type=radio]), textarea, select, dialog, [contenteditable]");
  const key = pressedKey(event);
  // On many layouts, / is typed with Shift.
  if (event.altKey || (event.shiftKey && key !== "/")) return;
  if (!(event.ctrlKey || event.metaKey ? key === "k" : !isTyping && ["/", "s"].includes(key))) return;
  event.preventDefault();
  openSearch();
});
const queryParameter = new URLSearchParams(location.search).get("q");
if (queryParameter) openSearch(queryParameter);
