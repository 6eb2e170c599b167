/**
 * `<my-plan>`: asks what the reader knows of the interview, and shows what comes of it: the days, what to expect, what
 * to do afterwards, and all of it as a calendar and on paper. The form inside it is complete in the page.
 */
import "./interview-switch.mjs";
import { button, make, siteUrl, unseen } from "./dom.mjs";
import { afterView } from "./plan/after-view.mjs";
import { data } from "./plan/data.mjs";
import { daysBetween, inShort, inWords } from "./plan/dates.mjs";
import { daysView, phasesView } from "./plan/days-view.mjs";
import { duration, link, redraw } from "./plan/draw.mjs";
import { dayEvents, interviewEvents, stepEvents, titled } from "./plan/events.mjs";
import { expectView } from "./plan/expect-view.mjs";
import { facts } from "./plan/facts.mjs";
import { naming, saveCalendar } from "./plan/file.mjs";
import { PlanForm } from "./plan/form.mjs";
import { answered, reckon } from "./plan/reckon.mjs";
import { minutesUntil } from "./plan/situation.mjs";
import { city, wall } from "./plan/zones.mjs";
import { change } from "./print-settings.mjs";
import { StoreElement } from "./store-element.mjs";
import { store } from "./store.mjs";
import { notices } from "./trouble.mjs";

/**
 * @typedef {import("./plan/facts.mjs").Facts} Facts
 * @typedef {Awaited<ReturnType<typeof reckon>>} Reckoned
 */

const SHEETS = ["my-plan", "fifteen-minutes", "panel-map", "pocket-questions", "follow-up-dates"];
const PARTS = { head: "plan-head", days: "plan-days", expect: "plan-expect", after: "plan-after", take: "plan-take" };

