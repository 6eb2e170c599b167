/** The questions of the plan: what is in the fields goes into the facts, and what another tab changed comes into the fields. */
import { pluralize, h } from "../lib/dom.mjs";
import { PLAN } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { fetchApi } from "../lib/api.mjs";
import { inWords, isTime } from "./dates.mjs";
import { duration } from "./view-helpers.mjs";
import { amend, amendOne, facts, newId } from "./plan-data.mjs";
import { city, here, wall, zoneNamed, zones } from "./time-zones.mjs";

const TYPED = ["company", "role", "place", "me", "topic"];

export class PlanForm {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.people = /** @type {HTMLElement} */ (form.querySelector(".people"));
    this.template = /** @type {HTMLTemplateElement} */ (form.querySelector("template"));
    form.querySelector("datalist")?.replaceChildren(...zones().map((value) => h("option", { value }, city(value))));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", ({ target }) => this.#changed(/** @type {any} */ (target)));
    form.addEventListener("input", ({ target }) => this.#typed(/** @type {any} */ (target)));
    form.addEventListener("click", ({ target }) => this.#clicked(/** @type {Element} */ (target)));
  }

  /** @param {HTMLInputElement} field */
  #changed({ name, value }) {
    if (name === "formats") this.#keep({ formats: this.#ticked() });
    else if (name === "hours") this.#keep({ hours: Number(value) });
    else if (name === "zone") this.#zone(value);
    else if (name && !TYPED.includes(name)) this.#keep({ [name]: value });
  }

  /** @param {HTMLInputElement} field */
  #typed(field) {
    if (TYPED.includes(field.name)) this.#keep({ [field.name]: field.value });
    const { part } = field.dataset;
    const id = /** @type {HTMLElement | null} */ (field.closest(".met"))?.dataset.id;
    if (!part || !id) return;
    amendOne(store, "people", id, { [part]: field.value, ...(part === "person" ? { chosen: true } : {}) });
    if (part === "role") this.#guess(id, field.value);
  }

  /** What a job title says of the person, until the reader says it. @param {string} id @param {string} role */
  async #guess(id, role) {
    const loaded = await Promise.all([import("./likely-questions.mjs"), fetchApi("plan")]).catch(() => undefined);
    const met = store.getRecord(PLAN)?.people?.find((/** @type {any} */ one) => one?.id === id);
    if (!loaded || !met || met.chosen || met.role !== role) return;
    const [{ guess }, { people }] = loaded;
    amendOne(store, "people", id, { person: guess(role, people) });
  }

  /** @param {Element} target */
  #clicked(target) {
    const row = /** @type {HTMLElement | null} */ (target.closest(".met"));
    if (target.closest("[data-remove]") && row?.dataset.id) {
      amendOne(store, "people", row.dataset.id);
      /** @type {HTMLElement} */ (this.form.querySelector("[data-add]")).focus();
    }
    if (target.closest("[data-add]")) {
      amendOne(store, "people", newId(), { name: "", role: "", person: "" });
      /** @type {HTMLElement | null} */ (this.people.querySelector(".met:last-child input"))?.focus();
    }
  }

  /** @param {string} typed */
  #zone(typed) {
    const zone = zoneNamed(typed);
    this.unknown = typed.trim() && !zone ? typed.trim() : "";
    if (!this.unknown) this.#keep({ zone });
    else this.show();
  }

  /** @param {Record<string, any>} part */
  #keep(part) {
    amend(store, (plan) => Object.assign(plan, part));
  }

  #ticked() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll("[name=formats]:checked"))].map(({ value }) => value);
  }

  /** @param {import("./interview-stage.mjs").Situation} [at] */
  show(at) {
    const known = facts(store);
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll("[name]"))) this.#fill(field, known);
    this.#showPeople(known.people);
    const talked = /** @type {HTMLElement} */ (this.form.querySelector("[data-talked]"));
    if (at) talked.hidden = !known.topic && !["after", "over"].includes(at.stage);
    const says = summaries(known);
    for (const [id, text] of Object.entries(says)) {
      const place = this.form.querySelector(`#${id} .ask-known`);
      if (place) place.textContent = text;
    }
    const note = /** @type {HTMLElement} */ (this.form.querySelector("#when-note"));
    const text = this.unknown ? `No clocks known for “${this.unknown}”. Type a large city in the same zone, and choose it from the list.` : at ? clockNote(known, at) : "";
    if (note.textContent !== text) note.textContent = text;
  }

  /** @param {HTMLInputElement} field @param {any} known */
  #fill(field, known) {
    if (field === document.activeElement && field.type !== "checkbox") return;
    if (field.name === "formats") field.checked = known.formats.includes(field.value);
    else if (field.name === "zone") field.value = this.unknown || known.zone || here();
    else field.value = String(known[field.name] || "");
  }

  /** @param {import("./plan-data.mjs").Met[]} people */
  #showPeople(people) {
    const rows = new Map([.../** @type {HTMLCollectionOf<HTMLElement>} */ (this.people.children)].map((row) => [row.dataset.id, row]));
    for (const [id, row] of rows) if (!people.some((one) => one.id === id)) row.remove();
    for (const [index, met] of people.entries()) {
      const row = rows.get(met.id) ?? this.#row(met.id);
      /** @type {HTMLElement} */ (row.querySelector("legend")).textContent = met.name.trim() || `Person ${index + 1}`;
      for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("[data-part]"))) {
        const value = /** @type {any} */ (met)[field.dataset.part ?? ""];
        if (field !== document.activeElement) field.value = value;
      }
    }
  }

  /** @param {string} id @returns {HTMLElement} */
  #row(id) {
    const row = /** @type {HTMLElement} */ (/** @type {Element} */ (this.template.content.firstElementChild).cloneNode(true));
    row.dataset.id = id;
    this.people.append(row);
    return row;
  }
}

/** What is known, for the closed questions. @param {import("./plan-data.mjs").Facts} known @returns {Record<string, string>} */
function summaries({ date, time, hours, formats, people, company, role, field, promised, country }) {
  return {
    "ask-when": date ? [inWords(date, { weekday: "short", day: "numeric", month: "short" }), time].filter(Boolean).join(", ") : "",
    "ask-time": hours ? `${duration(hours * 60)} a day` : "",
    "ask-formats": formats.length ? pluralize(formats.length, "format") : "",
    "ask-people": people.length ? pluralize(people.length, "person", "people") : "",
    "ask-work": [role, company].map((text) => text.trim()).filter(Boolean).join(", ") || (field ? "line of work" : ""),
    "ask-after": promised ? inWords(promised, { weekday: "short", day: "numeric", month: "short" }) : country,
  };
}

/** What the time means on the reader's clock, and what is odd about it. @param {import("./plan-data.mjs").Facts} known @param {import("./interview-stage.mjs").Situation} at */
function clockNote({ date, time }, { zone, here: mine, odd, start, interview }) {
  if (!isTime(time) || start === undefined || !interview) return "";
  const there = wall(start, zone);
  const notes = [
    odd === "skipped" && `The clocks in ${city(zone)} go forward then, and never show ${time}. Ask which time they mean; ${there.time} is counted.`,
    odd === "twice" && `The clocks in ${city(zone)} go back then and show ${time} twice. Ask which one they mean; the first is counted.`,
    (interview.time !== there.time || interview.date !== there.date) && `On your clock, in ${city(mine)}: ${interview.time}${interview.date !== date ? ` on ${inWords(interview.date)}` : ""}.`,
  ];
  return notes.filter(Boolean).join(" ");
}
