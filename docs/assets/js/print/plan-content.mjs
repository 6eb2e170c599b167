/** The plan on paper: the days with their tasks, the likely questions, and the dates of what comes afterwards. */
import { h } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";
import { wakeful } from "../plan/timelines.mjs";
import { inShort } from "../plan/dates.mjs";
import { dayName } from "../plan/days-view.mjs";
import { duration } from "../plan/view-helpers.mjs";
import { beginning } from "../plan/calendar-events.mjs";
import { PHASES } from "../plan/scheduler.mjs";
import { ranked } from "../plan/likely-questions.mjs";
import { reckon } from "../plan/compute-plan.mjs";
import { candidates } from "../plan/tasks.mjs";
import { wall } from "../plan/time-zones.mjs";

/** @typedef {Awaited<ReturnType<typeof reckon>>} Reckoned */

const LIKELY = 6;

/** @param {import("../plan/plan-data.mjs").Facts} known */
export const onPaper = async (known) => sections(known, await reckon(known));

/** @param {import("../plan/plan-data.mjs").Facts} known @param {Reckoned} found */
function sections(known, { guide, at, plan, courses }) {
  const ahead = at.stage === "before" || at.stage === "open";
  const days = plan ? plan.days.filter(({ pieces }) => pieces.length).map((day) => part(dayName(day.date, at), `${duration(day.minutes)}, from ${wall(beginning(day, at, known.evening), at.here).time}`,
    boxes(day.pieces.map(({ task, minutes, part }) => `${task.text} (${duration(minutes)}${part ? `, part ${part[0]} of ${part[1]}` : ""})`)))) : at.stage === "open" ? phases(known, guide) : [];
  const likely = ahead ? [part("They will probably ask", "", h("ol", { className: "likely" }, ...ranked(guide, known, LIKELY).map(({ title }) => h("li", {}, title))))] : [];
  return [...days, ...likely, ...courses.map((steps) => part(steps[0].timeline.title, "", dates(steps, at)))];
}

/** @param {import("../plan/plan-data.mjs").Facts} known @param {any} guide */
function phases({ formats }, guide) {
  const open = candidates(guide, formats, false).filter((task) => task.essential && !store.getItem(task.id, task.aliases));
  const names = /** @type {Record<string, string>} */ ({ "week-before": "First", "days-before": "In the last days", "night-before": "The night before", "the-day": "The day" });
  return PHASES.map((phase) => part(names[phase], "essentials", boxes(open.filter((task) => task.phase === phase).map(({ text }) => text))));
}

/** @param {string} title @param {string} hint @param {Node} content */
const part = (title, hint, content) => h("section", {}, h("header", {}, h("h3", {}, title), h("p", { className: "hint" }, hint)), content);

/** @param {string[]} lines */
const boxes = (lines) => h("ul", { className: "boxes" }, ...lines.map((line) => h("li", {}, line)));

/** @param {Reckoned["courses"][number]} steps @param {Reckoned["at"]} at */
const dates = (steps, { here }) => h("ul", { className: "due" }, ...steps.map(({ step, due }) => h("li", {},
  h("b", {}, due ? inShort(wakeful(due, here).date) : ""),
  h("span", {}, step.title, h("small", {}, due && due.earliest.date !== due.latest.date ? ` by ${inShort(due.latest.date)}` : "")))));