customElements.define("my-plan", class extends StoreElement {
  /** @type {Record<string, HTMLElement>} */
  #parts = {};
  #drawing = 0;

  build() {
    const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    this.form = new PlanForm(form);
    this.result = /** @type {HTMLElement} */ (this.querySelector(".plan-result"));
    this.#parts = Object.fromEntries(Object.entries(PARTS).map(([name, className]) => [name, make("section", { className })]));
    this.result.replaceChildren(...Object.values(this.#parts));
    this.trouble = make("span", { role: "status" });
    form.querySelector(".plan-form__foot")?.replaceChildren(make("interview-switch"), " ", this.trouble, " ", link(siteUrl("prepare/my-data/"), "Back up, or plan another interview"));
  }

  async render() {
    const turn = ++this.#drawing;
    this.form?.show();
    /** @type {HTMLElement} */ (this.trouble).textContent = notices().join(" ");
    const known = facts(store);
    const nothing = !answered(known);
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".plan-result, .plan-jump"))) part.hidden = nothing;
    if (nothing) return;
    const loaded = await Promise.all([reckon(known), data("taxonomy")]).catch(() => undefined);
    // While it loaded, something may have changed, and a newer drawing is on its way.
    if (turn !== this.#drawing) return;
    if (!loaded) return redraw(this.#parts.head, [make("p", { className: "trouble-note" }, "The data of the guide could not be loaded. Your answers are kept. ", button("Try again", () => this.render()))]);
    this.#fill(known, ...loaded);
  }

  /** On a phone the answer is below the questions: say it, and lead there. @param {string} answer */
  #jump(answer) {
    const jump = /** @type {HTMLElement} */ (this.querySelector(".plan-jump"));
    jump.replaceChildren(answer, ": see the plan ", make("span", { "aria-hidden": "true" }, "↓"));
  }

  /** @param {Facts} known @param {Reckoned} reckoned @param {any} taxonomy */
  #fill(known, { guide, at, calendar, plan, courses }, taxonomy) {
    this.form?.show(at);
    const ahead = at.stage === "before" || at.stage === "open";
    const steps = courses.flat();
    const titles = (/** @type {any[]} */ terms) => Object.fromEntries(terms.map(({ id, title }) => [id, title]));
    const seen = { facts: known, at, calendar, blanks: titles(taxonomy.placeholders), moments: titles(taxonomy.moments), guide,
      add: (/** @type {import("./plan/events.mjs").Dated} */ one) => saveCalendar(stepEvents([one], known, at, naming(), stepUrl), one.step.id, "plan") };
    const addDay = (/** @type {import("./plan/planner.mjs").Day} */ day) => saveCalendar(dayEvents([day], known, at, naming(), planUrl), `prepare-${day.date}`, "plan");
    const addInterview = () => saveCalendar(interviewEvents(known, at, naming(), planUrl), "interview", "plan");
    const save = () => {
      const uid = naming();
      const events = [...(at.stage === "over" ? [] : interviewEvents(known, at, uid, planUrl)), ...dayEvents(plan?.days ?? [], known, at, uid, planUrl), ...stepEvents(steps, known, at, uid, stepUrl)];
      saveCalendar(events, "my-plan", "plan", true);
    };
    redraw(this.#parts.head, headView(known, at, plan, addInterview));
    this.#jump(this.#parts.head.querySelector("h2")?.textContent ?? "");
    redraw(this.#parts.days, plan ? daysView(seen, plan, addDay) : at.stage === "open" ? phasesView(seen) : []);
    redraw(this.#parts.expect, ahead ? expectView(seen) : []);
    const after = afterView(seen, courses);
    redraw(this.#parts.after, ahead ? [make("details", { id: "after-ahead" }, make("summary", {}, "Afterwards: when to write, and when to stop"), ...after)] : after);
    redraw(this.#parts.take, takeView(known, at.stage === "open" && !steps.some(({ due }) => due) ? undefined : save));
    // What comes next comes first.
    this.result?.append(...(ahead ? ["head", "days", "expect", "after", "take"] : ["head", "after", "take"]).map((name) => this.#parts[name]));
  }
});

const planUrl = siteUrl("plan/");
/** @param {import("./plan/course.mjs").Timeline} timeline @param {string} step */
const stepUrl = (timeline, step) => siteUrl(`${timeline.url}#${step}`);

/**
 * Where the reader stands, in one look.
 * @param {Facts} known @param {import("./plan/situation.mjs").Situation} at @param {Reckoned["plan"]} plan
 * @param {() => void} add the interview to the calendar
 */
function headView(known, at, plan, add) {
  const { stage, interview } = at;
  const name = titled(known);
  const kicker = name ? [make("p", { className: "plan-kicker" }, name)] : [];
  if (stage === "open") return [...kicker, make("h2", { className: "plan-title" }, "No day yet"), make("p", {}, "Begin with what helps on any day. The order stays when the date comes.")];
  if (stage === "over") return [...kicker, make("h2", { className: "plan-title" }, "It is decided"), make("p", {}, "Nothing is left to prepare. What is left to write stands below.")];
  const words = known.date && inWords(interview?.date ?? known.date);
  if (stage === "during") return [...kicker, make("h2", { className: "plan-title" }, "Now"), make("p", {}, link(siteUrl("plan/day/"), "Open the day"), ". Everything else can wait.")];
  if (stage === "after") return [...kicker, make("h2", { className: "plan-title" }, "It is done"), make("p", {}, `${words ? `The interview was on ${words}. ` : ""}Here is when to write, and when to stop.`)];
  const days = daysBetween(at.now.date, interview?.date ?? known.date);
  const next = plan?.days.find(({ pieces }) => pieces.length)?.pieces[0];
  return [
    ...kicker,
    make("h2", { className: "plan-title" }, countdown(days, at.start)),
    make("p", { className: "plan-when" }, `${words}${known.time ? `, ${clocks(at)}` : ""}`),
    ...(next ? [make("p", { className: "plan-next" }, make("span", {}, "Next"), make("strong", {}, next.task.text), make("small", {}, duration(next.minutes)))] : []),
    make("p", { className: "actions" }, make("a", { className: "button button--quiet", href: siteUrl("plan/day/") }, "The day on one screen"), " ",
      make("button", { type: "button", className: "button button--quiet", id: "add-interview", click: add }, "Add it to my calendar")),
  ];
}

/** @param {number} days @param {number} [start] */
function countdown(days, start) {
  if (days > 1) return `${days} days to go`;
  if (days === 1) return "Tomorrow";
  return start === undefined ? "Today" : `Today, in ${duration(minutesUntil(Date.now(), start))}`;
}

/** "20:00 for you in New York (Tue 1 Dec, 10:00 in Tokyo)". @param {import("./plan/situation.mjs").Situation} at */
function clocks({ start = 0, zone, here: mine, interview }) {
  const { date, time } = wall(start, zone);
  if (time === interview?.time) return time;
  return `${interview?.time} for you in ${city(mine)} (${date === interview?.date ? "" : `${inShort(date)}, `}${time} in ${city(zone)})`;
}

/** The plan in the calendar and on paper. @param {Facts} known @param {() => void} [save] what there is as a calendar file */
function takeView(known, save) {
  const packet = make("a", { className: "button button--quiet", id: "packet", href: siteUrl("print/packet/"), click: () => change({ packet: [...known.formats, ...SHEETS] }) }, "Print it with its sheets");
  return [
    make("h2", { id: "take-it" }, "Take it with you"),
    ...(save ? [make("p", {}, "One calendar file holds the interview, the hours of preparation and the steps afterwards, each with an alarm. When the plan changes, save and open it again: the entries move, and none is doubled.")] : []),
    make("p", { className: "actions" },
      ...(save ? [make("button", { type: "button", className: "button", id: "save-calendar", click: save }, "Save the calendar file", unseen(" (.ics)")), " "] : []),
      make("button", { type: "button", className: "button button--quiet", id: "print-plan", click: () => print() }, "Print this plan"), " ", packet),
  ];
}
