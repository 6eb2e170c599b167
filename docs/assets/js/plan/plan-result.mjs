/** What comes of the facts: where the reader stands, the days until then, what to expect, what comes afterwards, and all of it to take away. */
import { fetchApi } from "../lib/api.mjs";
import { h, siteUrl, visuallyHidden } from "../lib/dom.mjs";
import { change } from "../print/print-settings.mjs";
import { afterView } from "./after-view.mjs";
import { daysBetween, inShort, inWords } from "./dates.mjs";
import { daysView, phasesView } from "./days-view.mjs";
import { duration, link, redraw } from "./view-helpers.mjs";
import { dayEvents, interviewEvents, stepEvents, titled } from "./calendar-events.mjs";
import { expectView } from "./expect-view.mjs";
import { naming, saveCalendar } from "./calendar-download.mjs";
import { reckon } from "./compute-plan.mjs";
import { minutesUntil } from "./interview-stage.mjs";
import { city, wall } from "./time-zones.mjs";

/**
 * @typedef {import("./plan-data.mjs").Facts} Facts
 * @typedef {Awaited<ReturnType<typeof reckon>>} Reckoned
 */

/** Roles of the sheets that are printed with the plan. */
const SHEETS = ["sheet-fifteen-minutes", "sheet-panel", "sheet-asks", "sheet-dates"];
const PARTS = ["head", "days", "expect", "after", "take"];

/** Load what the answer is made of. @param {Facts} known @returns {Promise<[Reckoned, any]>} */
export const found = (known) => Promise.all([reckon(known), fetchApi("taxonomy")]);

/** @param {HTMLElement} host @returns {Record<string, HTMLElement>} */
const partsOf = (host) => Object.fromEntries(PARTS.map((name) => [name, host.querySelector(`:scope > .plan-${name}`) ?? h("section", { className: `plan-${name}` })]));

/** Show it, what comes next first. @param {HTMLElement} host @param {Facts} known @param {Awaited<ReturnType<typeof found>>} found */
export function answer(host, known, [{ guide, at, calendar, plan, courses }, taxonomy]) {
  const parts = partsOf(host);
  const ahead = at.stage === "before" || at.stage === "open";
  const steps = courses.flat();
  const titles = (/** @type {any[]} */ terms) => Object.fromEntries(terms.map(({ id, title }) => [id, title]));
  const seen = { facts: known, at, calendar, blanks: titles(taxonomy.placeholders), moments: titles(taxonomy.moments), guide,
    add: (/** @type {import("./calendar-events.mjs").Dated} */ one) => saveCalendar(stepEvents([one], known, at, naming(), stepUrl), one.step.id, "plan") };
  const addDay = (/** @type {import("./scheduler.mjs").Day} */ day) => saveCalendar(dayEvents([day], known, at, naming(), planUrl), `prepare-${day.date}`, "plan");
  const addInterview = () => saveCalendar(interviewEvents(known, at, naming(), planUrl), "interview", "plan");
  const save = () => {
    const uid = naming();
    const events = [...(at.stage === "over" ? [] : interviewEvents(known, at, uid, planUrl)), ...dayEvents(plan?.days ?? [], known, at, uid, planUrl), ...stepEvents(steps, known, at, uid, stepUrl)];
    saveCalendar(events, "my-plan", "plan", true);
  };
  redraw(parts.head, headView(known, at, plan, addInterview));
  redraw(parts.days, plan ? daysView(seen, plan, addDay) : at.stage === "open" ? phasesView(seen) : []);
  redraw(parts.expect, ahead ? expectView(seen) : []);
  const after = afterView(seen, courses);
  redraw(parts.after, ahead ? [h("details", { id: "after-ahead" }, h("summary", {}, "Afterwards: when to write, and when to stop"), ...after)] : after);
  redraw(parts.take, takeView(known, guide.named, at.stage === "open" && !steps.some(({ due }) => due) ? undefined : save));
  const shown = (ahead ? ["head", "days", "expect", "after", "take"] : ["head", "after", "take"]).map((name) => parts[name]);
  // What is moved loses the focus.
  if (host.childElementCount !== shown.length || shown.some((part, at) => part !== host.children[at])) host.replaceChildren(...shown);
}

