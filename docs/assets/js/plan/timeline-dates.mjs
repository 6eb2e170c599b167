/**
 * `<timeline-dates>` shows the dates of one timeline in its drawing and steps, once the reader has entered a day. Each
 * step has `data-when`: the moment it counts from, the unit, and the earliest, usual and latest count.
 */
import { fetchApi } from "../lib/api.mjs";
import { BaseElement } from "../lib/base-element.mjs";
import { button, h } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";
import { formatDate, formatShortDate, formatTime, isDate } from "./dates.mjs";
import { fetchDaysOff } from "./holidays.mjs";
import { readPlan, updatePlan } from "./plan-data.mjs";
import { toWallTime } from "./time-zones.mjs";
import { localZone } from "./zones.mjs";
import { atDaytime, computeDue, findEvent, isDueNow, stepStates } from "./timelines.mjs";

/**
 * @typedef {import("./timelines.mjs").When} When
 * @typedef {{ element: HTMLElement, when: When, due?: import("./timelines.mjs").Due }} Row
 */

customElements.define("timeline-dates", class extends BaseElement {
  setup() {
    this.state = /** @type {HTMLElement} */ (this.querySelector(".dates-form__state"));
    this.save = button("Save as a calendar file", () => this.#save(), { hidden: true });
    this.form.append(this.save);
    const plan = readPlan(store);
    const happened = Object.fromEntries(plan.events.map(({ what, date }) => [findEvent(what)?.moment ?? "", date]));
    this.#prefill({ interview: plan.date, "promised-date": plan.promised, country: plan.country, ...happened });
    this.listen(this.form, "change", () => this.#update());
    this.listen(this.form, "submit", (event) => event.preventDefault());
    this.#update();
  }

  teardown() {
    this.save?.remove();
  }

  /** @param {Record<string, string>} values */
  #prefill(values) {
    for (const [name, value] of Object.entries(values)) {
      const field = /** @type {HTMLInputElement | null} */ (this.form.elements.namedItem(name));
      if (field && value) field.value = value;
    }
  }

  async #update() {
    const entries = [...new FormData(this.form)].map(([name, value]) => [name, String(value)]);
    const country = entries.find(([name]) => name === "country")?.[1] ?? "";
    const [{ zone, end, isGuess }, [calendar, trouble]] = await Promise.all([fetchInterview(), tryFetchDaysOff(country)]);
    const moments = Object.fromEntries(entries.filter(([, value]) => isDate(value)).map(([name, date]) => [name, name === "interview" && end?.date === date ? end : { date }]));
    this.rows = readSteps().map((row) => ({ ...row, due: computeDue(row.when, moments, zone, calendar) }));
    for (const [index, row] of this.rows.entries()) showDates(row, index);
    const here = markPlace(this.rows);
    if (here) showMessage(here);
    const dated = this.rows.filter((row) => row.due).length;
    if (this.save) this.save.hidden = !dated;
    const until = calendar?.until ? ` Public holidays are left out until ${formatDate(calendar.until, { day: "numeric", month: "long", year: "numeric" })}; regional ones aren't included.` : "";
    this.#say(dated ? `${trouble}${isGuess ? "The length of your interview didn't load, so the hours are an estimate. " : ""}${describePlace(here, Boolean(dated))}${until}` : "");
  }

  /** @param {string} text */
  #say(text) {
    if (this.state) this.state.textContent = text;
  }

  async #save() {
    const loaded = await Promise.all([import("./calendar-download.mjs"), import("./step-events.mjs"), import("./interview-timing.mjs")]).catch(() => undefined);
    if (!loaded || !this.isConnected) return this.isConnected && this.#say("The calendar file didn't load. Check your connection, then try again.");
    const [{ createUids, downloadCalendar }, { stepEvents }, { computeTiming }] = loaded;
    updatePlan(store, () => {});
    const plan = readPlan(store);
    const timeline = { id: "", title: this.dataset.title ?? "", moment: "", summary: "", url: "", steps: [] };
    const steps = (this.rows ?? []).map(({ element, when, due }) => ({
      timeline, due, step: { id: element.id, title: element.querySelector("h3")?.textContent ?? "", when, do: element.querySelector(":scope > div")?.textContent?.trim() ?? "" },
    }));
    const timing = computeTiming(plan, Date.now(), localZone(), []);
    downloadCalendar(stepEvents(steps, plan, timing, createUids(), (_, id) => new URL(`#${id}`, location.href).href), steps[0]?.step.id ?? "dates", "timeline");
  }
});

/** The days off of a country, or a message that they could not be loaded. @param {string} country @returns {Promise<[import("./dates.mjs").DaysOff | undefined, string]>} */
function tryFetchDaysOff(country) {
  return fetchDaysOff(country).then((daysOff) => [daysOff, ""], () => [undefined, "The holidays didn't load, so only weekends are left out. "]);
}

