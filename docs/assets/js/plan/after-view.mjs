/** Afterwards: what happened, and each step with its date, its message, and its place in the calendar. */
import { button, h, siteUrl, visuallyHidden } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";
import { HAPPENINGS, happening, wakeful } from "./timelines.mjs";
import { fetchApi } from "../lib/api.mjs";
import { inShort, inWords, isDate, isWorkingDay } from "./dates.mjs";
import { link } from "./view-helpers.mjs";
import { amendOne, newId } from "./plan-data.mjs";
import { letterPanel } from "./message-panel.mjs";
import { plain } from "./messages.mjs";
import { wall } from "./time-zones.mjs";

/**
 * @typedef {import("./calendar-events.mjs").Dated} Dated
 * @typedef {{ facts: import("./plan-data.mjs").Facts, at: import("./interview-stage.mjs").Situation, calendar: import("./dates.mjs").Calendar,
 *   blanks: Record<string, string>, moments: Record<string, string>, guide: any, add: (dated: Dated) => void }} Seen
 */

/** @param {Seen} seen @param {Dated[][]} courses the steps of each timeline that runs */
export function afterView(seen, courses) {
  const { facts, at } = seen;
  return [
    h("h2", { id: "afterwards" }, "Afterwards"),
    ...warnings(seen),
    ...happened(facts, at.now.date),
    ...(courses.length ? courses.map((steps) => timelineView(steps, seen)) : [h("p", {}, "Add the day of the interview, or the day they named, and each step gets its date.")]),
  ];
}

/** @param {Seen} seen */
function warnings({ facts, at, calendar }) {
  const notes = [
    at.end !== undefined && at.stage !== "over" && `Hours count from the end of the interview, ${facts.ends ? "" : "about "}${wall(at.end, at.here).time} on your clock.`,
    facts.promised && facts.date && facts.promised < facts.date && "The date they named lies before the interview, so it is not counted. Check it.",
    !facts.country && "Working days are Monday to Friday. Choose a country above, and its public holidays are counted too.",
    calendar.until && `Public holidays are known until ${inWords(calendar.until, { day: "numeric", month: "long", year: "numeric" })}; later dates count weekends only. Regional holidays are not counted, and those that follow the moon are estimates.`,
  ];
  return notes.filter((note) => typeof note === "string").map((note) => h("p", { className: "note" }, note));
}

/** What happened so far, and a way to add to it. @param {Seen["facts"]} facts @param {string} today */
function happened({ events, promised: until }, today) {
  const what = h("select", { id: "event-what" }, h("option", { value: "" }, "Choose"), ...Object.entries(HAPPENINGS).map(([value, { title }]) => h("option", { value }, title)));
  const date = h("input", { type: "date", id: "event-date", value: today });
  const promised = h("input", { type: "date", id: "event-promised" });
  const named = h("label", { className: "field", hidden: true }, "New date they named, if any ", promised);
  what.addEventListener("change", () => { named.hidden = what.value !== "they-wrote"; });
  const add = () => {
    if (!what.value || !isDate(date.value)) (what.value ? date : what).focus();
    else amendOne(store, "events", newId(), { what: what.value, date: date.value, promised: what.value === "they-wrote" ? promised.value : "" });
  };
  const rows = events.filter((one) => happening(one.what)).map((one) => h("li", {},
    h("strong", {}, inShort(one.date)), ` ${happening(one.what)?.title}${one.promised ? `: new date ${inShort(one.promised)}` : ""} `,
    button("Take back", () => amendOne(store, "events", one.id), { "aria-label": `Take back: ${happening(one.what)?.title}, ${inShort(one.date)}` })));
  const isLate = until && until < today && !events.some((one) => one.date > until);
  return [
    ...(rows.length ? [h("ul", { className: "happened" }, ...rows)] : []),
    ...(isLate ? [h("p", {}, `They named ${inWords(until)}. `, button("Nothing came: show what to do", () => amendOne(store, "events", newId(), { what: "silence", date: today, promised: "" }), { id: "event-silence" }))] : []),
    h("details", { id: "news", className: "news", open: false }, h("summary", {}, rows.length ? "Something else happened" : "Something happened? Move the dates"),
      h("div", { className: "fields" }, h("label", { className: "field" }, "What ", what), h("label", { className: "field" }, "When ", date), named,
        button("Move the dates", add, { id: "event-add", className: "quiet-button quiet-button--strong" }))),
  ];
}

