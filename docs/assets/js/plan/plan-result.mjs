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
import { endOf } from "./icalendar.mjs";
import { minutesUntil } from "./interview-timing.mjs";
import { cityName, toWallTime } from "./time-zones.mjs";
import { atDaytime, isDueNow, lastHeadline, nextStep } from "./timelines.mjs";
import { formatDuration, link, rerender } from "./view-helpers.mjs";

/**
 * @typedef {import("./plan-data.mjs").PlanData} PlanData
 * @typedef {Awaited<ReturnType<typeof computePlan>>} ComputedPlan
 * @typedef {import("./calendar-events.mjs").DatedStep & { due: import("./timelines.mjs").Due, state: string }} NextStep
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
  const addDay = (/** @type {import("./scheduler.mjs").Day} */ day) => schedule && downloadCalendar(dayEvents([day], schedule, plan, timing, createUids(), planUrl), `prepare-${day.date}`, "plan");
  const addInterview = () => downloadCalendar(interviewEvents(plan, timing, createUids(), planUrl), "interview", "plan");
  const save = () => {
    const uid = createUids();
    const events = [...(timing.stage === "over" ? [] : interviewEvents(plan, timing, uid, planUrl)), ...(schedule ? dayEvents(schedule.days, schedule, plan, timing, uid, planUrl) : []), ...stepEvents(steps, plan, timing, uid, stepUrl)];
    downloadCalendar(events.filter((event) => endOf(event) > Date.now()), "my-plan", "plan", true);
  };
  rerender(parts.head, headView(plan, timing, schedule, nextStep(timelines, timing.now.date, Date.now()), addInterview));
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
 * @param {NextStep | undefined} step the next step of the timelines @param {() => void} add the interview to the calendar
 */
function headView(plan, timing, schedule, step, add) {
  const { stage, interview } = timing;
  const name = interviewTitle(plan);
  const kicker = name ? [h("p", { className: "plan-kicker" }, name)] : [];
  const words = plan.date && formatDate(interview?.date ?? plan.date);
  if (stage === "open") return [...kicker, h("h2", { className: "plan-title" }, "No date yet"), h("p", {}, "Start with these tasks. They help whatever the date turns out to be.")];
  if (stage === "during") return [...kicker, h("h2", { className: "plan-title" }, "It's happening now"), h("p", {}, link(siteUrl("plan/day/"), "Open your day on one screen"), ". Everything else can wait.")];
  if (stage === "after" || stage === "over") return [...kicker, h("h2", { className: "plan-title" }, headline(plan, stage, step)), h("p", {}, afterWords(stage, words, step)), ...nextView(step && stepWords(step, timing))];
  const days = daysBetween(timing.now.date, interview?.date ?? plan.date);
  return [
    ...kicker,
    h("h2", { className: "plan-title" }, countdown(days, timing.start)),
    h("p", { className: "plan-when" }, `${words}${plan.time ? `, ${describeTimes(timing)}` : ""}`),
    ...nextView(step && isDueNow(step.state) ? stepWords(step, timing) : nextTask(schedule)),
    h("p", { className: "actions" }, h("a", { className: "button button--quiet", href: siteUrl("plan/day/") }, "Your day on one screen"), " ",
      h("button", { type: "button", className: "button button--quiet", id: "add-interview", click: add }, "Add to my calendar")),
  ];
}

/** What has become of the application. @param {PlanData} plan @param {string} stage @param {NextStep | undefined} step */
function headline(plan, stage, step) {
  if (stage === "over") return "It's decided";
  return lastHeadline(plan) || (step ? "The interview is done" : "Time to let this one go");
}

/** @param {string} stage @param {string} date in words @param {NextStep | undefined} step */
function afterWords(stage, date, step) {
  if (stage === "over") return "There's nothing left to prepare. The messages that are still worth sending are below.";
  const when = date ? `It was on ${date}. ` : "";
  return `${when}${step ? "Here's when to write, and when to stop." : "Every date has passed. Don't wait for them anymore, and don't write again; if they do call, you can decide then."}`;
}

/** @param {[string, string] | undefined} next its words, and how long it takes or when it is due */
const nextView = (next) => (next ? [h("p", { className: "plan-next" }, h("span", {}, "Next"), h("strong", {}, next[0]), h("small", {}, next[1]))] : []);

/** @param {ComputedPlan["schedule"]} schedule @returns {[string, string] | undefined} */
export function nextTask(schedule) {
  const next = schedule?.days.find(({ pieces }) => pieces.length)?.pieces[0];
  return next && [next.task.text, formatDuration(next.minutes)];
}

/** @param {NextStep} step @param {import("./interview-timing.mjs").InterviewTiming} timing @returns {[string, string]} */
const stepWords = ({ step, due, state }, { readerZone }) => [step.title, isDueNow(state) ? "now" : formatShortDate(atDaytime(due, readerZone).date)];

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
