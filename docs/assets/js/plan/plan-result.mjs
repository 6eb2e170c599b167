/** Renders the computed plan: the countdown, the days, what to expect, the time afterwards, and the downloads. Loaded by <my-plan>. */
import { fetchApi } from "../lib/api.mjs";
import { h, siteUrl, visuallyHidden } from "../lib/dom.mjs";
import { changeSettings } from "../storage/print-settings.mjs";
import { afterView } from "./after-view.mjs";
import { createUids, downloadCalendar } from "./calendar-download.mjs";
import { dayEvents, interviewEvents, interviewTitle } from "./calendar-events.mjs";
import { computePlan } from "./compute-plan.mjs";
import { daysView, firstView } from "./days-view.mjs";
import { expectView } from "./expect-view.mjs";
import { endOf } from "./icalendar.mjs";
import { nextView, summarize } from "./plan-summary.mjs";
import { stepEvents } from "./step-events.mjs";
import { rerender } from "./view-helpers.mjs";

/**
 * @typedef {import("./plan-data.mjs").PlanData} PlanData
 * @typedef {Awaited<ReturnType<typeof computePlan>>} ComputedPlan
 */

export { formNotes } from "./form-notes.mjs";

/** Roles of the sheets that are printed with the plan. */
const SHEETS = ["sheet-fifteen-minutes", "sheet-panel", "sheet-asks", "sheet-dates"];
const PARTS = ["head", "days", "expect", "after", "take"];

/** Compute the plan, and load the terms for it. @param {PlanData} plan @returns {Promise<[ComputedPlan, any]>} */
export const fetchResult = (plan) => Promise.all([computePlan(plan), fetchApi("taxonomy")]);

/** @param {HTMLElement} host @returns {Record<string, HTMLElement>} */
const findSections = (host) => Object.fromEntries(PARTS.map((name) => [name, host.querySelector(`:scope > .plan-${name}`) ?? h("section", { className: `plan-${name}` })]));

/** Render the sections, the next thing to do first. @param {HTMLElement} host @param {PlanData} plan @param {Awaited<ReturnType<typeof fetchResult>>} result */
export function renderResult(host, plan, [{ guide, timing, calendar, schedule, timelines }, taxonomy]) {
  const parts = findSections(host);
  const isAhead = timing.stage === "before" || timing.stage === "open";
  const steps = timelines.flat();
  const titles = (/** @type {any[]} */ terms) => Object.fromEntries(terms.map(({ id, title }) => [id, title]));
  const context = { plan, timing, calendar, blanks: titles(taxonomy.placeholders), moments: titles(taxonomy.moments), guide,
    add: (/** @type {import("./step-events.mjs").DatedStep} */ one) => downloadCalendar(stepEvents([one], plan, timing, createUids(), stepUrl), one.step.id, "plan") };
  const addDay = (/** @type {import("./scheduler.mjs").Day} */ day) => schedule && downloadCalendar(dayEvents([day], schedule, plan, timing, createUids(), planUrl), `prepare-${day.date}`, "plan");
  const addInterview = () => downloadCalendar(interviewEvents(plan, timing, createUids(), planUrl), "interview", "plan");
  const save = () => {
    const uid = createUids();
    const events = [...(timing.stage === "over" ? [] : interviewEvents(plan, timing, uid, planUrl)), ...(schedule ? dayEvents(schedule.days, schedule, plan, timing, uid, planUrl) : []), ...stepEvents(steps, plan, timing, uid, stepUrl)];
    downloadCalendar(events.filter((event) => endOf(event) > Date.now()), "my-plan", "plan", true);
  };
  rerender(parts.head, headView(plan, summarize({ plan, timing, schedule, timelines }), addInterview));
  rerender(parts.days, schedule ? daysView(context, schedule, addDay) : timing.stage === "open" ? firstView(context) : []);
  rerender(parts.expect, isAhead ? expectView(context) : []);
  const after = afterView(context, timelines);
  rerender(parts.after, isAhead ? [h("details", { id: "after-ahead" }, h("summary", {}, "After the interview: when to write, and when to stop"), ...after)] : after);
  rerender(parts.take, takeView(plan, guide.named, timing.stage === "open" && !steps.some(({ due }) => due) ? undefined : save));
  parts.days.hidden = parts.expect.hidden = !isAhead;
  // Moving a section would lose the focus.
  if (!parts.head.isConnected) host.replaceChildren(...Object.values(parts));
}

const planUrl = siteUrl("plan/");
/** @param {import("./timelines.mjs").Timeline} timeline @param {string} step */
const stepUrl = (timeline, step) => siteUrl(`${timeline.url}#${step}`);

/**
 * The name of the interview, the headline, and the next task.
 * @param {PlanData} plan @param {import("./plan-summary.mjs").Summary} summary @param {() => void} add the interview to the calendar
 */
function headView(plan, { stage, title, text, next }, add) {
  const name = interviewTitle(plan);
  const isBefore = stage === "before";
  return [
    ...(name ? [h("p", { className: "plan-kicker" }, name)] : []),
    h("h2", { className: isBefore ? "plan-title near" : "plan-title" }, title),
    h("p", { className: isBefore ? "plan-when" : "" }, text),
    ...nextView(next),
    ...(isBefore || stage === "during" ? [h("p", { className: "actions" }, h("a", { className: "button button--quiet", href: siteUrl("plan/day/") }, "Your day on one screen"), " ",
      ...(isBefore ? [h("button", { type: "button", className: "button button--quiet", id: "add-interview", click: add }, "Add to my calendar")] : []))] : []),
  ];
}

/** The plan in the calendar and on paper. @param {PlanData} plan @param {Record<string, string>} named entries by role @param {() => void} [save] downloads the calendar file */
function takeView(plan, named, save) {
  const packet = h("a", { className: "button button--quiet", id: "packet", href: siteUrl("print/packet/"), click: () => changeSettings({ packet: [...plan.formats, "my-plan", ...SHEETS.map((role) => named[role])] }) }, "Print it with the sheets you need");
  return [
    h("h2", { id: "take-it" }, "Take it with you"),
    ...(save ? [h("p", {}, "One calendar file has the interview, your preparation time and the steps afterward, each with a reminder. If your plan changes, save the file and open it again: the entries move, and you don't get duplicates.")] : []),
    h("p", { className: "actions" },
      ...(save ? [h("button", { type: "button", className: "button", id: "save-calendar", click: save }, "Save as a calendar file", visuallyHidden(" (.ics)")), " "] : []),
      h("button", { type: "button", className: "button button--quiet", id: "print-plan", click: () => print() }, "Print this plan"), " ", packet),
  ];
}