/** @param {Dated[]} steps @param {Seen} seen */
function timelineView(steps, seen) {
  const [{ timeline }] = steps;
  return h("section", { className: "course-part" },
    h("h3", {}, link(siteUrl(timeline.url), timeline.title)),
    h("p", { className: "note" }, plain(timeline.summary)),
    h("ol", { className: "course" }, ...steps.map((dated) => stepItem(dated, seen))));
}

/** @param {Dated} dated @param {Seen} seen */
function stepItem(dated, seen) {
  const { step, due, timeline } = dated;
  const past = due && (due.latest.at === undefined ? due.latest.date < seen.at.now.date : due.latest.at < Date.now());
  return h("li", { className: ["course__step", step.stop && "course__step--stop", past && "course__step--past"].filter(Boolean).join(" "), id: `step-${step.id}` },
    due ? leaf(wakeful(due, seen.at.here).date) : h("span", { className: "leaf leaf--open", "aria-hidden": "true" }, "?"),
    h("div", {},
      h("h4", {}, link(siteUrl(`${timeline.url}#${step.id}`), step.title), step.stop ? h("span", { className: "badge" }, "Stop here") : ""),
      h("p", { className: "when" }, ...(due ? dueWords(due, seen) : [`Counts from ${seen.moments[step.when.moment]}: not known yet.`]), past ? " This has passed." : ""),
      ...(step.messages?.length ? [writing(step, seen)] : []),
      ...(due && !past ? [button("Add to calendar", () => seen.add(dated), { id: `add-${step.id}`, "aria-label": `Add to calendar: ${step.title}` })] : [])));
}

/** A leaf of a calendar; the words beside it say the same. @param {string} date */
const leaf = (date) => h("span", { className: "leaf", "aria-hidden": "true" },
  h("span", {}, inWords(date, { weekday: "short" })), h("b", {}, String(Number(date.slice(8)))), h("span", {}, inWords(date, { month: "short" })));

/** @param {import("./timelines.mjs").Due} due @param {Seen} seen @returns {(Node | string)[]} */
function dueWords(due, seen) {
  const [{ earliest, latest }, { at, calendar }, usual] = [due, seen, wakeful(due, seen.at.here)];
  /** @param {import("./timelines.mjs").Point} point @param {string} [near] a date that need not be said again */
  const words = (point, near) => {
    if (point.at === undefined) return inShort(point.date);
    const { date, time } = wall(point.at, at.here);
    return date === near ? time : `${inShort(date)}, ${time}`;
  };
  const off = usual.at === undefined && !isWorkingDay(usual.date, calendar) && "A day off.";
  const limits = [
    words(earliest) !== words(usual) && `Not before ${words(earliest, usual.date)}.`,
    words(latest) !== words(usual) && `Not after ${words(latest, usual.date)}.`,
    off,
  ];
  return [h("strong", {}, words(usual)), " ", limits.filter(Boolean).join(" ")];
}

/** @param {import("./timelines.mjs").Step} step @param {Seen} seen */
function writing(step, { facts, at, blanks, guide }) {
  const details = h("details", { id: `write-${step.id}`, className: "writing" }, h("summary", {}, "Write it", visuallyHidden(`: ${step.title}`)));
  details.addEventListener("toggle", async () => {
    if (!details.open || details.querySelector(".letter-panel")) return;
    const content = await fetchApi("messages").then(
      ({ items }) => letterPanel(step.id, items.filter((/** @type {any} */ { id }) => step.messages?.includes(id)), facts, at, blanks, guide.named["thank-anyone"]),
      () => h("p", { className: "note" }, "The messages could not be loaded. Close this and open it again."));
    details.querySelector(":scope > :not(summary)")?.remove();
    details.append(content);
  });
  return details;
}
