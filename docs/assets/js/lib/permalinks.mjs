/**
 * Links to entries, on every page that has some: a click on `a.permalink` copies its address, and an address with the
 * id of an entry opens the <details> around it, scrolls to it and focuses it.
 */
import { announce, copyText, decodeUri } from "./dom.mjs";

/** How long the result of copying is shown, in ms. */
const SHOWN = 2000;
/** Scroll to the entry after this time, even when a widget is still loading. In ms; style sheets hide late parts as long. */
const MAX_WAIT = 4000;

document.addEventListener("click", async (event) => {
  const link = /** @type {HTMLElement} */ (event.target).closest?.("a.permalink");
  if (!(link instanceof HTMLAnchorElement) || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const { href, hash } = link;
  const isCopied = await copyText(href);
  // Without permission to copy, readers can take the link from the address bar.
  if (!isCopied) location.hash = hash;
  announce(isCopied ? "Link copied." : "The link is in the address bar.");
  link.dataset.said = isCopied ? "Copied" : "In the address bar";
  setTimeout(() => delete link.dataset.said, SHOWN);
});

function showTarget() {
  const anchor = document.getElementById(decodeUri(location.hash.slice(1)));
  if (!anchor?.closest("article")) return;
  for (const previous of document.querySelectorAll(".arrived")) previous.classList.remove("arrived");
  // A former id is an empty anchor inside or before its entry.
  const isFormerId = anchor.localName === "a" && !anchor.textContent;
  const target = /** @type {HTMLElement} */ (isFormerId ? anchor.closest("li, h2, h3") ?? anchor.parentElement : anchor);
  for (let details = target.closest("details"); details; details = details.parentElement?.closest("details") ?? null) details.open = true;
  target.classList.add("arrived");
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "start" });
}

// Browsers from before 2025 do not print closed <details>.
if (!CSS.supports("selector(::details-content)")) {
  /** @type {HTMLDetailsElement[]} */ let closed = [];
  const setOpen = (/** @type {boolean} */ open) => { for (const details of closed) details.open = open; };
  addEventListener("beforeprint", () => { closed = [...document.querySelectorAll("details")].filter(({ open }) => !open); setOpen(true); });
  addEventListener("afterprint", () => setOpen(false));
}

// Widgets that are still loading move what is below them, and a hidden part cannot be focused.
const settled = Promise.race([widgetsRendered(), delay(MAX_WAIT)]);
addEventListener("hashchange", () => settled.then(showTarget));
if (location.hash) settled.then(showTarget);

async function widgetsRendered() {
  await Promise.all(Array.from(document.querySelectorAll(":not(:defined)"), ({ localName }) => customElements.whenDefined(localName)));
  while (document.querySelector("[data-late]")) await delay(50);
}

/** @param {number} time in ms @returns {Promise<void>} */
function delay(time) {
  return new Promise((resolve) => { setTimeout(resolve, time); });
}
