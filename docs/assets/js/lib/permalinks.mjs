/**
 * Links to entries: a click on `a.permalink` copies it; an address that ends in an entry's id opens what is folded
 * around it, shows it and moves the focus there.
 */
import { decoded, say } from "./dom.mjs";

const SHOWN = 2000;
/** As long as style sheets hold anything back. */
const LONGEST = 4000;

document.addEventListener("click", async (event) => {
  const link = /** @type {HTMLElement} */ (event.target).closest?.("a.permalink");
  if (!(link instanceof HTMLAnchorElement) || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const { href, hash } = link;
  const copied = await navigator.clipboard?.writeText(href).then(() => true, () => false);
  // Without the right to copy, the address bar holds the link.
  if (!copied) location.hash = hash;
  say(copied ? "Link copied." : "The link is in the address bar.");
  link.dataset.said = copied ? "Copied" : "In the address bar";
  setTimeout(() => delete link.dataset.said, SHOWN);
});

function arrive() {
  const target = document.getElementById(decoded(location.hash.slice(1)));
  if (!target || !target.closest("article")) return;
  for (const old of document.querySelectorAll(".arrived")) old.classList.remove("arrived");
  // A former id is an empty anchor inside or before its entry.
  const empty = target.localName === "a" && !target.textContent;
  const place = /** @type {HTMLElement} */ (empty ? target.closest("li, h2, h3") ?? target.parentElement : target);
  for (let folded = place.closest("details"); folded; folded = folded.parentElement?.closest("details") ?? null) folded.open = true;
  place.classList.add("arrived");
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
}

// Browsers from before 2025 do not print what is folded.
if (!CSS.supports("selector(::details-content)")) {
  /** @type {HTMLDetailsElement[]} */ let folded = [];
  const unfold = (/** @type {boolean} */ open) => { for (const one of folded) one.open = open; };
  addEventListener("beforeprint", () => { folded = [...document.querySelectorAll("details")].filter(({ open }) => !open); unfold(true); });
  addEventListener("afterprint", () => unfold(false));
}

// Widgets add their controls first, which moves what stands below them; and what is held back cannot take the focus.
const standing = Promise.race([wholePage(), after(LONGEST)]);
addEventListener("hashchange", () => standing.then(arrive));
if (location.hash) standing.then(arrive);

async function wholePage() {
  const coming = Array.from(document.querySelectorAll(":not(:defined)"), ({ localName }) => customElements.whenDefined(localName));
  await Promise.all(coming);
  while (document.querySelector("[data-late]")) await after(50);
}

/** @param {number} time in milliseconds @returns {Promise<void>} */
function after(time) {
  return new Promise((done) => { setTimeout(done, time); });
}
