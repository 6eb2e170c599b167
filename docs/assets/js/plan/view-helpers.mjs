/** Helpers of the views of the plan. */
import { h } from "../lib/dom.mjs";

/**
 * Replace the content of an element, keeping open <details> and the focus by id.
 * @param {HTMLElement} host @param {(Node | string)[]} content
 */
export function rerender(host, content) {
  const open = new Map([...host.querySelectorAll("details[id]")].map((one) => [one.id, /** @type {HTMLDetailsElement} */ (one).open]));
  const active = host.contains(document.activeElement) ? document.activeElement?.id : "";
  host.replaceChildren(...content);
  for (const one of /** @type {NodeListOf<HTMLDetailsElement>} */ (host.querySelectorAll("details[id]"))) one.open = open.get(one.id) ?? one.open;
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
