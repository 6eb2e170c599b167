/** Renders the schedule: a chart of the days until the interview, and the tasks of each day with checkboxes. */
import { h, pluralize, siteUrl, visuallyHidden } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";
import { dayRows, startOfWork } from "./calendar-events.mjs";
import { addDays, daysBetween, formatDate, formatTime } from "./dates.mjs";
import { toTime } from "./departure.mjs";
import { stripMarkdown } from "./messages.mjs";
import { DEFAULT_HOURS, totalMinutes } from "./scheduler.mjs";
import { firstTasks } from "./tasks.mjs";
import { toWallTime } from "./time-zones.mjs";
import { formatDuration, link, richList } from "./view-helpers.mjs";

/**
 * @typedef {import("./scheduler.mjs").Task} Task
 * @typedef {import("./scheduler.mjs").Day} Day
 * @typedef {ReturnType<typeof import("./tasks.mjs").schedulePreparation>} Schedule
 * @typedef {{ plan: import("./plan-data.mjs").PlanData, timing: import("./interview-timing.mjs").InterviewTiming, guide: any }} Context
 */

/** @param {Context} context @param {Schedule} schedule @param {(day: Day) => void} add to the calendar */
export function daysView({ plan, timing, guide }, schedule, add) {
  const busy = schedule.days.filter(({ pieces }) => pieces.length);
  const working = schedule.days.filter(({ date }) => schedule.days.length === 1 || date !== timing.interview?.date);
  const rest = schedule.days.find(({ date }, index) => daysBetween(schedule.days[index - 1]?.date ?? timing.now.date, date) > 7);
  const head = [h("h2", { id: "your-days" }, "Your days")];
  if (!busy.length && !schedule.doneToday.length) return [...head, h("p", {}, schedule.left.length ? "There's no time left for more, and you're ready. Breathe, and go in." : "Everything is checked off. Get some rest."), ...leftOutTasks(schedule.left, guide, schedule.days.length)];
  return [
    ...head,
    h("p", { className: "sum" }, summarizeHours(working, plan.hours, schedule.days.length)),
    ...(rest ? [h("p", {}, `${rest === schedule.days[0] ? "" : "Do what can't wait now. "}You can rest until ${formatDate(rest.date, { weekday: "long", day: "numeric", month: "long", year: "numeric" })}. Five weeks is enough, and anything you learn earlier fades.`)] : []),
    ...(schedule.days.length > 2 ? [barChart(schedule.days, timing)] : []),
    h("ol", { className: "days" }, ...busy.map((day, index) => dayItem(day, index, { plan, timing, guide }, schedule, add))),
    ...orderNote(plan, guide),
    ...leftOutTasks(schedule.left, guide, schedule.days.length),
  ];
}

/** @param {Day[]} working the days before the interview, or its day alone @param {number} hours that the reader entered @param {number} days until then */
function summarizeHours(working, hours, days) {
  const planned = formatDuration(totalMinutes(working));
  const eve = working[working.length - 1];
  if (days === 1) return `This takes ${planned} in all.`;
  if (hours < 0) return `It all happens the evening before, and it takes ${planned}. If you find some time earlier, add it above.`;
  const used = `${planned} of the ${formatDuration(totalMinutes(working.map(({ capacity }) => ({ minutes: capacity }))))} you have.`;
  const over = hours > 0 && eve.minutes > eve.capacity && `${planned} in all. The evening before takes ${formatDuration(eve.minutes)} even in its short form, so keep it free.`;
  if (days === 2 && !hours) return used;
  return `${over || (hours ? used : `${planned} of essentials, at ${formatDuration(DEFAULT_HOURS * 60)} a day. Do you have more or less time? Change it above.`)} Whatever you don't check off moves to the next day.`;
}

