/** The days until the interview: how full each is, and its tasks to tick. */
import { pluralize, h, siteUrl, visuallyHidden } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";
import { addDays, inWords } from "./dates.mjs";
import { bullets, duration, link } from "./view-helpers.mjs";
import { beginning } from "./calendar-events.mjs";
import { PHASES, total, USUAL_HOURS } from "./scheduler.mjs";
import { candidates } from "./tasks.mjs";
import { wall } from "./time-zones.mjs";

/**
 * @typedef {import("./scheduler.mjs").Task} Task
 * @typedef {import("./scheduler.mjs").Day} Day
 * @typedef {{ facts: import("./plan-data.mjs").Facts, at: import("./interview-stage.mjs").Situation, guide: any }} Seen
 */

/** @param {Seen} seen @param {ReturnType<typeof import("./tasks.mjs").planFor>} plan @param {(day: Day) => void} add to the calendar */
export function daysView({ facts, at, guide }, plan, add) {
  const busy = plan.days.filter(({ pieces }) => pieces.length);
  const given = total(plan.days.map(({ room }) => ({ minutes: room })));
  const planned = total(plan.days);
  const head = [h("h2", { id: "your-days" }, "Your days")];
  if (!busy.length && !plan.doneToday.length) return [...head, h("p", {}, !plan.left.length ? "Everything is ticked. Rest." : given ? "Nothing that is left fits. Breathe, and go in." : "No time is left to plan. Breathe, and go in."), ...leftOut(plan.left, guide, plan.days.length)];
  return [
    ...head,
    h("p", { className: "sum" }, sumOf(planned, given, Boolean(facts.hours), plan.days.length)),
    ...(plan.days[0].date > at.now.date ? [h("p", {}, `Rest until ${inWords(plan.days[0].date, { weekday: "long", day: "numeric", month: "long", year: "numeric" })}. Five weeks are enough, and what is learned earlier fades.`)] : []),
    ...(plan.days.length > 1 ? [strip(plan.days, at)] : []),
    h("ol", { className: "days" }, ...busy.map((day, index) => dayItem(day, index, { facts, at, guide }, plan.doneToday, add))),
    ...leftOut(plan.left, guide, plan.days.length),
  ];
}

/** @param {number} planned @param {number} given minutes @param {boolean} said whether the reader gave the hours @param {number} days */
function sumOf(planned, given, said, days) {
  if (days === 1) return `${duration(planned)} planned of the ${duration(given)} you have.`;
  const hours = said ? "" : ` at ${duration(USUAL_HOURS * 60)} a day: the essentials. Say how many hours you have, and they are filled`;
  return `${duration(planned)} planned of the ${duration(given)} you have${hours}. What you do not tick is planned anew the next day.`;
}

/** One column for each day. The words below say the same. @param {Day[]} days @param {Seen["at"]} at */
function strip(days, at) {
  const most = Math.max(...days.map(({ room }) => room), 1);
  const columns = days.map(({ date, room, minutes }) => {
    const [all, used] = [h("span", { className: "strip__room" }), h("span", { className: "strip__used" })];
    all.style.blockSize = `${Math.min(room / most, 1) * 100}%`;
    used.style.blockSize = room ? `${(minutes / room) * 100}%` : "0";
    all.append(used);
    const letter = days.length > 16 ? "" : inWords(date, { weekday: "narrow" });
    return h("li", { className: date === at.interview?.date ? "strip__day strip__day--goal" : "strip__day" }, h("span", { className: "strip__bar" }, all), h("span", { className: "strip__name" }, letter));
  });
  return h("ol", { className: "strip", "aria-hidden": "true" }, ...columns);
}

/** @param {Day} day @param {number} index @param {Seen} seen @param {Task[]} done @param {(day: Day) => void} add */
function dayItem(day, index, { facts, at, guide }, done, add) {
  const begins = wall(beginning(day, at, facts.evening), at.here).time;
  const today = day.date === at.now.date;
  return h("li", { className: day.date === at.interview?.date ? "day day--goal" : "day" },
    h("details", { id: `day-${day.date}`, open: index < 2 || day.date === at.interview?.date },
      h("summary", {}, h("strong", {}, dayName(day.date, at)), " ", h("span", { className: "day__sum" }, `${duration(day.minutes)}, from ${begins}`)),
      h("ul", { className: "tasks" },
        ...(today ? done.map((task) => taskRow(task, task.minutes, guide)) : []),
        ...day.pieces.map(({ task, minutes, part }) => taskRow(task, minutes, guide, part))),
      h("p", { className: "day__foot" },
        h("button", { type: "button", id: `add-${day.date}`, className: "quiet-button", click: () => add(day) }, "Add to calendar", visuallyHidden(`: ${inWords(day.date)}`)))));
}

