/** `<plan-day>` shows the day of the interview on one screen: place, people, the first five minutes, stories and questions. */
import { fetchApi } from "../lib/api.mjs";
import { h, retryNotice, siteUrl } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { store } from "../storage/store.mjs";
import { formatDate, formatShortDate, formatTime } from "./dates.mjs";
import { storyNames } from "./expect-view.mjs";
import { computeTiming } from "./interview-timing.mjs";
import { hasAnswers, readPlan, withCurrentIds } from "./plan-data.mjs";
import { toWallTime } from "./time-zones.mjs";
import { cityName, localZone } from "./zones.mjs";
import { link, rerender } from "./view-helpers.mjs";

/** @typedef {import("./plan-data.mjs").PlanData} PlanData */

/** @param {string} title @param {...(Node | string)} content */
const section = (title, ...content) => h("section", {}, h("h2", {}, title), ...content);
/** @param {(Node | string)[]} items */
const list = (items) => h("ul", {}, ...items.map((item) => h("li", {}, item)));
const blankLines = (/** @type {number} */ count) => Array.from({ length: count }, () => h("span", { className: "blank-line", role: "img", "aria-label": "still empty" }));

/** @param {PlanData} plan @param {import("./interview-timing.mjs").InterviewTiming} timing */
function whereSection({ date, place, company }, { zone, readerZone, start, interview }) {
  if (!date) return [section("When and where", h("p", {}, link(siteUrl("plan/"), "Add the date and the place")))];
  const there = start === undefined ? undefined : toWallTime(start, zone);
  const day = there && there.date !== interview?.date ? `${formatShortDate(there.date)}, ` : "";
  const other = there && interview?.time !== there.time ? h("p", {}, `for you in ${cityName(readerZone)}; ${day}${formatTime(there.time)} in ${cityName(zone)}`) : "";
  return [section("When and where", h("p", { className: "day-clock" }, formatTime(interview?.time ?? "") || formatDate(date)), other, h("p", {}, [company.trim(), formatDate(interview?.date ?? date)].filter(Boolean).join(" · ")), place.trim() ? h("p", { className: "day-place" }, place.trim()) : "")];
}

/** @param {PlanData} plan @param {any} guide */
function whoSection({ people }, guide) {
  const named = people.filter(({ name, role, person }) => name.trim() || role.trim() || person);
  if (!named.length) return [];
  const title = (/** @type {string} */ person) => guide?.people.find((/** @type {any} */ { id }) => id === person)?.title ?? "";
  return [section("Who you'll meet", h("ul", {}, ...named.map(({ name, role, person }) => h("li", {}, h("strong", {}, name.trim() || role.trim() || title(person)), " ", h("span", {}, name.trim() ? role.trim() || title(person) : "")))))];
}

/** @param {PlanData} plan @param {any} guide */
function firstFiveSection({ formats }, guide) {
  const first = guide?.formats.find((/** @type {any} */ { id }) => formats.includes(id));
  return [section("First five minutes", list(first?.first_five ?? ["Repeat each name as you hear it.", "Ask if you can take notes.", "Keep your first answer under ninety seconds."]))];
}

/** @param {PlanData} plan */
function storiesSection({ people }) {
  const mine = [...new Set([...people.map(({ story }) => story.trim()).filter(Boolean), ...storyNames()])].slice(0, 3);
  return [section("Three stories", h("ol", {}, ...[...mine, ...blankLines(3 - mine.length)].map((one) => h("li", {}, one))),
    ...(mine.length ? [] : [h("p", { className: "note" }, link(siteUrl("stories/"), "Write a story"), ", and you'll see its name here. Example: “Wrong bricks”")]))];
}

/** @param {PlanData} plan @param {any} guide @param {string[]} general */
function questionsSection({ people }, guide, general) {
  const theirs = people.map(({ person }) => guide?.people.find((/** @type {any} */ { id }) => id === person)?.asks[0]);
  const titles = [...new Set([...theirs.flatMap((ask) => guide?.asks.find((/** @type {any} */ { id }) => id === ask)?.title ?? []), ...general])].slice(0, 3);
  return [section("Three questions to ask", h("ol", {}, ...titles.map((title) => h("li", {}, title))))];
}

const breatheSection = () => [section("Breathe", h("p", { className: "day-breathe" }, "In for four, out for six, ten times. Then go in."))];

customElements.define("plan-day", class extends StoreElement {
  /** The general questions to ask, from the markup. @type {string[]} */
  #generalQuestions = [];

  setup() {
    if (!this.#generalQuestions.length) this.#generalQuestions = Array.from(this.querySelectorAll("li"), ({ textContent }) => textContent ?? "");
  }

  async render() {
    const saved = readPlan(store);
    const guide = hasAnswers(saved) ? await fetchApi("plan").catch(() => undefined) : undefined;
    // The plan has changed meanwhile, and a newer rendering has started.
    if (JSON.stringify(saved) !== JSON.stringify(readPlan(store))) return;
    const plan = guide ? withCurrentIds(saved, guide) : saved;
    const timing = computeTiming(plan, Date.now(), localZone(), guide?.formats ?? []);
    rerender(this, [...whereSection(plan, timing), ...whoSection(plan, guide), ...firstFiveSection(plan, guide), ...storiesSection(plan), ...questionsSection(plan, guide, this.#generalQuestions), ...breatheSection(),
      ...(guide || !hasAnswers(plan) ? [] : [retryNotice("The tips for your kind of interview didn't load. Check your connection, then try again.", () => this.render())])]);
  }
});
