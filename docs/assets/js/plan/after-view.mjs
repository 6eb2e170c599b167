/** Renders the time afterwards: what has happened, and each step with its date, its messages and a calendar entry. */
import { fetchApi } from "../lib/api.mjs";
import { button, h, siteUrl, visuallyHidden } from "../lib/dom.mjs";
import { randomId } from "../lib/random-id.mjs";
import { store } from "../storage/store.mjs";
import { formatDate, formatShortDate, formatTime, isDate, isWorkingDay } from "./dates.mjs";
import { messagePanel } from "./message-panel.mjs";
import { stripMarkdown } from "./messages.mjs";
import { updateMember, updatePlan } from "./plan-data.mjs";
import { toWallTime } from "./time-zones.mjs";
import { atDaytime, EVENTS, findEvent, stepStates } from "./timelines.mjs";
import { link } from "./view-helpers.mjs";

/**
 * @typedef {import("./step-events.mjs").DatedStep} Dated
 * @typedef {{ plan: import("./plan-data.mjs").PlanData, timing: import("./interview-timing.mjs").InterviewTiming, calendar: import("./dates.mjs").DaysOff,
 *   blanks: Record<string, string>, moments: Record<string, string>, guide: any, add: (dated: Dated) => void }} Context
 */

/** @param {Context} context @param {Dated[][]} timelines the steps of each active timeline */
export function afterView(context, timelines) {
  const { plan, timing } = context;
  return [
    h("h2", { id: "afterwards" }, "After the interview"),
    ...warnings(context),
    ...eventsView(plan, timing),
    ...(timelines.length ? timelines.map((steps) => timelineView(steps, context)) : [h("p", {}, "Add the date of the interview, or the date they promised, and each step gets its own date.")]),
  ];
}

/** @param {Context} context */
function warnings({ plan, timing, calendar }) {
  const notes = [
    timing.end !== undefined && timing.stage !== "over" && `Hours are counted from the end of the interview, ${plan.ends ? "" : "about "}${formatTime(toWallTime(timing.end, timing.readerZone).time)} your time.`,
    plan.promised && plan.date && plan.promised < plan.date && "Check the date they promised: it's before the interview, so it isn't used.",
    !plan.country && "Business days are Monday to Friday. To leave out public holidays too, choose a country above.",
    calendar.until && `Public holidays are left out until ${formatDate(calendar.until, { day: "numeric", month: "long", year: "numeric" })}; after that, only weekends are. Regional holidays aren't included, and holidays that follow the moon are estimates.`,
  ];
  return notes.filter((note) => typeof note === "string").map((note) => h("p", { className: "note" }, note));
}

/** What the date is that an event asks for. */
const ASKED = /** @type {Record<string, string>} */ ({ promised: "New date they promised, if any ", deadline: "Answer by, if they said ", day: "New day of the interview, if known " });

/** The events so far, and a form that adds one. @param {Context["plan"]} plan @param {Context["timing"]} timing */
function eventsView({ events, promised: until }, { now: { date: today }, stage }) {
  const type = h("select", { id: "event-what" }, h("option", { value: "" }, "Choose"), ...Object.entries(EVENTS).map(([value, { title }]) => h("option", { value }, title)));
  const date = h("input", { type: "date", id: "event-date", value: today });
  const asked = h("input", { type: "date", id: "event-promised" });
  const time = h("input", { type: "time", id: "event-time" });
  const label = h("span", {});
  const askedField = h("label", { className: "field", hidden: true }, label, asked);
  const timeField = h("label", { className: "field", hidden: true }, "New time ", time);
  const asks = () => findEvent(type.value)?.asks ?? "";
  type.addEventListener("change", () => {
    askedField.hidden = !asks();
    timeField.hidden = asks() !== "day";
    label.textContent = ASKED[asks()] ?? "";
  });
  const add = () => {
    if (!type.value || !isDate(date.value)) return (type.value ? date : type).focus();
    const given = isDate(asked.value) ? asked.value : "";
    const kind = asks();
    updateMember(store, "events", randomId(), { what: type.value, date: date.value, ...(kind ? { [kind]: given } : {}) });
    if (kind === "day" && given) updatePlan(store, (plan) => Object.assign(plan, { date: given, time: time.value, ends: "" }));
    [type.value, date.value, asked.value] = ["", today, ""];
    return undefined;
  };
  const rows = events.filter((one) => findEvent(one.what)).map((one) => h("li", {},
    h("strong", {}, formatShortDate(one.date)), `: ${findEvent(one.what)?.title}${one.promised ? ` (new date: ${formatShortDate(one.promised)})` : ""}${one.deadline ? ` (answer by ${formatShortDate(one.deadline)})` : ""}${one.day ? ` (new day: ${formatShortDate(one.day)})` : ""} `,
    button("Remove", () => updateMember(store, "events", one.id), { "aria-label": `Remove: ${findEvent(one.what)?.title}, ${formatShortDate(one.date)}` })));
  const isLate = stage === "after" && until && until < today && !events.some(({ what, date: day }) => day > until || findEvent(what)?.instead);
  return [
    ...(rows.length ? [h("ul", { className: "happened" }, ...rows)] : []),
    ...(isLate ? [h("p", {}, `They promised an answer by ${formatDate(until)}. `, button("I haven't heard anything. What now?", () => updateMember(store, "events", randomId(), { what: "silence", date: today }), { id: "event-silence" }))] : []),
    h("details", { id: "news", className: "news", open: false }, h("summary", {}, rows.length ? "Has something else happened?" : "Has something happened? Update the dates"),
      h("div", { className: "fields" }, h("label", { className: "field" }, "What happened ", type), h("label", { className: "field" }, "When ", date), askedField, timeField,
        button("Update the dates", add, { id: "event-add", className: "quiet-button quiet-button--strong" }))),
  ];
}

