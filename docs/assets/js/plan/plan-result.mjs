/** Renders the computed plan: the countdown, the days, what to expect, the time afterwards, and the downloads. Loaded by <my-plan>. */
import { fetchApi } from "../lib/api.mjs";
import { h, siteUrl, visuallyHidden } from "../lib/dom.mjs";
import { changeSettings } from "../print/print-settings.mjs";
import { afterView } from "./after-view.mjs";
import { createUids, downloadCalendar } from "./calendar-download.mjs";
import { dayEvents, interviewEvents, interviewTitle, stepEvents } from "./calendar-events.mjs";
import { computePlan } from "./compute-plan.mjs";
import { daysBetween, formatDate, formatShortDate } from "./dates.mjs";
import { daysView, phasesView } from "./days-view.mjs";
import { expectView } from "./expect-view.mjs";
import { minutesUntil } from "./interview-timing.mjs";
import { cityName, toWallTime } from "./time-zones.mjs";
import { formatDuration, link, rerender } from "./view-helpers.mjs";

/**
 * @typedef {import("./plan-data.mjs").PlanData} PlanData
 * @typedef {Awaited<ReturnType<typeof computePlan>>} ComputedPlan
 */

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
    add: (/** @type {import("./calendar-events.mjs").DatedStep} */ one) => downloadCalendar(stepEvents([one], plan, timing, createUids(), stepUrl), one.step.id, "plan") };
  const addDay = (/** @type {import("./scheduler.mjs").Day} */ day) => downloadCalendar(dayEvents([day], plan, timing, createUids(), planUrl), `prepare-${day.date}`, "plan");
  const addInterview = () => downloadCalendar(interviewEvents(plan, timing, createUids(), planUrl), "interview", "plan");
  const save = () => {
    const uid = createUids();
    const events = [...(timing.stage === "over" ? [] : interviewEvents(plan, timing, uid, planUrl)), ...dayEvents(schedule?.days ?? [], plan, timing, uid, planUrl), ...stepEvents(steps, plan, timing, uid, stepUrl)];
    downloadCalendar(events, "my-plan", "plan", true);
  };
  rerender(parts.head, headView(plan, timing, schedule, addInterview));
  rerender(parts.days, schedule ? daysView(context, schedule, addDay) : timing.stage === "open" ? phasesView(context) : []);
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
 * The name of the interview, the countdown, and the next task.
 * @param {PlanData} plan @param {import("./interview-timing.mjs").InterviewTiming} timing @param {ComputedPlan["schedule"]} schedule
 * @param {() => void} add the interview to the calendar
 */
function headView(plan, timing, schedule, add) {
  const { stage, interview } = timing;
  const name = interviewTitle(plan);
  const kicker = name ? [h("p", { className: "plan-kicker" }, name)] : [];
  if (stage === "open") return [...kicker, h("h2", { className: "plan-title" }, "No date yet"), h("p", {}, "Start with these tasks. They help whatever the date turns out to be.")];
  if (stage === "over") return [...kicker, h("h2", { className: "plan-title" }, "It's decided"), h("p", {}, "There's nothing left to prepare. The messages that are still worth sending are below.")];
  const words = plan.date && formatDate(interview?.date ?? plan.date);
  if (stage === "during") return [...kicker, h("h2", { className: "plan-title" }, "It's happening now"), h("p", {}, link(siteUrl("plan/day/"), "Open your day on one screen"), ". Everything else can wait.")];
  if (stage === "after") return [...kicker, h("h2", { className: "plan-title" }, "The interview is done"), h("p", {}, `${words ? `It was on ${words}. ` : ""}Here's when to write, and when to stop.`)];
  const days = daysBetween(timing.now.date, interview?.date ?? plan.date);
  const next = schedule?.days.find(({ pieces }) => pieces.length)?.pieces[0];
  return [
    ...kicker,
    h("h2", { className: "plan-title" }, countdown(days, timing.start)),
    h("p", { className: "plan-when" }, `${words}${plan.time ? `, ${describeTimes(timing)}` : ""}`),
    ...(next ? [h("p", { className: "plan-next" }, h("span", {}, "Next"), h("strong", {}, next.task.text), h("small", {}, formatDuration(next.minutes)))] : []),
    h("p", { className: "actions" }, h("a", { className: "button button--quiet", href: siteUrl("plan/day/") }, "Your day on one screen"), " ",
      h("button", { type: "button", className: "button button--quiet", id: "add-interview", click: add }, "Add to my calendar")),
  ];
}

/** @param {number} days @param {number} [start] */
function countdown(days, start) {
  if (days > 1) return `${days} days to go`;
  if (days === 1) return "Tomorrow";
  return start === undefined ? "Today" : `Today, in ${formatDuration(minutesUntil(Date.now(), start))}`;
}

/** "20:00 for you in New York (Tue, Dec 1, 10:00 in Tokyo)". @param {import("./interview-timing.mjs").InterviewTiming} timing */
function describeTimes({ start = 0, zone, readerZone, interview }) {
  const { date, time } = toWallTime(start, zone);
  if (time === interview?.time) return time;
  return `${interview?.time} for you in ${cityName(readerZone)} (${date === interview?.date ? "" : `${formatShortDate(date)}, `}${time} in ${cityName(zone)})`;
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