/** A column for each day, hidden from screen readers: the days below have the same data. @param {Day[]} days @param {Context["timing"]} timing */
function barChart(days, timing) {
  const highest = Math.max(...days.map(({ capacity, minutes }) => Math.max(capacity, minutes)), 1);
  const columns = days.map(({ date, capacity: most, minutes }) => {
    const capacity = Math.max(most, minutes);
    const [outer, inner] = [h("span", { className: "strip__room" }), h("span", { className: "strip__used" })];
    outer.style.blockSize = `${Math.min(capacity / highest, 1) * 100}%`;
    inner.style.blockSize = capacity ? `${(minutes / capacity) * 100}%` : "0";
    outer.append(inner);
    const letter = days.length > 16 ? "" : formatDate(date, { weekday: "narrow" });
    return h("li", { className: date === timing.interview?.date ? "strip__day strip__day--goal" : "strip__day" }, h("span", { className: "strip__bar" }, outer), h("span", { className: "strip__name" }, letter));
  });
  return h("ol", { className: "strip", "aria-hidden": "true" }, ...columns);
}

/** @param {Day} day @param {number} index @param {Context} context @param {Schedule} schedule @param {(day: Day) => void} add */
function dayItem(day, index, { plan, timing, guide }, schedule, add) {
  const start = formatTime(toWallTime(startOfWork(day, timing, plan.evening, schedule), timing.readerZone).time);
  const isDay = day.date === timing.interview?.date;
  const done = day.date === timing.now.date ? schedule.doneToday.map((task) => taskRow(task, task.minutes, guide)) : [];
  const rows = isDay ? dayRows(day, schedule).map((row) => timelineRow(row, schedule, guide)) : day.pieces.map(({ task, minutes, part }) => taskRow(task, minutes, guide, part));
  return h("li", { className: isDay ? "day day--goal" : "day" },
    h("details", { id: `day-${day.date}`, open: index < 2 || isDay },
      h("summary", {}, h("strong", {}, ...dayName(day.date, timing)), " ", h("span", { className: "day__sum" }, isDay ? (schedule.departure ? `from ${start}` : "") : `${formatDuration(day.minutes)}, from ${start}`)),
      ...(isDay ? dayNote(schedule) : []),
      h("ul", { className: "tasks" }, ...done, ...rows),
      h("p", { className: "day__foot" },
        h("button", { type: "button", id: `add-${day.date}`, className: "quiet-button", click: () => add(day) }, "Add to calendar", visuallyHidden(`: ${formatDate(day.date)}`)))));
}

/** What the times of the day depend on. @param {Schedule} schedule */
function dayNote({ departure }) {
  const note = departure ? departure.isGuess && "This assumes a trip of 30 minutes. Say how you'll get there, and the times will fit your trip." : "Add the time it starts, and this day gets its times, too.";
  return note ? [h("p", { className: "note" }, note)] : [];
}

/** A line of the day of the interview: a task with its time, or a moment. @param {import("./interview-day.mjs").Row} row @param {Schedule} schedule @param {any} guide */
function timelineRow({ time, mark, piece }, schedule, guide) {
  const clock = h("span", { className: "tasks__time" }, Number.isNaN(time) ? mark ? "after" : "on the way" : formatTime(toTime(time)));
  if (piece) return taskRow(piece.task, piece.minutes, guide, piece.part, Number.isNaN(time) && piece.task.where !== "way" ? undefined : clock);
  return h("li", { className: "tasks__mark" }, clock, h("strong", {}, markText(mark ?? "", schedule)));
}

/** @param {string} mark @param {Schedule} schedule */
export function markText(mark, { departure, online }) {
  const { travel = 0, slack = 0, arrive = 0, start = 0 } = departure ?? {};
  if (mark === "leave" && arrive > start) return `Leave now, and call them on the way: you'd get there at about ${formatTime(toTime(arrive))}`;
  if (mark === "leave") return `Leave: ${formatDuration(travel)} to get there${slack ? `, plus ${slack} minutes in case something goes wrong` : ", and no time to spare"}`;
  if (mark === "back") return `${online ? "Right afterward" : "On the way back"}, write down what was said before you call anyone`;
  if (mark === "arrive") return online ? "Be at your desk" : "Be at the door";
  return "The interview";
}