/** @param {Dated[]} steps @param {Context} context */
function timelineView(steps, context) {
  const [{ timeline }] = steps;
  const states = stepStates(steps.map(({ step, due }) => ({ ...step, due })), context.timing.now.date, Date.now());
  const list = h("ol", { className: "course" }, ...steps.map((dated, index) => stepItem(dated, states[index], context)));
  if (states.every((state) => state === "past")) return h("details", { id: `past-${timeline.id}` }, h("summary", {}, `${timeline.title}: past`), list);
  return h("section", { className: "course-part" },
    h("h3", {}, link(siteUrl(timeline.url), timeline.title)), h("p", { className: "note" }, stripMarkdown(timeline.summary)), list);
}

/** What to do about a step that is due, late or past. */
const STATES = /** @type {Record<string, string>} */ ({ now: " It's time for this.", late: " This is late, but it's still worth doing: do it now.", past: " This one's past." });

/** @param {Dated} dated @param {string} state @param {Context} context */
function stepItem(dated, state, context) {
  const { step, due, timeline } = dated;
  return h("li", { className: ["course__step", step.stop && "course__step--stop", state && `course__step--${state}`].filter(Boolean).join(" "), id: `step-${step.id}` },
    due ? dateLeaf(atDaytime(due, context.timing.readerZone).date) : h("span", { className: "leaf leaf--open", "aria-hidden": "true" }, "?"),
    h("div", {},
      h("h4", {}, link(siteUrl(`${timeline.url}#${step.id}`), step.title), step.stop ? h("span", { className: "badge" }, "Stop here") : ""),
      h("p", { className: "when" }, ...(due ? dueText(due, step, context) : [`This is counted from ${context.moments[step.when.moment]}, which has no date yet.`]), STATES[state] ?? ""),
      ...(step.messages?.length && state !== "past" ? [messageDetails(step, context)] : []),
      ...(due && (state === "ahead" || state === "now") ? [button("Add to calendar", () => context.add(dated), { id: `add-${step.id}`, "aria-label": `Add to calendar: ${step.title}` })] : [])));
}

/** The date as a calendar leaf, hidden from screen readers: the text beside it has the same date. @param {string} date */
const dateLeaf = (date) => h("span", { className: "leaf", "aria-hidden": "true" },
  h("span", {}, formatDate(date, { weekday: "short" })), h("b", {}, String(Number(date.slice(8)))), h("span", {}, formatDate(date, { month: "short" })));

/** @param {import("./timelines.mjs").Due} due @param {import("./timelines.mjs").Step} step @param {Context} context @returns {(Node | string)[]} */
function dueText(due, { messages }, context) {
  const [{ earliest, latest }, { timing, calendar }, usual] = [due, context, atDaytime(due, context.timing.readerZone)];
  /** @param {import("./timelines.mjs").Point} point @param {string} [shown] a date that is not repeated */
  const format = (point, shown) => {
    if (point.at === undefined) return formatShortDate(point.date);
    const { date, time } = toWallTime(point.at, timing.readerZone);
    return date === shown ? formatTime(time) : `${formatShortDate(date)}, ${formatTime(time)}`;
  };
  const off = messages?.length && usual.at === undefined && !isWorkingDay(usual.date, calendar) && "That's a weekend or a holiday.";
  const limits = [
    format(earliest) !== format(usual) && `No earlier than ${format(earliest, usual.date)}.`.replace("..", "."),
    format(latest) !== format(usual) && `No later than ${format(latest, usual.date)}.`.replace("..", "."),
    off,
  ];
  return [h("strong", {}, format(usual)), " ", limits.filter(Boolean).join(" ")];
}

/** A <details> that loads the messages of a step when it is opened. @param {import("./timelines.mjs").Step} step @param {Context} context */
function messageDetails(step, { plan, timing, blanks, guide }) {
  const details = h("details", { id: `write-${step.id}`, className: "writing" }, h("summary", {}, "Write the message", visuallyHidden(`: ${step.title}`)));
  details.addEventListener("toggle", async () => {
    if (!details.open || details.querySelector(".letter-panel")) return;
    const content = await fetchApi("messages").then(
      ({ items }) => messagePanel(step.id, items.filter((/** @type {any} */ { id }) => step.messages?.includes(id)), plan, timing, blanks, guide.named["thank-anyone"]),
      () => h("p", { className: "note" }, "The messages didn't load. Check your connection, then close this and open it again."));
    details.querySelector(":scope > :not(summary)")?.remove();
    details.append(content);
  });
  return details;
}