/** The zone and the end of the interview in the plan. `isGuess` says that its length is a guess. */
async function fetchInterview() {
  const plan = readPlan(store);
  const zone = plan.zone || localZone();
  if (!plan.date) return { zone };
  const [module, guide] = await Promise.all([import("./interview-timing.mjs").catch(() => undefined), plan.time ? fetchApi("plan").catch(() => undefined) : undefined]);
  return { zone, end: module?.computeTiming(plan, Date.now(), localZone(), guide?.formats ?? []).endPoint, isGuess: !module || (plan.time && !guide) };
}

/** Mark what is past, and the step that is due or comes next. @param {Row[]} rows @returns {Row & { state: string } | undefined} */
function markPlace(rows) {
  const today = toWallTime(Date.now(), localZone()).date;
  const states = stepStates(rows.map(({ element: { classList, dataset }, due }) => ({ due, stop: classList.contains("stop"), messages: dataset.messages?.split(" ") })), today, Date.now());
  const at = [states.findIndex(isDueNow), states.indexOf("ahead")].find((index) => index >= 0) ?? -1;
  for (const [index, { element }] of rows.entries()) {
    element.classList.toggle("is-past", states[index] === "past");
    element.toggleAttribute("aria-current", index === at);
    if (index === at) element.setAttribute("aria-current", "step");
  }
  return rows[at] && { ...rows[at], state: states[at] };
}

/** "You're here: wait until Thursday, December 3. Then: “Send one polite note”." @param {ReturnType<typeof markPlace>} here @param {boolean} isDated */
function describePlace(here, isDated) {
  if (!here?.due) return isDated ? "Every date here has passed, so let it rest." : "";
  const title = `“${here.element.querySelector("h3")?.textContent?.trim()}”`;
  if (here.state === "late") return `You're here: ${title} is late, but still worth doing now.`;
  if (here.state === "now") return `You're here: it's time for ${title}.`;
  return `You're here: wait until ${formatDate(atDaytime(here.due, localZone()).date)}. Then: ${title}.`;
}

/** Show the message of a step on the day it is due. @param {Row & { state: string }} here */
async function showMessage({ element, state }) {
  const ids = element.dataset.messages?.split(" ") ?? [];
  if (!isDueNow(state) || !ids.length || element.querySelector(".letter-panel")) return;
  const plan = readPlan(store);
  const loaded = await Promise.all([import("./message-panel.mjs"), import("./interview-timing.mjs"), fetchApi("messages"), fetchApi("taxonomy"), fetchApi("plan")]).catch(() => undefined);
  if (!loaded || !element.hasAttribute("aria-current") || element.querySelector(".letter-panel")) return;
  const [{ messagePanel }, { computeTiming }, { items }, { placeholders }, guide] = loaded;
  const blanks = Object.fromEntries(placeholders.map((/** @type {any} */ { id, title }) => [id, title]));
  const timing = computeTiming(plan, Date.now(), localZone(), guide.formats);
  element.append(messagePanel(element.id, items.filter((/** @type {any} */ { id }) => ids.includes(id)), plan, timing, blanks, guide.named["thank-anyone"]));
}

/** @returns {Row[]} */
function readSteps() {
  return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-when]"))].map((element) => {
    const [moment, unit, earliest, usual, latest] = (element.dataset.when ?? "").split(" ");
    return { element, when: /** @type {When} */ ({ moment, unit, earliest: Number(earliest), usual: Number(usual), latest: Number(latest) }) };
  });
}

/** Show or remove the dates of a step, in its text and on the drawing. @param {Row} row @param {number} index */
function showDates({ element, due }, index) {
  element.querySelector(".dated")?.remove();
  const drawn = document.querySelector(`.drawn > [data-step="${index}"]`);
  for (const markDrawing of drawn?.querySelectorAll(".dates, .until") ?? []) markDrawing.remove();
  drawn?.classList.toggle("has-dates", Boolean(due));
  if (!due) return;
  const usual = atDaytime(due, localZone());
  const time = usual.at === undefined ? "" : `, ${formatTime(toWallTime(usual.at, localZone()).time)}`;
  const words = due.earliest.date === due.latest.date ? `${formatDate(usual.date)}${time}`
    : `${formatDate(usual.date)}${time}; from ${formatShortDate(due.earliest.date)} to ${formatShortDate(due.latest.date)}`;
  element.querySelector(".when")?.append(h("strong", { className: "dated" }, words));
  if (drawn) mark(drawn, { ...due, usual });
}

/** Add the dates of a step to the drawing. @param {Element} drawn @param {import("./timelines.mjs").Due} due */
function mark(drawn, { earliest, usual, latest }) {
  const form = /** @type {const} */ ({ day: "numeric", month: "short" });
  drawn.prepend(h("div", { className: "span dates" }, h("b", {}, formatDate(usual.date, form)), " ", formatDate(usual.date, { weekday: "short" })));
  if (earliest.date !== latest.date) drawn.querySelector(".what")?.append(h("small", { className: "until" }, `${formatDate(earliest.date, form)} to ${formatDate(latest.date, form)}`));
}
