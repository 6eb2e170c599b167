/**
 * Opens search: from its box in the header, with `/`, `s` or Ctrl+K, or from an address with `?q=`. What search needs is
 * loaded when it is first opened. Without this the box is a link to the page of all entries.
 */
const open = (query = "") => import("./search-dialog.mjs").then((dialog) => dialog.open(query));

document.addEventListener("click", (event) => {
  const box = /** @type {Element} */ (event.target).closest(".find");
  if (!box || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});

addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  const called = event.ctrlKey || event.metaKey ? key === "k" && !event.altKey : !event.altKey && (key === "/" || key === "s");
  if (!called || event.defaultPrevented || (!event.ctrlKey && !event.metaKey && writing(event.target))) return;
  event.preventDefault();
  open();
});

/** @param {EventTarget | null} target */
const writing = (target) => target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/.test(target.localName) || Boolean(target.closest("dialog")));

const asked = new URLSearchParams(location.search).get("q");
if (asked) open(asked);
