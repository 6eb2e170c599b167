/** `<progress-overview>`: how far the current interview is, over all lists that were begun: by list and by phase. */
import "../my-data/interview-switch.mjs";
import { catalogue } from "./item-index.mjs";
import { progressBar, pluralize, retryNotice, h, siteUrl } from "../lib/dom.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";
import { inWords, tally } from "./progress.mjs";
import { storageNotices } from "../storage/notices.mjs";

customElements.define("progress-overview", class extends StoreElement {
  setup() {
    this.switch = h("interview-switch");
  }

  async render() {
    const begun = Object.values(store.state.interviews).some(({ items }) => Object.keys(items).length);
    // A first visit sees nothing of this, and loads nothing for it.
    this.hidden = !begun && !storageNotices().length;
    if (this.hidden) return;
    const guide = await catalogue().catch(() => undefined);
    if (!guide) return this.replaceChildren(retryNotice("Your progress cannot be counted just now: the guide's list did not load. Your ticks are safe.", () => this.render()));
    this.#draw(guide);
  }

  /** @param {import("./item-index.mjs").Catalogue} guide */
  #draw({ items, lists, phases }) {
    const states = new Map(items.map(({ id, aliases }) => [id, store.getItem(id, aliases)?.state]));
    const begunLists = new Set(items.filter(({ id }) => (states.get(id) ?? "todo") !== "todo").map(({ list }) => list));
    const counting = items.filter(({ list }) => begunLists.has(list));
    /** @param {import("./item-index.mjs").Entry[]} some */
    const of = (some) => tally(some.map(({ id }) => states.get(id) ?? "todo"));
    const all = of(counting);
    const rest = pluralize(items.length - counting.length, "item");
    this.replaceChildren(
      h("h2", { id: "your-progress" }, "Your preparation"), this.switch,
      h("p", { className: "overall" }, ring(all.percent), h("span", {},
        h("strong", {}, begunLists.size ? `${inWords(all)}, in the ${begunLists.size === 1 ? "list" : `${begunLists.size} lists`} you have begun.` : "Nothing ticked yet."),
        ` ${rest} more in the others. `, h("a", { href: siteUrl("prepare/my-data/") }, "My data"))),
      ...storageNotices().map((text) => h("p", { className: "trouble-note" }, text)),
      h("div", { className: "progress-columns" },
        this.#table("By list", lists.filter(({ id }) => begunLists.has(id)).map(({ id, title, url }) =>
          ({ title, url, tally: of(items.filter(({ list }) => list === id)) }))),
        this.#table("By phase", phases.map(({ id, title }) =>
          ({ title, tally: of(counting.filter(({ phase }) => phase === id)) })).filter(({ tally: { all, skipped } }) => all + skipped))));
  }

  /** @param {string} heading @param {{ title: string, url?: string, tally: import("./progress.mjs").Tally }[]} rows */
  #table(heading, rows) {
    if (!rows.length) return "";
    return h("section", {}, h("h3", {}, heading), h("ul", { className: "progress-list" }, ...rows.map(({ title, url, tally: row }) =>
      h("li", {}, url ? h("a", { href: siteUrl(url) }, title) : h("span", {}, title), progressBar(row.done, row.all), h("small", {}, inWords(row))))));
  }
});

const SVG = "http://www.w3.org/2000/svg";
const ROUND = 100;

/** A ring that draws a percentage; the words beside it say the same. @param {number} percent */
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
