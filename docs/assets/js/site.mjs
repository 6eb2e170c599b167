/** What every page has: the switch between light and dark, the menu, the way to search. Without it all is there, in the colours of the day. */
import { SCHEME_KEY } from "./storage/saved-names.mjs";
import "./lib/permalinks.mjs";

const root = document.documentElement;
const scheme = /** @type {HTMLButtonElement} */ (document.querySelector(".scheme-button"));
const menu = /** @type {HTMLButtonElement} */ (document.querySelector(".menu-button"));
const drawer = /** @type {HTMLElement} */ (document.getElementById("_nav"));
const isDark = () => root.dataset.mdColorScheme === "slate";

scheme.hidden = false;
scheme.addEventListener("click", () => {
  const dark = !isDark();
  root.dataset.mdColorScheme = dark ? "slate" : "default";
  try {
    localStorage.setItem(SCHEME_KEY, dark ? "dark" : "light");
  } catch { /* lasts until the page closes */ }
});
new MutationObserver(sayScheme).observe(root, { attributeFilter: ["data-md-color-scheme"] });
sayScheme();

function sayScheme() {
  scheme.setAttribute("aria-pressed", String(isDark()));
}

const sayMenu = (open = false) => menu.setAttribute("aria-expanded", String(open));
drawer.addEventListener("toggle", (event) => sayMenu(/** @type {ToggleEvent} */ (event).newState === "open"));
sayMenu();
// Who leaves it by keyboard would go on behind it, unseen.
drawer.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !drawer.contains(/** @type {Node} */ (relatedTarget))) drawer.hidePopover?.(); });
// On a wide screen it is a sidebar.
matchMedia("(min-width: 76.25em)").addEventListener("change", () => drawer.hidePopover?.());

// The contents say which part is being read: the last one that begins above a third of the screen.
const parts = Array.from(/** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".toc a")), (link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }));
const reading = new IntersectionObserver(() => {
  const now = parts.findLast(({ heading }) => heading && heading.getBoundingClientRect().top <= innerHeight / 3);
  for (const { link } of parts) link.removeAttribute("aria-current");
  now?.link.setAttribute("aria-current", "true");
}, { rootMargin: "99999px 0px -66%" });
for (const { heading } of parts) if (heading) reading.observe(heading);

// Keeping the whole guide for later must not slow down the page that is read now.
if (navigator.serviceWorker && location.protocol !== "file:") setTimeout(() => import("./offline/register-worker.mjs").catch(() => { /* the reader has left */ }), 1500);

// Search: from its box, with `/`, `s` or Ctrl+K, or from an address with `?q=`. It is loaded when it is first opened.
let opening = false;
async function search(words = "") {
  if (opening) return;
  opening = true;
  // What is typed while it loads is not lost.
  const keep = (/** @type {KeyboardEvent} */ event) => {
    if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    words += event.key;
    event.preventDefault();
  };
  addEventListener("keydown", keep);
  try {
    const { searchDialog } = await import("./search/search-dialog.mjs");
    await searchDialog.attach();
    searchDialog.open(words);
  } finally {
    removeEventListener("keydown", keep);
    opening = false;
  }
}
document.addEventListener("click", (event) => {
  const box = /** @type {Element} */ (event.target).closest(".find");
  if (!box || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  search();
});
addEventListener("keydown", (event) => {
  const typing = /** @type {HTMLElement} */ (event.target).closest?.("input:not([type=checkbox], [type=radio]), textarea, select, dialog, [contenteditable]");
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey || !(command ? event.key === "k" : !typing && ["/", "s"].includes(event.key))) return;
  event.preventDefault();
  search();
});
const asked = new URLSearchParams(location.search).get("q");
if (asked) search(asked);
