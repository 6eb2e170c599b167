/** Helpers of the views of the plan. */
import { h } from "../lib/dom.mjs";

/** Fields and messages that must not be replaced while they have the focus. */
const WRITING = "input:not([type=checkbox], [type=radio]), select, textarea, .letter-panel";
/** A click that ends the writing must find its button where it was. In ms. */
const CLICK_TIME = 300;
/** The content to draw once the reader has left what they are writing, by host. @type {WeakMap<HTMLElement, (Node | string)[]>} */
const postponed = new WeakMap();

/** @param {HTMLElement} host @param {(Node | string)[]} content */
function postpone(host, content) {
  const draw = () => {
    const newest = postponed.get(host);
    postponed.delete(host);
    if (newest) rerender(host, newest);
  };
  if (!postponed.has(host)) host.addEventListener("focusout", () => setTimeout(draw, CLICK_TIME), { once: true });
  postponed.set(host, content);
}

/**
 * Replace the content of an element, keeping open <details>, the focus and what was chosen by id. While the reader is
 * writing in it, it stays until they leave.
 * @param {HTMLElement} host @param {(Node | string)[]} content
 */
export function rerender(host, content) {
  if (host.contains(document.activeElement) && document.activeElement?.closest(WRITING)) return postpone(host, content);
  postponed.delete(host);
  const chosen = [.../** @type {NodeListOf<HTMLInputElement>} */ (host.querySelectorAll("select[id], input[type=date][id]"))].map(({ id, value }) => ({ id, value }));
  const open = new Map([...host.querySelectorAll("details[id]")].map((one) => [one.id, /** @type {HTMLDetailsElement} */ (one).open]));
  const active = host.contains(document.activeElement) ? document.activeElement?.id : "";
  host.replaceChildren(...content);
  for (const one of /** @type {NodeListOf<HTMLDetailsElement>} */ (host.querySelectorAll("details[id]"))) one.open = open.get(one.id) ?? one.open;
  for (const { id, value } of chosen) {
    const field = /** @type {HTMLInputElement | null} */ (document.getElementById(id));
    if (!field || field.value === value) continue;
    field.value = value;
    field.dispatchEvent(new Event("change"));
  }
  if (active) document.getElementById(active)?.focus({ preventScroll: true });
}

/** "1 h 30 min". @param {number} minutes */
export function formatDuration(minutes) {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  return [hours && `${hours} h`, (rest || !hours) && `${rest} min`].filter(Boolean).join(" ");
}

/** @param {string} href @param {...(Node | string)} words */
export const link = (href, ...words) => h("a", { href }, ...words);

/** @param {string} className @param {(Node | string)[][]} items */
export const richList = (className, items) => h("ul", { className }, ...items.map((item) => h("li", {}, ...item)));
