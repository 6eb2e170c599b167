/** Draws the progress in all lists that the reader has begun. Loaded by <progress-overview> once there is something to show. */
import "../my-data/interview-switch.mjs";
import { h, progressBar, siteUrl } from "../lib/dom.mjs";
import { storageNotices } from "../storage/notices.mjs";
import { store } from "../storage/store.mjs";
import { countProgress, describeProgress } from "./progress.mjs";

export { fetchItems } from "../lib/item-index.mjs";

/** @param {HTMLElement} host @param {import("../lib/item-index.mjs").ItemIndex} index */
export function drawProgress(host, { items, lists, phases }) {
  const statuses = new Map(items.map(({ id, aliases }) => [id, store.getItem(id, aliases)?.state]));
  const begunLists = new Set(items.filter(({ id }) => (statuses.get(id) ?? "todo") !== "todo").map(({ list }) => list));
  const counting = items.filter(({ list }) => begunLists.has(list));
  /** @param {import("../lib/item-index.mjs").Entry[]} entries */
  const progressOf = (entries) => countProgress(entries.map(({ id }) => statuses.get(id) ?? "todo"));
  const all = progressOf(counting);
  const begun = lists.filter(({ id }) => begunLists.has(id));
  const place = begun.length === 1 ? `“${begun[0].title}”` : `the ${begun.length} lists you've started`;
  // Moving the switch would lose its focus.
  const own = host.querySelector("interview-switch") ?? h("interview-switch");
  if (own.parentElement !== host) host.replaceChildren(own);
  for (const part of [...host.childNodes]) if (part !== own) part.remove();
  host.prepend(h("h2", { id: "your-progress" }, "Your preparation"));
  host.append(
    h("p", { className: "overall" }, ring(all.percent), h("span", {},
      h("strong", {}, begun.length ? `In ${place}: ${describeProgress(all)}.` : "Nothing checked off yet."), " ", h("a", { href: siteUrl("prepare/my-data/") }, "My data"))),
    ...storageNotices().map((text) => h("p", { className: "trouble-note" }, text)),
    h("div", { className: "progress-columns" },
      table("By list", begun.map(({ id, title, url }) =>
        ({ title, url, progress: progressOf(items.filter(({ list }) => list === id)) }))),
      table("By phase", phases.map(({ id, title }) =>
        ({ title, progress: progressOf(counting.filter(({ phase }) => phase === id)) })).filter(({ progress: { all, skipped } }) => all + skipped))));
}

/** @param {string} heading @param {{ title: string, url?: string, progress: import("./progress.mjs").Progress }[]} rows */
function table(heading, rows) {
  if (!rows.length) return "";
  return h("section", {}, h("h3", {}, heading), h("ul", { className: "progress-list" }, ...rows.map(({ title, url, progress }) =>
    h("li", {}, url ? h("a", { href: siteUrl(url) }, title) : h("span", {}, title), progressBar(progress.done, progress.all), h("small", {}, describeProgress(progress))))));
}

const SVG = "http://www.w3.org/2000/svg";
const ROUND = 100;

/** A ring without a text of its own: screen readers get the text beside it. @param {number} percent */
function ring(percent) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ class: "ring", viewBox: "0 0 40 40", "aria-hidden": "true" })) svg.setAttribute(name, value);
  for (const [style, dash] of [["ring__track", ROUND], ["ring__done", percent]]) {
    const circle = document.createElementNS(SVG, "circle");
    const shape = { class: style, cx: 20, cy: 20, r: 16, pathLength: ROUND, "stroke-dasharray": `${dash} ${ROUND}` };
    for (const [name, value] of Object.entries(shape)) circle.setAttribute(name, String(value));
    svg.append(circle);
  }
  return svg;
}
