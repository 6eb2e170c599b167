/**
 * `<practice-round>`: the form inside it chooses a round; the round itself fills the screen. Where it stands is kept
 * under `round`, what was chosen under `practice`.
 */
import "../my-data/interview-switch.mjs";
import { formatMinutes } from "../lib/stopwatch.mjs";
import { button, confirmDialog, pluralize, retryNotice, h } from "../lib/dom.mjs";
import { readPlan } from "../plan/plan-data.mjs";
import { ROUND, ROUND_OPTIONS } from "../storage/saved-names.mjs";
import { cards, practice, practised, questions } from "./practice-data.mjs";
import { pick, wording } from "./question-picker.mjs";
import { dayOf, isDue } from "./spaced-repetition.mjs";
import { isRecord, toText } from "../storage/validators.mjs";
import { timestampAfter } from "../storage/state.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";
import { storageNotices } from "../storage/notices.mjs";

/** @typedef {import("./question-picker.mjs").Choice} Choice */
/** @typedef {import("./practice-data.mjs").Card} Card */
/** @typedef {import("./round-dialog.mjs").Round} Round */

customElements.define("practice-round", class extends StoreElement {
  /** @type {Card[] | undefined} */
  #loaded;
  /** Whether a round is open, or about to be. */
  #busy = false;
  note = h("div", { className: "round-note" });
  #seed = new URLSearchParams(location.search).get("seed") ?? String(Math.random());
  #interview = "";

  /** There before anything that asks for it is drawn. */
  get #cards() {
    return /** @type {Card[]} */ (this.#loaded);
  }

  setup() {
    this.head = h("interview-switch");
    this.prepend(this.head, this.note);
    this.listen(this.form, "submit", (event) => {
      event.preventDefault();
      this.#begin();
    });
    this.listen(this.form, "input", ({ target }) => this.#keep(target.name));
    this.#load();
  }

  teardown() {
    this.head.remove();
    this.note.remove();
  }

  async #load() {
    try {
      this.#loaded = await cards();
    } catch {
      return this.#failed(() => this.#load());
    }
    this.render();
  }

  render() {
    if (this.#busy || !this.#loaded) return;
    if (this.#interview !== store.state.interview) this.#restore();
    const { asked, fitting, seconds } = this.#pick();
    const mine = this.#fromPlan() ? " From your plan." : "";
    const about = asked.length ? `${pluralize(asked.length, "question")}, ${formatMinutes(seconds)}.${mine} ${pluralize(fitting, "question")} fit.`
      : "No question fits. Untick something below.";
    this.#say(about);
    /** @type {HTMLButtonElement} */ (this.form.querySelector(".big-button")).disabled = !asked.length;
    this.#renderDue();
    this.#renderNote();
  }

  /** @param {string} words */
  #say(words) {
    const said = /** @type {HTMLOutputElement} */ (this.querySelector(".round-about"));
    if (said.value !== words) said.value = words;
  }

  #renderDue() {
    const box = /** @type {HTMLElement} */ (this.querySelector(".round-due"));
    const due = this.#due();
    box.hidden = !due.length;
    const words = due.length === 1 ? "One question comes back today." : `${due.length} questions come back today.`;
    if (box.dataset.shown !== words) {
      box.dataset.shown = words;
      box.replaceChildren(`${words} `, button("Practise these", () => this.#begin(this.#due())));
    }
  }

  #renderNote() {
    const open = keptRound(this.#cards);
    const key = JSON.stringify([open?.at, open?.asked.length, storageNotices()]);
    if (this.note.dataset.shown === key) return;
    this.note.dataset.shown = key;
    const resume = open ? [h("p", { className: "round-open" }, `You were at question ${open.at + 1} of ${open.asked.length}. `,
      button("Go on", () => this.#open(open.asked.map(({ id }) => id), () => open), { className: "quiet-button quiet-button--strong" }), " ", button("Drop it", () => store.change("Dropped a round", dropRound)))] : [];
    this.note.replaceChildren(...resume, ...storageNotices().map((text) => h("p", { className: "trouble-note" }, text)));
  }

  #due() {
    const today = dayOf(new Date());
    const { date } = readPlan(store);
    return this.#cards.filter((card) => isDue(practised(card), date, today)).map(({ id }) => id);
  }

  /** Fill the form: what was chosen last; without filters of the reader's own, those of the plan. */
  #restore() {
    this.#interview = store.state.interview;
    const kept = store.getRecord(ROUND_OPTIONS);
    const given = { ...(isRecord(kept) ? kept : {}) };
    if (!given.own) Object.assign(given, this.#planned(), { families: [] });
    for (const field of /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (this.form.querySelectorAll("input, select"))) {
      const value = given[field.name];
      if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
        field.checked = value === undefined ? field.defaultChecked : [value].flat().includes(field.value);
      } else if (value !== undefined) {
        const before = field.value;
        field.value = toText(value);
        if (!field.value) field.value = before;
      }
    }
  }

  #planned() {
    const { formats, people, field } = readPlan(store);
    return { formats, people: people.map(({ person }) => person).filter(Boolean), field };
  }

  #fromPlan() {
    const { formats, people, field } = this.#planned();
    return !(isRecord(store.getRecord(ROUND_OPTIONS)) && store.getRecord(ROUND_OPTIONS).own) && Boolean(formats.length || people.length || field);
  }

  /** @param {string} name of the field that changed */
  #keep(name) {
    const was = store.getRecord(ROUND_OPTIONS);
    const own = ["formats", "people", "families", "field"].includes(name) || (isRecord(was) && was.own === true);
    const { seed, ...chosen } = this.#chosen();
    store.setRecord(ROUND_OPTIONS, { ...chosen, record: this.#records(), own });
  }

  #records() {
    return new FormData(this.form).has("record") ? ["yes"] : [];
  }

  /** @returns {Choice} */
  #chosen() {
    const data = new FormData(this.form);
    const all = (/** @type {string} */ name) => data.getAll(name).map(String);
    const number = (/** @type {string} */ name, /** @type {number} */ most) => Math.min(most, Math.max(0, Math.round(Number(data.get(name))) || 0));
    return {
      formats: all("formats"), people: all("people"), families: all("families"), field: String(data.get("field") ?? ""),
      count: Math.max(1, number("count", 20)), minutes: number("minutes", 120), think: number("think", 300),
      order: /** @type {Choice["order"]} */ (data.get("order") ?? "mixed"), seed: this.#seed,
    };
  }

  /** @param {string[]} [only] */
  #pick(only) {
    const choice = this.#chosen();
    return pick(this.#cards, only ? { ...choice, only } : choice, practised);
  }

  /** @param {string[]} [only] */
  async #begin(only) {
    const { think } = this.#chosen();
    const { asked } = this.#pick(only);
    const seed = this.#seed;
    if (!asked.length) return;
    this.#seed = String(Math.random());
    const record = this.#records().length > 0;
    const words = (/** @type {import("./practice-data.mjs").Question[]} */ all) => all.map((question) => ({ id: question.id, wording: wording(question, seed) }));
    this.#open(asked, async (all) => ({ asked: words(all), at: 0, stage: "think", think, record: record && (await mayRecord()), rungs: 0 }));
  }

  /** Load what the round shows and what shows it. @param {string[]} ids @param {(all: import("./practice-data.mjs").Question[]) => Round | Promise<Round>} round */
  async #open(ids, round) {
    if (this.#busy) return;
    this.#busy = true;
    this.#say("One moment …");
    const opener = /** @type {HTMLElement | null} */ (document.activeElement);
    try {
      const [{ RoundView }, { people }, all] = await Promise.all([import("./round-dialog.mjs"), practice(), questions(ids)]);
      const view = new RoundView({ questions: all, people }, await round(all), (again) => {
        this.#busy = false;
        this.render();
        if (again) this.#begin();
        else (opener?.isConnected ? opener : /** @type {HTMLElement} */ (this.querySelector("button"))).focus();
      });
      this.append(view.dialog);
      view.open();
    } catch {
      this.#busy = false;
      this.render();
      this.#failed(() => this.#open(ids, round));
    }
  }

  /** @param {() => void} again */
  #failed(again) {
    delete this.note.dataset.shown;
    this.note.replaceChildren(retryNotice("The questions could not be loaded.", again));
  }
});

