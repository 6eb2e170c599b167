/** The form of <my-plan>: saves its fields in the plan, and shows what another tab changed. */
import { fetchApi } from "../lib/api.mjs";
import { h, pluralize } from "../lib/dom.mjs";
import { randomId } from "../lib/random-id.mjs";
import { PLAN } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { ONLINE } from "./clock.mjs";
import { formatShortDate, formatTime } from "./dates.mjs";
import { readPlan, updateMember, updatePlan } from "./plan-data.mjs";
import { allZones, findZone, toWallTime } from "./time-zones.mjs";
import { cityName, localZone } from "./zones.mjs";
import { formatDuration } from "./view-helpers.mjs";

/** Fields that are saved with each key. */
const TYPED = ["company", "role", "place", "me", "topic"];

export class PlanForm {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.people = /** @type {HTMLElement} */ (form.querySelector(".people"));
    this.template = /** @type {HTMLTemplateElement} */ (form.querySelector("template"));
    form.querySelector("datalist")?.replaceChildren(...allZones().map((value) => h("option", { value }, cityName(value))));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", ({ target }) => this.#onChange(/** @type {any} */ (target)));
    form.addEventListener("input", ({ target }) => this.#onInput(/** @type {any} */ (target)));
    form.addEventListener("click", ({ target }) => this.#onClick(/** @type {Element} */ (target)));
  }

  /** @param {HTMLInputElement} field */
  #onChange({ name, value }) {
    if (name === "formats") this.#save({ formats: this.#checkedFormats() });
    else if (name === "hours" || name === "journey") this.#save({ [name]: Number(value) });
    else if (name === "promised-in-words") this.#savePromise(value);
    else if (name === "zone") this.#saveZone(value);
    else if (name && !TYPED.includes(name)) this.#save({ [name]: value });
  }