/** "Today", "Tomorrow", or the day in words. @param {string} date @param {Seen["at"]} at */
export function dayName(date, { now, interview }) {
  const near = date === now.date ? "Today" : date === addDays(now.date, 1) ? "Tomorrow" : "";
  const words = near ? `${near}, ${inWords(date)}` : inWords(date);
  return date === interview?.date ? `${words}: the interview` : words;
}

/** @param {Task} task @param {number} minutes @param {any} guide @param {[number, number]} [part] */
function taskRow(task, minutes, guide, part) {
  const list = guide.lists.find((/** @type {any} */ { id }) => id === task.list);
  const box = h("input", { type: "checkbox", id: `task-${task.id}${part ? `-${part[0]}` : ""}`, autocomplete: "off",
    checked: store.getItem(task.id, task.aliases)?.state === "done",
    change: () => store.setStatus({ id: task.id, aliases: task.aliases, rev: task.rev, what: task.text }, box.checked ? "done" : "todo") });
  return h("li", {},
    h("label", {}, box, h("span", { className: "what" }, task.text)),
    h("p", { className: "how" }, task.essential ? h("strong", { className: "must" }, "Essential ") : "",
      `${duration(minutes)}${part ? `, part ${part[0]} of ${part[1]}` : ""}`, h("span", { className: "how__list" }, " · ", link(siteUrl(`${list.url}#${task.id}`), list.title))));
}

const SHOWN = 12;

/** @param {Task[]} left @param {any} guide @param {number} days */
function leftOut(left, guide, days) {
  if (!left.length) return [];
  const essential = left.filter((task) => task.essential);
  const order = [...essential, ...left.filter((task) => !task.essential)];
  const rows = order.slice(0, SHOWN).map((task) => {
    const list = guide.lists.find((/** @type {any} */ { id }) => id === task.list);
    return [link(siteUrl(`${list.url}#${task.id}`), task.text), ` ${duration(task.minutes)}`];
  });
  const more = order.length - SHOWN;
  return [h("details", { id: "left-out", className: "left-out" },
    h("summary", {}, `Left out: ${pluralize(left.length, "task")}, ${duration(total(left))}`),
    h("p", {}, essential.length ? `${pluralize(essential.length, "essential one", "essential ones")} among them${days > 1 ? ": more hours a day would bring them in" : ", and no time for them: let them go"}. Nobody does all of it.` : "Nothing essential among them. Nobody does all of it."),
    bullets("links", rows),
    ...(more > 0 ? [h("p", {}, `And ${more} more on the `, link(siteUrl("prepare/"), "lists"), ".")] : []))];
}

/** Without a date: what to do in which phase. @param {Seen} seen */
export function phasesView({ facts, guide }) {
  const open = candidates(guide, facts.formats, false).filter((task) => !["done", "skipped"].includes(store.getItem(task.id, task.aliases)?.state ?? ""));
  const titles = /** @type {Record<string, string>} */ ({ "week-before": "First, as soon as you can", "days-before": "In the last days", "night-before": "The night before", "the-day": "The day" });
  return [
    h("h2", { id: "your-days" }, "In this order"),
    h("p", { className: "sum" }, `Essentials only: ${duration(total(open.filter(({ essential }) => essential)))}. Add the day, and they are spread over the evenings you have.`),
    ...PHASES.map((phase, index) => {
      const tasks = open.filter((task) => task.phase === phase && task.essential);
      return h("details", { id: `phase-${phase}`, className: "phase", open: !index },
        h("summary", {}, h("strong", {}, titles[phase]), " ", h("span", { className: "day__sum" }, duration(total(tasks)))),
        h("ul", { className: "tasks" }, ...tasks.map((task) => taskRow(task, task.minutes, guide))));
    }),
  ];
}
