/** `<plan-day>`: the day of the interview on one screen of a phone: where, who, the first five minutes, stories, questions. */
import { failed, make, siteUrl } from "../lib/dom.mjs";
import { data } from "../lib/api.mjs";
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
const part = (title, ...content) => make("section", {}, make("h2", {}, title), ...content);
/** @param {(Node | string)[]} items */
const list = (items) => make("ul", {}, ...items.map((item) => make("li", {}, item)));
const blanks = (/** @type {number} */ count) => Array.from({ length: count }, () => make("span", { className: "blank-line", role: "img", "aria-label": "still empty" }));

/** @param {Facts} known @param {import("./interview-stage.mjs").Situation} at */
function where({ date, place, company }, { zone, here: mine, start, interview }) {
  if (!date) return [part("Where", make("p", {}, link(siteUrl("plan/"), "Put in the day and the place")))];
  const there = start === undefined ? undefined : wall(start, zone);
  const day = there && there.date !== interview?.date ? `${inShort(there.date)}, ` : "";
  const other = there && interview?.time !== there.time ? make("p", {}, `for you in ${city(mine)}; ${day}${there.time} in ${city(zone)}`) : "";
  return [part("Where", make("p", { className: "day-clock" }, interview?.time || inWords(date)), other, make("p", {}, [company.trim(), inWords(interview?.date ?? date)].filter(Boolean).join(" · ")), place.trim() ? make("p", { className: "day-place" }, place.trim()) : "")];
}

/** @param {Facts} known @param {any} guide */
function who({ people }, guide) {
  const named = people.filter(({ name, role, person }) => name.trim() || role.trim() || person);
  if (!named.length) return [];
  const title = (/** @type {string} */ person) => guide?.people.find((/** @type {any} */ { id }) => id === person)?.title ?? "";
  return [part("Who", make("ul", {}, ...named.map(({ name, role, person }) => make("li", {}, make("strong", {}, name.trim() || role.trim() || title(person)), " ", make("span", {}, name.trim() ? role.trim() || title(person) : "")))))];
}

/** @param {Facts} known @param {any} guide */
function firstFive({ formats }, guide) {
  const first = guide?.formats.find((/** @type {any} */ { id }) => formats.includes(id));
  return [part("First five minutes", list(first?.first_five ?? ["Say their name as you hear it.", "Ask whether you may take notes.", "Keep the first answer under ninety seconds."]))];
}

/** @param {Facts} known */
function told({ people }) {
  const mine = [...new Set([...people.map(({ story }) => story.trim()).filter(Boolean), ...stories()])].slice(0, 3);
  return [part("Three stories", make("ol", {}, ...[...mine, ...blanks(3 - mine.length)].map((one) => make("li", {}, one))))];
}

/** @param {Facts} known @param {any} guide @param {string[]} usual */
function asked({ people }, guide, usual) {
  const theirs = people.map(({ person }) => guide?.people.find((/** @type {any} */ { id }) => id === person)?.asks[0]);
  const titles = [...new Set([...theirs.flatMap((ask) => guide?.asks.find((/** @type {any} */ { id }) => id === ask)?.title ?? []), ...usual])].slice(0, 3);
  return [part("Three questions", make("ol", {}, ...titles.map((title) => make("li", {}, title))))];
}

const breathe = () => [part("Breathe", make("p", { className: "day-breathe" }, "In for four. Out for six. Five times. Then go in."))];

customElements.define("plan-day", class extends StoreElement {
  /** What to ask whoever it is, as the page says it. @type {string[]} */
  #usual = [];

  build() {
    if (!this.#usual.length) this.#usual = Array.from(this.querySelectorAll("li"), ({ textContent }) => textContent ?? "");
  }

  async render() {
    const known = facts(store);
    const guide = answered(known) ? await data("plan").catch(() => undefined) : undefined;
    const at = situation(known, Date.now(), here(), guide?.formats ?? []);
    redraw(this, [...where(known, at), ...who(known, guide), ...firstFive(known, guide), ...told(known), ...asked(known, guide, this.#usual), ...breathe(),
      ...(guide || !answered(known) ? [] : [failed("What the guide knows of your interview could not be loaded.", () => this.render())])]);
  }
});