/** Ask first when sound would fill the disk. A browser that keeps nothing says so when recording begins. */
async function mayRecord() {
  const [{ fills }, { allTakes, room, sizeOf }] = await Promise.all([import("./recorder.mjs"), import("./recordings.mjs")]);
  const question = fills(await room(), sizeOf(await allTakes().catch(() => [])));
  return !question || confirmDialog(question, "Record", "Without");
}

/** A round that was left, if it can be gone on with. @param {Card[]} all @returns {Round | undefined} */
function keptRound(all) {
  const kept = store.getRecord(ROUND);
  if (!isRecord(kept) || !Array.isArray(kept.asked) || kept.stage === "end") return undefined;
  const known = new Set(all.map(({ id }) => id));
  const asked = kept.asked.filter((one) => isRecord(one) && known.has(one.id) && typeof one.wording === "string");
  const at = Number(kept.at);
  if (!Number.isInteger(at) || at < 0 || at >= asked.length || asked.length !== kept.asked.length) return undefined;
  return { asked, at, stage: toText(kept.stage), think: Number(kept.think) || 0, record: kept.record === true, rungs: Number(kept.rungs) || 0 };
}

/** @param {import("../storage/state.mjs").State} state */
function dropRound({ interviews, interview }) {
  const { kept } = interviews[interview];
  kept.round = { value: null, at: timestampAfter(kept.round?.at) };
}
