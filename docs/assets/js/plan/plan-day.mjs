/** `<plan-day>`: the day of the interview on one screen of a phone: where, who, the first five minutes, stories, questions. */
import { retryNotice, h, siteUrl } from "../lib/dom.mjs";
import { fetchApi } from "../lib/api.mjs";
import { inShort, inWords } from "./dates.mjs";
import { link, redraw } from "./view-helpers.mjs";
import { stories } from "./expect-view.mjs";
import { answered, facts } from "./plan-data.mjs";
import { situation } from "./interview-stage.mjs";
import { city, here, wall } from "./time-zones.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";

/** @typedef {import("./plan-data.mjs").Facts} Facts */

/** @param {string} title @param {...(Node | string)} content */
const part = (title, ...content) => h("section", {}, h("h2", {}, title), ...content);
/** @param {(Node | string)[]} items */
const list = (items) => h("ul", {}, ...items.map((item) => h("li", {}, item)));
const blanks = (/** @type {number} */ count) => Array.from({ length: count }, () => h("span", { className: "blank-line", role: "img", "aria-label": "still empty" }));

/** @param {Facts} known @param {import("./interview-stage.mjs").Situation} at */
function where({ date, place, company }, { zone, here: mine, start, interview }) {
  if (!date) return [part("Where", h("p", {}, link(siteUrl("plan/"), "Put in the day and the place")))];
  const there = start === undefined ? undefined : wall(start, zone);
  const day = there && there.date !== interview?.date ? `${inShort(there.date)}, ` : "";
  const other = there && interview?.time !== there.time ? h("p", {}, `for you in ${city(mine)}; ${day}${there.time} in ${city(zone)}`) : "";
  return [part("Where", h("p", { className: "day-clock" }, interview?.time || inWords(date)), other, h("p", {}, [company.trim(), inWords(interview?.date ?? date)].filter(Boolean).join(" · ")), place.trim() ? h("p", { className: "day-place" }, place.trim()) : "")];
}

/** @param {Facts} known @param {any} guide */
function who({ people }, guide) {
  const named = people.filter(({ name, role, person }) => name.trim() || role.trim() || person);
  if (!named.length) return [];
  const title = (/** @type {string} */ person) => guide?.people.find((/** @type {any} */ { id }) => id === person)?.title ?? "";
  return [part("Who", h("ul", {}, ...named.map(({ name, role, person }) => h("li", {}, h("strong", {}, name.trim() || role.trim() || title(person)), " ", h("span", {}, name.trim() ? role.trim() || title(person) : "")))))];
}

/** @param {Facts} known @param {any} guide */
function firstFive({ formats }, guide) {
  const first = guide?.formats.find((/** @type {any} */ { id }) => formats.includes(id));
  return [part("First five minutes", list(first?.first_five ?? ["Say their name as you hear it.", "Ask whether you may take notes.", "Keep the first answer under ninety seconds."]))];
}

/** @param {Facts} known */
function told({ people }) {
  const mine = [...new Set([...people.map(({ story }) => story.trim()).filter(Boolean), ...stories()])].slice(0, 3);
  return [part("Three stories", h("ol", {}, ...[...mine, ...blanks(3 - mine.length)].map((one) => h("li", {}, one))))];
}

/** @param {Facts} known @param {any} guide @param {string[]} usual */
function asked({ people }, guide, usual) {
  const theirs = people.map(({ person }) => guide?.people.find((/** @type {any} */ { id }) => id === person)?.asks[0]);
  const titles = [...new Set([...theirs.flatMap((ask) => guide?.asks.find((/** @type {any} */ { id }) => id === ask)?.title ?? []), ...usual])].slice(0, 3);
  return [part("Three questions", h("ol", {}, ...titles.map((title) => h("li", {}, title))))];
}

const breathe = () => [part("Breathe", h("p", { className: "day-breathe" }, "In for four. Out for six. Five times. Then go in."))];

customElements.define("plan-day", class extends StoreElement {
  /** What to ask whoever it is, as the page says it. @type {string[]} */
  #usual = [];

  setup() {
    if (!this.#usual.length) this.#usual = Array.from(this.querySelectorAll("li"), ({ textContent }) => textContent ?? "");
  }

  async render() {
    const known = facts(store);
    const guide = answered(known) ? await fetchApi("plan").catch(() => undefined) : undefined;
    const at = situation(known, Date.now(), here(), guide?.formats ?? []);
    redraw(this, [...where(known, at), ...who(known, guide), ...firstFive(known, guide), ...told(known), ...asked(known, guide, this.#usual), ...breathe(),
      ...(guide || !answered(known) ? [] : [retryNotice("What the guide knows of your interview could not be loaded.", () => this.render())])]);
  }
});
