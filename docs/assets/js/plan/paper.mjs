/** The plan on paper: the days with their tasks, the likely questions, and the dates of what comes afterwards. */
import { make } from "../dom.mjs";
import { store } from "../store.mjs";
import { wakeful } from "./course.mjs";
import { inShort } from "./dates.mjs";
import { dayName } from "./days-view.mjs";
import { duration } from "./draw.mjs";
import { beginning } from "./events.mjs";
import { PHASES } from "./planner.mjs";
import { ranked } from "./ranking.mjs";
import { reckon } from "./reckon.mjs";
import { candidates } from "./tasks.mjs";
import { wall } from "./zones.mjs";

/** @typedef {Awaited<ReturnType<typeof reckon>>} Reckoned */

const LIKELY = 6;

/** @param {import("./facts.mjs").Facts} known */
export const onPaper = async (known) => sections(known, await reckon(known));

/** @param {import("./facts.mjs").Facts} known @param {Reckoned} found */
function sections(known, { guide, at, plan, courses }) {
  const ahead = at.stage === "before" || at.stage === "open";
  const days = plan ? plan.days.filter(({ pieces }) => pieces.length).map((day) => part(dayName(day.date, at), `${duration(day.minutes)}, from ${wall(beginning(day, at, known.evening), at.here).time}`,
    boxes(day.pieces.map(({ task, minutes, part }) => `${task.text} (${duration(minutes)}${part ? `, part ${part[0]} of ${part[1]}` : ""})`)))) : at.stage === "open" ? phases(known, guide) : [];
  const likely = ahead ? [part("They will probably ask", "", make("ol", { className: "likely" }, ...ranked(guide, known, LIKELY).map(({ title }) => make("li", {}, title))))] : [];
  return [...days, ...likely, ...courses.map((steps) => part(steps[0].timeline.title, "", dates(steps, at)))];
}

/** @param {import("./facts.mjs").Facts} known @param {any} guide */
function phases({ formats }, guide) {
  const open = candidates(guide, formats, false).filter((task) => task.essential && !store.mark(task.id, task.aliases));
  const names = /** @type {Record<string, string>} */ ({ "week-before": "First", "days-before": "In the last days", "night-before": "The night before", "the-day": "The day" });
  return PHASES.map((phase) => part(names[phase], "essentials", boxes(open.filter((task) => task.phase === phase).map(({ text }) => text))));
}

/** @param {string} title @param {string} hint @param {Node} content */
const part = (title, hint, content) => make("section", {}, make("header", {}, make("h3", {}, title), make("p", { className: "hint" }, hint)), content);

/** @param {string[]} lines */
const boxes = (lines) => make("ul", { className: "boxes" }, ...lines.map((line) => make("li", {}, line)));

/** @param {Reckoned["courses"][number]} steps @param {Reckoned["at"]} at */
const dates = (steps, { here }) => make("ul", { className: "due" }, ...steps.map(({ step, due }) => make("li", {},
  make("b", {}, due ? inShort(wakeful(due, here).date) : ""),
  make("span", {}, step.title, make("small", {}, due && due.earliest.date !== due.latest.date ? ` by ${inShort(due.latest.date)}` : "")))));
