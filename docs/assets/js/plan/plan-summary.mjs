/**
 * The plan in three lines: how far the interview is, when it is, and what is next. Used by the plan and by the home page.
 *
 * @typedef {import("./interview-timing.mjs").InterviewTiming} InterviewTiming
 * @typedef {Awaited<ReturnType<typeof import("./compute-plan.mjs").computePlan>>} ComputedPlan
 * @typedef {import("./step-events.mjs").DatedStep & { due: import("./timelines.mjs").Due, state: string }} NextStep
 * @typedef {{ stage: InterviewTiming["stage"], title: string, text: string, next?: { words: string, note: string, url?: string } }} Summary
 */
import { h, siteUrl } from "../lib/dom.mjs";
import { daysBetween, formatDate, formatShortDate, formatTime } from "./dates.mjs";
import { minutesUntil } from "./interview-timing.mjs";
import { toWallTime } from "./time-zones.mjs";
import { cityName } from "./zones.mjs";
import { atDaytime, isDueNow, lastNews, nextStep } from "./timelines.mjs";
import { formatDuration } from "./view-helpers.mjs";

/** @param {Pick<ComputedPlan, "plan" | "timing" | "schedule" | "timelines">} computed @returns {Summary} */
export function summarize({ plan, timing, schedule, timelines }) {
  const { stage, interview, now } = timing;
  // Nothing that follows the interview is due before it.
  const begun = stage === "before" ? timelines.map((steps) => steps.filter(({ step: { when } }) => !["interview", "promised-date"].includes(when.moment))) : timelines;
  const step = nextStep(begun, now.date, Date.now());
  const words = plan.date && formatDate(interview?.date ?? plan.date);
  if (stage === "open") return { stage, title: "No date yet", text: "You can already do what helps on any date." };
  if (stage === "during") return { stage, title: "It's happening now", text: "Everything else can wait." };
  if (stage !== "before") return { stage, title: lastNews(plan).headline ?? (step ? "The interview is done" : "Time to let this one go"), text: afterWords(plan, timing, words, step), next: step && describeStep(step, timing) };
  const days = daysBetween(now.date, interview?.date ?? plan.date);
  return {
    stage, title: countdown(days, timing.start), text: `${words}${plan.time ? `, ${describeTimes(timing)}` : ""}`,
    next: step && isDueNow(step.state) ? describeStep(step, timing) : nextTask(schedule),
  };
}

/** @param {Summary["next"]} next */
export const nextView = (next) => (next ? [h("p", { className: "plan-next" }, h("span", {}, "Next"),
  h("strong", {}, next.url ? h("a", { href: siteUrl(next.url) }, next.words) : next.words), h("small", {}, next.note))] : []);

/** @param {ComputedPlan["plan"]} plan @param {InterviewTiming} timing @param {string} date in words @param {NextStep | undefined} step */
function afterWords(plan, { stage, now }, date, step) {
  const { deadline } = lastNews(plan);
  if (deadline) return deadline < now.date ? `Their deadline was ${formatDate(deadline)}. If you still want the job, call them today.` : `They want your answer by ${formatDate(deadline)}. Here's what to do until then.`;
  if (stage === "over") return "There's nothing left to prepare. The messages that are still worth sending are below.";
  const when = date ? `The interview was on ${date}. ` : "";
  return `${when}${step ? "Here's when to write, and when to stop." : "Every date has passed. Don't wait for them anymore, and don't write again; if they do call, you can decide then."}`;
}

/** @param {ComputedPlan["schedule"]} schedule @returns {Summary["next"]} */
function nextTask(schedule) {
  const next = schedule?.days.find(({ pieces }) => pieces.length)?.pieces[0];
  return next && { words: next.task.text, note: formatDuration(next.minutes) };
}

/** @param {NextStep} step @param {InterviewTiming} timing @returns {Summary["next"]} */
const describeStep = ({ step, due, state, timeline }, { readerZone }) =>
  ({ words: step.title, note: isDueNow(state) ? "now" : formatShortDate(atDaytime(due, readerZone).date), url: `${timeline.url}#${step.id}` });

/** @param {number} days @param {number} [start] */
function countdown(days, start) {
  if (days > 1) return `${days} days to go`;
  if (days === 1) return "Tomorrow";
  return start === undefined ? "Today" : `Today, in ${formatDuration(minutesUntil(Date.now(), start))}`;
}

/** "8 p.m. for you in New York (Tue, Dec 1, 10 a.m. in Tokyo)". @param {InterviewTiming} timing */
function describeTimes({ start = 0, zone, readerZone, interview }) {
  const { date, time } = toWallTime(start, zone);
  if (time === interview?.time) return formatTime(time);
  return `${formatTime(interview?.time ?? "")} for you in ${cityName(readerZone)} (${date === interview?.date ? "" : `${formatShortDate(date)}, `}${formatTime(time)} in ${cityName(zone)})`;
}