/** The day in words, after "Today" or "Tomorrow", which is not printed. @param {string} date @param {Context["timing"]} timing */
function dayName(date, { now, interview }) {
  const near = date < now.date ? "Tonight" : date === now.date ? "Today" : date === addDays(now.date, 1) ? "Tomorrow" : "";
  return [...(near ? [h("span", { className: "near" }, `${near}, `)] : []), `${formatDate(date)}${date === interview?.date ? ": the interview" : ""}`];
}

/** @param {Task} task @param {number} minutes @param {any} guide @param {[number, number]} [part] @param {Node} [clock] the time */
function taskRow(task, minutes, guide, part, clock) {
  const list = guide.lists.find((/** @type {any} */ { id }) => id === task.list);
  const box = h("input", { type: "checkbox", id: `task-${task.id}${part ? `-${part[0]}` : ""}`, autocomplete: "off",
    checked: store.getItem(task.id, task.aliases)?.state === "done",
    change: () => store.setStatus({ id: task.id, aliases: task.aliases, rev: task.rev, what: task.text }, box.checked ? "done" : "todo") });
  return h("li", {},
    h("label", {}, box, ...(clock ? [clock] : []), h("span", { className: "what" }, task.text)),
    h("p", { className: "how" }, task.essential ? h("strong", { className: "must" }, "Essential ") : "",
      `${formatDuration(minutes)}${part ? `, part ${part[0]} of ${part[1]}` : ""}${task.soon === "working-day" ? ", during office hours" : ""}`, h("span", { className: "how__list" }, " · ", link(siteUrl(`${list.url}#${task.id}`), list.title))));
}

const MAX_LEFT_OUT = 12;

/** The tasks that do not fit, essential ones first. @param {Task[]} left @param {any} guide @param {number} days */
function leftOutTasks(left, guide, days) {
  if (!left.length) return [];
  const essential = left.filter((task) => task.essential);
  const order = [...essential, ...left.filter((task) => !task.essential)];
  const rows = order.slice(0, MAX_LEFT_OUT).map((task) => {
    const list = guide.lists.find((/** @type {any} */ { id }) => id === task.list);
    return [link(siteUrl(`${list.url}#${task.id}`), task.text), ` ${formatDuration(task.minutes)}`];
  });
  return [h("details", { id: "left-out", className: "left-out" },
    h("summary", {}, "Not in your plan: more you could do"),
    h("p", {}, essential.length ? `${pluralize(essential.length, "of these tasks is essential", "of these tasks are essential")}. ${days > 1 ? "To fit in more, give yourself more time each day." : "There's no time for more today, so let the rest go."}` : "None of these is essential, so you'll be fine without them."),
    richList("links", rows),
    ...(order.length > MAX_LEFT_OUT ? [h("p", {}, "The rest is in the ", link(siteUrl("prepare/"), "checklists"), ".")] : []))];
}

/** What to begin with, when the interview has no date yet. @param {Context} context */
export function firstView({ plan, guide }) {
  const tasks = firstTasks(guide, plan, ({ id, aliases }) => store.getItem(id, aliases));
  return [
    h("h2", { id: "your-days" }, "Begin with these"),
    h("p", { className: "sum" }, tasks.length ? `They take ${formatDuration(totalMinutes(tasks))} in all, the most important first.` : "Everything is checked off.", " Add the date when you know it, and your plan gets the rest: each day until then, the night before, and the day itself hour by hour."),
    h("ul", { className: "tasks" }, ...tasks.map((task) => taskRow(task, task.minutes, guide))),
    ...orderNote(plan, guide),
  ];
}

/** Why a coach chose this order. @param {Context["plan"]} plan @param {any} guide */
function orderNote({ formats }, guide) {
  const why = guide.formats.find((/** @type {any} */ { id }) => formats.includes(id))?.core.why;
  return why ? [h("p", { className: "note" }, `Why this order: ${stripMarkdown(why)}`)] : [];
}