const planUrl = siteUrl("plan/");
/** @param {import("./timelines.mjs").Timeline} timeline @param {string} step */
const stepUrl = (timeline, step) => siteUrl(`${timeline.url}#${step}`);

/**
 * Where the reader stands, in one look.
 * @param {Facts} known @param {import("./interview-stage.mjs").Situation} at @param {Reckoned["plan"]} plan
 * @param {() => void} add the interview to the calendar
 */
function headView(known, at, plan, add) {
  const { stage, interview } = at;
  const name = titled(known);
  const kicker = name ? [h("p", { className: "plan-kicker" }, name)] : [];
  if (stage === "open") return [...kicker, h("h2", { className: "plan-title" }, "No day yet"), h("p", {}, "Begin with what helps on any day. The order stays when the date comes.")];
  if (stage === "over") return [...kicker, h("h2", { className: "plan-title" }, "It is decided"), h("p", {}, "Nothing is left to prepare. What is left to write stands below.")];
  const words = known.date && inWords(interview?.date ?? known.date);
  if (stage === "during") return [...kicker, h("h2", { className: "plan-title" }, "Now"), h("p", {}, link(siteUrl("plan/day/"), "Open the day"), ". Everything else can wait.")];
  if (stage === "after") return [...kicker, h("h2", { className: "plan-title" }, "It is done"), h("p", {}, `${words ? `The interview was on ${words}. ` : ""}Here is when to write, and when to stop.`)];
  const days = daysBetween(at.now.date, interview?.date ?? known.date);
  const next = plan?.days.find(({ pieces }) => pieces.length)?.pieces[0];
  return [
    ...kicker,
    h("h2", { className: "plan-title" }, countdown(days, at.start)),
    h("p", { className: "plan-when" }, `${words}${known.time ? `, ${clocks(at)}` : ""}`),
    ...(next ? [h("p", { className: "plan-next" }, h("span", {}, "Next"), h("strong", {}, next.task.text), h("small", {}, duration(next.minutes)))] : []),
    h("p", { className: "actions" }, h("a", { className: "button button--quiet", href: siteUrl("plan/day/") }, "The day on one screen"), " ",
      h("button", { type: "button", className: "button button--quiet", id: "add-interview", click: add }, "Add it to my calendar")),
  ];
}

/** @param {number} days @param {number} [start] */
function countdown(days, start) {
  if (days > 1) return `${days} days to go`;
  if (days === 1) return "Tomorrow";
  return start === undefined ? "Today" : `Today, in ${duration(minutesUntil(Date.now(), start))}`;
}

/** "20:00 for you in New York (Tue 1 Dec, 10:00 in Tokyo)". @param {import("./interview-stage.mjs").Situation} at */
function clocks({ start = 0, zone, here: mine, interview }) {
  const { date, time } = wall(start, zone);
  if (time === interview?.time) return time;
  return `${interview?.time} for you in ${city(mine)} (${date === interview?.date ? "" : `${inShort(date)}, `}${time} in ${city(zone)})`;
}

/** The plan in the calendar and on paper. @param {Facts} known @param {Record<string, string>} named entries by role @param {() => void} [save] what there is as a calendar file */
function takeView(known, named, save) {
  const packet = h("a", { className: "button button--quiet", id: "packet", href: siteUrl("print/packet/"), click: () => change({ packet: [...known.formats, "my-plan", ...SHEETS.map((role) => named[role])] }) }, "Print it with its sheets");
  return [
    h("h2", { id: "take-it" }, "Take it with you"),
    ...(save ? [h("p", {}, "One calendar file holds the interview, the hours of preparation and the steps afterwards, each with an alarm. When the plan changes, save and open it again: the entries move, and none is doubled.")] : []),
    h("p", { className: "actions" },
      ...(save ? [h("button", { type: "button", className: "button", id: "save-calendar", click: save }, "Save the calendar file", visuallyHidden(" (.ics)")), " "] : []),
      h("button", { type: "button", className: "button button--quiet", id: "print-plan", click: () => print() }, "Print this plan"), " ", packet),
  ];
}
