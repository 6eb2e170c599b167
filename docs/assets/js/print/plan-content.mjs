/** Renders the plan for print: the days with their tasks, the likely questions, and the dates of the steps afterwards. */
import { h } from "../lib/dom.mjs";
import { dayRows, startOfWork } from "../plan/calendar-events.mjs";
import { computePlan } from "../plan/compute-plan.mjs";
import { formatDate, formatShortDate, formatTime } from "../plan/dates.mjs";
import { markText } from "../plan/days-view.mjs";
import { toTime } from "../plan/departure.mjs";
import { rankQuestions } from "../plan/likely-questions.mjs";
import { firstTasks } from "../plan/tasks.mjs";
import { toWallTime } from "../plan/time-zones.mjs";
import { atDaytime } from "../plan/timelines.mjs";
import { formatDuration } from "../plan/view-helpers.mjs";
import { messageRecord, questionRecord } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { toText } from "../storage/validators.mjs";
import { readRecords } from "./saved-values.mjs";

/** @typedef {Awaited<ReturnType<typeof computePlan>>} ComputedPlan */

const MAX_QUESTIONS = 6;

/** @param {import("../plan/plan-data.mjs").PlanData} plan */
export const renderPlan = async (plan) => sections(await computePlan(plan));

/** @param {ComputedPlan} result */
function sections({ plan, guide, timing, schedule, timelines }) {
  const isAhead = timing.stage === "before" || timing.stage === "open";
  const days = schedule ? schedule.days.filter(({ pieces }) => pieces.length).map((day) => section(formatDate(day.date), `${formatDuration(day.minutes)}, from ${formatTime(toWallTime(startOfWork(day, timing, plan.evening, schedule), timing.readerZone).time)}`,
    checkboxes(day.date === timing.interview?.date ? dayRows(day, schedule).map(({ time, mark, piece }) => [Number.isNaN(time) ? "" : formatTime(toTime(time)), piece?.task.text ?? markText(mark ?? "", schedule)].filter(Boolean).join(" "))
      : day.pieces.map(({ task, minutes, part }) => `${task.text} (${formatDuration(minutes)}${part ? `, part ${part[0]} of ${part[1]}` : ""})`)))) : timing.stage === "open" ? [section("Begin with these", "the rest when there is a date", checkboxes(firstTasks(guide, plan, ({ id, aliases }) => store.getItem(id, aliases)).map(({ text, minutes }) => `${text} (${formatDuration(minutes)})`)))] : [];
  const likely = isAhead ? [section("What they'll probably ask", "", h("ol", { className: "likely" }, ...rankQuestions(guide, plan, MAX_QUESTIONS).map(({ title }) => h("li", {}, title))))] : [];
  return [...days, ...likely, ...timelines.map((steps) => section(steps[0].timeline.title, "", dateList(steps, timing))), ...savedSections(guide)];
}

/** The messages that the reader edited, and the questions they practiced. @param {any} guide */
function savedSections(guide) {
  const drafts = readRecords(messageRecord("")).map(({ subject, body }) => h("p", { className: "written draft" }, [subject, body].map(toText).filter(Boolean).join("\n")));
  const practiced = store.recordNames(questionRecord("")).map((name) => [name.slice(questionRecord("").length), toText(store.getRecord(name)?.feel)]).filter(([, feel]) => feel)
    .map(([id, feel]) => h("li", {}, `${guide.questions.find((/** @type {any} */ one) => one.id === id || one.aliases?.includes(id))?.title ?? id} `, h("b", {}, feel)));
  return [...(drafts.length ? [section("My messages", "drafts", h("div", {}, ...drafts))] : []), ...(practiced.length ? [section("Practiced", "and how it felt", h("ul", { className: "dashes" }, ...practiced))] : [])];
}

/** @param {string} title @param {string} hint @param {Node} content */
const section = (title, hint, content) => h("section", {}, h("header", {}, h("h3", {}, title), h("p", { className: "hint" }, hint)), content);

/** @param {string[]} lines */
const checkboxes = (lines) => h("ul", { className: "boxes" }, ...lines.map((line) => h("li", {}, line)));

/** @param {ComputedPlan["timelines"][number]} steps @param {ComputedPlan["timing"]} timing */
const dateList = (steps, { readerZone }) => h("ul", { className: "due" }, ...steps.map(({ step, due }) => h("li", {},
  h("b", {}, due ? formatShortDate(atDaytime(due, readerZone).date) : ""),
  h("span", {}, step.title, h("small", {}, due && due.earliest.date !== due.latest.date ? ` by ${formatShortDate(due.latest.date)}` : "")))));
