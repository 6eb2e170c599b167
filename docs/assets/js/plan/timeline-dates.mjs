/**
 * `<timeline-dates>`: the dates of one timeline. Put in a day, and the drawing and the steps of the page show theirs.
 * Each step of the page says in `data-when` from which moment it counts, in which unit, and how many.
 */
import { BaseElement } from "../lib/base-element.mjs";
import { fetchApi } from "../lib/api.mjs";
import { button, h } from "../lib/dom.mjs";
import { due, wakeful } from "./timelines.mjs";
import { inShort, inWords, isDate } from "./dates.mjs";
import { stepEvents } from "./calendar-events.mjs";
import { amend, facts } from "./plan-data.mjs";
import { naming, saveCalendar } from "./calendar-download.mjs";
import { calendarOf } from "./holidays.mjs";
import { situation } from "./interview-stage.mjs";
import { here, wall } from "./time-zones.mjs";
import { store } from "../storage/store.mjs";

/**
 * @typedef {import("./timelines.mjs").When} When
 * @typedef {{ element: HTMLElement, when: When, due?: import("./timelines.mjs").Due }} Row
 */

customElements.define("timeline-dates", class extends BaseElement {
  setup() {
    this.state = /** @type {HTMLElement} */ (this.querySelector(".dates-form__state"));
    this.save = button("Save as a calendar file", () => this.#save(), { hidden: true });
    this.form.append(this.save);
    const known = facts(store);
    this.#prefill({ interview: known.date, "promised-date": known.promised, country: known.country });
    this.listen(this.form, "change", () => this.#draw());
    this.listen(this.form, "submit", (event) => event.preventDefault());
    this.#draw();
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

  async #draw() {
    const entries = [...new FormData(this.form)].map(([name, value]) => [name, String(value)]);
    const country = entries.find(([name]) => name === "country")?.[1] ?? "";
    const [{ zone, end, guessed }, [calendar, trouble]] = await Promise.all([planned(), daysOff(country)]);
    const moments = Object.fromEntries(entries.filter(([, value]) => isDate(value)).map(([name, date]) => [name, name === "interview" && end?.date === date ? end : { date }]));
    this.rows = stepsOfPage().map((row) => ({ ...row, due: due(row.when, moments, zone, calendar) }));
    for (const [index, row] of this.rows.entries()) show(row, index);
    const found = this.rows.filter((row) => row.due).length;
    if (this.save) this.save.hidden = !found;
    const until = calendar?.until ? ` Public holidays are known until ${inWords(calendar.until, { day: "numeric", month: "long", year: "numeric" })}; regional ones are not counted.` : "";
    if (this.state) this.state.textContent = found ? `${trouble}${guessed ? "How long your interview takes could not be loaded; hours count from a guess. " : ""}${found} of ${this.rows.length} steps have their dates, below.${until}` : "";
  }

  #save() {
    amend(store, () => {});
    const known = facts(store);
    const timeline = { id: "", title: this.dataset.title ?? "", moment: "", summary: "", url: "", steps: [] };
    const steps = (this.rows ?? []).map(({ element, when, due: found }) => ({
      timeline, due: found, step: { id: element.id, title: element.querySelector("h3")?.textContent ?? "", when, do: element.querySelector(":scope > div")?.textContent?.trim() ?? "" },
    }));
    const at = situation(known, Date.now(), here(), []);
    saveCalendar(stepEvents(steps, known, at, naming(), (_, id) => new URL(`#${id}`, location.href).href), steps[0]?.step.id ?? "dates", "timeline");
  }
});

/** The days off of a country, and what to say where they are not to be had. @param {string} country @returns {Promise<[import("./dates.mjs").Calendar | undefined, string]>} */
function daysOff(country) {
  return calendarOf(country).then((found) => [found, ""], () => [undefined, "The holidays could not be loaded; only weekends are counted. "]);
}

/** The zone of the interview of the plan, and when it ends where its time is known: from then on hours count. */
async function planned() {
  const known = facts(store);
  const guide = known.time ? await fetchApi("plan").catch(() => undefined) : undefined;
  const { zone, point } = situation(known, Date.now(), here(), guide?.formats ?? []);
  return { zone, end: point, guessed: known.time && !guide };
}

/** @returns {Row[]} */
function stepsOfPage() {
  return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-when]"))].map((element) => {
    const [moment, unit, earliest, usual, latest] = (element.dataset.when ?? "").split(" ");
    return { element, when: /** @type {When} */ ({ moment, unit, earliest: Number(earliest), usual: Number(usual), latest: Number(latest) }) };
  });
}

/** Put the dates of one step beside it and on the drawing, or take them away. @param {Row} row @param {number} index */
function show({ element, due: found }, index) {
  element.querySelector(".dated")?.remove();
  const drawn = document.querySelector(`.drawn > [data-step="${index}"]`);
  for (const mark of drawn?.querySelectorAll(".dates, .until") ?? []) mark.remove();
  drawn?.classList.toggle("has-dates", Boolean(found));
  if (!found) return;
  const usual = wakeful(found, here());
  const time = usual.at === undefined ? "" : `, ${wall(usual.at, here()).time}`;
  const words = found.earliest.date === found.latest.date ? `${inWords(usual.date)}${time}`
    : `${inWords(usual.date)}${time}; from ${inShort(found.earliest.date)} to ${inShort(found.latest.date)}`;
  element.querySelector(".when")?.append(h("strong", { className: "dated" }, words));
  if (drawn) mark(drawn, { ...found, usual });
}

/** Put the dates of one step on the drawing. @param {Element} drawn @param {import("./timelines.mjs").Due} due */
function mark(drawn, { earliest, usual, latest }) {
  const form = /** @type {const} */ ({ day: "numeric", month: "short" });
  drawn.prepend(h("div", { className: "span dates" }, h("b", {}, inWords(usual.date, form)), " ", inWords(usual.date, { weekday: "short" })));
  if (earliest.date !== latest.date) drawn.querySelector(".what")?.append(h("small", { className: "until" }, `${inWords(earliest.date, form)} to ${inWords(latest.date, form)}`));
}