  /** @param {string} words */
  async #savePromise(words) {
    const loaded = await import("./date-in-words.mjs").catch(() => undefined);
    if (loaded) this.#save({ promised: loaded.dateInWords(words, toWallTime(Date.now(), localZone()).date) });
  }

  /** @param {HTMLInputElement} field */
  #onInput(field) {
    if (TYPED.includes(field.name)) this.#save({ [field.name]: field.value });
    const { part } = field.dataset;
    const id = /** @type {HTMLElement | null} */ (field.closest(".met"))?.dataset.id;
    if (!part || !id) return;
    updateMember(store, "people", id, { [part]: field.value, ...(part === "person" ? { chosen: true } : {}) });
    if (part === "role") this.#guess(id, field.value);
  }

  /** Guess the kind of person from the job title, until the reader chooses one. @param {string} id @param {string} role */
  async #guess(id, role) {
    const loaded = await Promise.all([import("./likely-questions.mjs"), fetchApi("plan")]).catch(() => undefined);
    const member = store.getRecord(PLAN)?.people?.find((/** @type {any} */ one) => one?.id === id);
    if (!loaded || !member || member.chosen || member.role !== role) return;
    const [{ guessPerson }, { people }] = loaded;
    updateMember(store, "people", id, { person: guessPerson(role, people) });
  }

  /** @param {Element} target */
  #onClick(target) {
    const row = /** @type {HTMLElement | null} */ (target.closest(".met"));
    if (target.closest("[data-remove]") && row?.dataset.id) {
      updateMember(store, "people", row.dataset.id);
      /** @type {HTMLElement} */ (this.form.querySelector("[data-add]")).focus();
    }
    if (target.closest("[data-add]")) {
      updateMember(store, "people", randomId(), { name: "", role: "", person: "" });
      /** @type {HTMLElement | null} */ (this.people.querySelector(".met:last-child input"))?.focus();
    }
  }

  /** @param {string} typed */
  #saveZone(typed) {
    const zone = findZone(typed);
    this.unknownZone = typed.trim() && !zone ? typed.trim() : "";
    if (!this.unknownZone) this.#save({ zone });
    else this.render();
  }

  /** @param {Record<string, any>} part */
  #save(part) {
    updatePlan(store, (plan) => Object.assign(plan, part));
  }

  #checkedFormats() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll("[name=formats]:checked"))].map(({ value }) => value);
  }

  /** @param {import("./interview-timing.mjs").InterviewTiming} [timing] @param {Record<string, string>} [notes] by id */
  render(timing, notes) {
    const plan = readPlan(store);
    const isOther = this.interview !== undefined && this.interview !== store.state.interview;
    this.interview = store.state.interview;
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll("[name]"))) this.#fill(field, plan, isOther);
    this.#renderPeople(plan.people, isOther);
    const talked = /** @type {HTMLElement} */ (this.form.querySelector("[data-talked]"));
    if (timing) talked.hidden = !plan.topic && !["after", "over"].includes(timing.stage);
    const texts = summaries(plan);
    for (const [id, text] of Object.entries(texts)) {
      const summary = this.form.querySelector(`#${id} .ask-known`);
      if (summary) summary.textContent = text;
    }
    const soon = this.form.querySelector(".field--journey");
    if (soon) /** @type {HTMLElement} */ (soon).hidden = plan.travel === ONLINE;
    const zone = this.unknownZone && `Choose a large city in the same time zone: “${this.unknownZone}” isn't in the list.`;
    for (const [id, text] of Object.entries({ ...notes, ...(zone && { "when-note": zone }) })) {
      const note = /** @type {HTMLElement} */ (this.form.querySelector(`#${id}`));
      if (note.textContent !== text) note.textContent = text;
    }
  }

  /** @param {HTMLInputElement} field @param {any} plan @param {boolean} isOther whether another tab has switched to this interview */
  #fill(field, plan, isOther) {
    if (field === document.activeElement && field.type !== "checkbox" && !isOther) return;
    if (field.name === "formats") field.checked = plan.formats.includes(field.value);
    else if (field.name === "zone") field.value = this.unknownZone || plan.zone || localZone();
    else if (field.name !== "promised-in-words") field.value = String(plan[field.name] || "");
  }

  /** @param {import("./plan-data.mjs").PanelMember[]} people @param {boolean} isOther */
  #renderPeople(people, isOther) {
    const rows = new Map([.../** @type {HTMLCollectionOf<HTMLElement>} */ (this.people.children)].map((row) => [row.dataset.id, row]));
    for (const [id, row] of rows) if (!people.some((one) => one.id === id)) row.remove();
    for (const [index, met] of people.entries()) {
      const row = rows.get(met.id) ?? this.#addRow(met.id);
      /** @type {HTMLElement} */ (row.querySelector("legend")).textContent = met.name.trim() || `Person ${index + 1}`;
      for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("[data-part]"))) {
        const value = /** @type {any} */ (met)[field.dataset.part ?? ""];
        if (isOther || field !== document.activeElement) field.value = value;
      }
    }
  }

  /** @param {string} id @returns {HTMLElement} */
  #addRow(id) {
    const row = /** @type {HTMLElement} */ (/** @type {Element} */ (this.template.content.firstElementChild).cloneNode(true));
    row.dataset.id = id;
    this.people.append(row);
    return row;
  }
}

/** The answers, for the summaries of the closed sections. @param {import("./plan-data.mjs").PlanData} plan @returns {Record<string, string>} */
function summaries({ date, time, hours, travel, journey, formats, people, company, role, field, promised, country }) {
  return {
    "ask-when": date ? [formatShortDate(date), formatTime(time)].filter(Boolean).join(", ") : "",
    "ask-time": hours > 0 ? `${formatDuration(hours * 60)} a day` : hours ? "none" : "",
    "ask-way": travel === ONLINE ? "online" : journey ? formatDuration(journey) : "",
    "ask-formats": formats.length ? pluralize(formats.length, "format") : "",
    "ask-people": people.length ? pluralize(people.length, "person", "people") : "",
    "ask-work": [role, company].map((text) => text.trim()).filter(Boolean).join(", ") || (field ? "field chosen" : ""),
    "ask-after": promised ? formatShortDate(promised) : country,
  };
}
