/**
 * `<practice-round>` has the form with the options of a round, and opens the round in a dialog. The options and an
 * unfinished round are saved.
 */
import { button, confirmDialog, h, pluralize, retryNotice, setText } from "../lib/dom.mjs";
import { fetchCards, fetchPractice, fetchQuestions } from "../lib/practice-data.mjs";
import { formatMinutes } from "../lib/stopwatch.mjs";
import "../my-data/interview-switch.mjs";
import { readPlanFilters } from "../plan/plan-filters.mjs";
import { storageNotices } from "../storage/notices.mjs";
import { ROUND, ROUND_OPTIONS } from "../storage/saved-names.mjs";
import { timestampAfter } from "../storage/state.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { store } from "../storage/store.mjs";
import { isRecord, toText } from "../storage/validators.mjs";
import { readPracticeRecord } from "./practice-record.mjs";
import { pickQuestions, pickWording } from "./question-picker.mjs";
import { isDue, localDay } from "./spaced-repetition.mjs";

/** @typedef {import("./question-picker.mjs").RoundOptions} RoundOptions */
/** @typedef {import("../lib/practice-data.mjs").Card} Card */
/** @typedef {import("./round-dialog.mjs").Round} Round */

customElements.define("practice-round", class extends StoreElement {
  /** @type {Card[] | undefined} undefined until they are loaded */
  #loaded;
  /** Whether a round is open or loading. */
  #isOpen = false;
  note = h("div", { className: "round-note" });
  #seed = new URLSearchParams(location.search).get("seed") ?? String(Math.random());
  #interview = "";

  /** Only used after they are loaded. */
  get #cards() {
    return /** @type {Card[]} */ (this.#loaded);
  }

  setup() {
    this.head = h("interview-switch");
    this.prepend(this.head, this.note);
    this.listen(this.form, "submit", (event) => {
      event.preventDefault();
      this.#start();
    });
    this.listen(this.form, "input", ({ target }) => this.#saveOptions(target.name));
    this.#load();
  }

  teardown() {
    this.head.remove();
    this.note.remove();
  }

  async #load() {
    try {
      this.#loaded = await fetchCards();
    } catch {
      return this.#showFailure(() => this.#load());
    }
    this.render();
    this.#startFromAddress();
  }

  /** Start a round with the `?question=<id>` or the `?format=<id>` in the address; once, because a reload leads back to the form. */
  #startFromAddress() {
    const params = new URLSearchParams(location.search);
    const [question, format] = ["question", "format"].map((name) => params.get(name) ?? "");
    const found = this.#cards.filter(({ id, aliases = [], formats }) => [id, ...aliases].includes(question) || formats.includes(format));
    if (!found.length) return;
    history.replaceState(history.state, "", location.pathname);
    this.#start(found.map(({ id }) => id));
  }

  render() {
    if (this.#isOpen || !this.#loaded) return;
    if (this.#interview !== store.state.interview) this.#restoreOptions();
    const { asked, fitting, seconds } = this.#pick();
    const origin = this.#usesPlan() ? " that fit your plan" : "";
    const about = asked.length ? `${pluralize(asked.length, "question")}, ${formatMinutes(seconds)}, picked from ${fitting}${origin}.`
      : "Uncheck something below: no question matches all of it.";
    this.#showStatus(about);
    /** @type {HTMLButtonElement} */ (this.form.querySelector(".big-button")).disabled = !asked.length;
    this.#renderDue();
    this.#renderNote();
  }

  /** @param {string} text */
  #showStatus(text) {
    setText(/** @type {HTMLElement} */ (this.querySelector(".round-about")), text);
  }

  #renderDue() {
    const box = /** @type {HTMLElement} */ (this.querySelector(".round-due"));
    const due = this.#due();
    box.hidden = !due.length;
    const text = due.length === 1 ? "One question is due again today." : `${due.length} questions are due again today.`;
    if (box.dataset.shown !== text) {
      box.dataset.shown = text;
      box.replaceChildren(`${text} `, button("Practice these", () => this.#start(this.#due())));
    }
  }

  #renderNote() {
    const open = readUnfinishedRound(this.#cards);
    const key = JSON.stringify([open?.at, open?.asked.length, storageNotices()]);
    if (this.note.dataset.shown === key) return;
    this.note.dataset.shown = key;
    const resume = open ? [h("p", { className: "round-open" }, `You were at question ${open.at + 1} of ${open.asked.length}. `,
      button("Continue", () => this.#open(open.asked.map(({ id }) => id), () => open), { className: "quiet-button quiet-button--strong" }), " ", button("End this round", () => store.change("Ended the round", discardRound)))] : [];
    this.note.replaceChildren(...resume, ...storageNotices().map((text) => h("p", { className: "trouble-note" }, text)));
  }

  #due() {
    const today = localDay(new Date());
    const { date } = readPlanFilters(store);
    return this.#cards.filter((card) => isDue(readPracticeRecord(card), date, today)).map(({ id }) => id);
  }

  /** Fill the form with the saved options. Until the reader changes the filters, they come from the plan. */
  #restoreOptions() {
    this.#interview = store.state.interview;
    const saved = store.getRecord(ROUND_OPTIONS);
    const options = { ...(isRecord(saved) ? saved : {}) };
    if (!options.own) Object.assign(options, readPlanFilters(store), { families: [] });
    for (const field of /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (this.form.querySelectorAll("input, select"))) {
      const value = options[field.name];
      if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
        field.checked = value === undefined ? field.defaultChecked : [value].flat().includes(field.value);
      } else if (value !== undefined) {
        const before = field.value;
        field.value = toText(value);
        if (!field.value) field.value = before;
      }
    }
  }

  #usesPlan() {
    const { formats, people, field } = readPlanFilters(store);
    return !(isRecord(store.getRecord(ROUND_OPTIONS)) && store.getRecord(ROUND_OPTIONS).own) && Boolean(formats.length || people.length || field);
  }

  /** @param {string} name of the field that changed */
  #saveOptions(name) {
    const saved = store.getRecord(ROUND_OPTIONS);
    const own = ["formats", "people", "families", "field"].includes(name) || (isRecord(saved) && saved.own === true);
    const { seed, ...options } = this.#options();
    store.setRecord(ROUND_OPTIONS, { ...options, record: this.#recordValue(), own });
  }

  #recordValue() {
    return new FormData(this.form).has("record") ? ["yes"] : [];
  }

  /** @returns {RoundOptions} */
  #options() {
    const data = new FormData(this.form);
    const all = (/** @type {string} */ name) => data.getAll(name).map(String);
    const number = (/** @type {string} */ name, /** @type {number} */ most) => Math.min(most, Math.max(0, Math.round(Number(data.get(name))) || 0));
    return {
      formats: all("formats"), people: all("people"), families: all("families"), field: String(data.get("field") ?? ""),
      count: Math.max(1, number("count", 20)), minutes: number("minutes", 120), think: number("think", 300),
      order: /** @type {RoundOptions["order"]} */ (data.get("order") ?? "likely"), seed: this.#seed,
    };
  }

  /** @param {string[]} [only] */
  #pick(only) {
    const options = this.#options();
    return pickQuestions(this.#cards, only ? { ...options, only } : options, readPracticeRecord);
  }

  /** @param {string[]} [only] */
  async #start(only) {
    const { think } = this.#options();
    const { asked } = this.#pick(only);
    const seed = this.#seed;
    if (!asked.length) return;
    this.#seed = String(Math.random());
    const record = this.#recordValue().length > 0;
    const toAsked = (/** @type {import("../lib/practice-data.mjs").Question[]} */ all) => all.map((question) => ({ id: question.id, wording: pickWording(question, seed) }));
    this.#open(asked, async (all) => ({ asked: toAsked(all), at: 0, stage: "think", think, record: record && (await confirmRecording()), rungs: 0 }));
  }

  /** Load the questions and the dialog, and open it. @param {string[]} ids @param {(all: import("../lib/practice-data.mjs").Question[]) => Round | Promise<Round>} round */
  async #open(ids, round) {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#showStatus("One moment …");
    const opener = /** @type {HTMLElement | null} */ (document.activeElement);
    try {
      const [{ RoundDialog }, { people }, all] = await Promise.all([import("./round-dialog.mjs"), fetchPractice(), fetchQuestions(ids)]);
      const view = new RoundDialog({ questions: all, people }, await round(all), (again) => {
        this.#isOpen = false;
        this.render();
        if (again) this.#start();
        else (opener?.isConnected ? opener : /** @type {HTMLElement} */ (this.querySelector("button"))).focus();
      });
      this.append(view.dialog);
      view.open();
    } catch {
      this.#isOpen = false;
      this.render();
      this.#showFailure(() => this.#open(ids, round));
    }
  }

  /** @param {() => void} retry */
  #showFailure(retry) {
    delete this.note.dataset.shown;
    this.note.replaceChildren(retryNotice("The questions didn't load. Check your connection, then try again.", retry));
  }
});

/** Ask before recording when storage runs out. A browser without storage fails when the recording starts. */
async function confirmRecording() {
  const [{ storageWarning }, { listRecordings, storageEstimate, totalSize }] = await Promise.all([import("./recorder.mjs"), import("./recordings.mjs")]);
  const question = storageWarning(await storageEstimate(), totalSize(await listRecordings().catch(() => [])));
  return !question || confirmDialog(question, "Record", "Don't record");
}

/** The saved round, if it can be continued. @param {Card[]} all @returns {Round | undefined} */
function readUnfinishedRound(all) {
  const saved = store.getRecord(ROUND);
  if (!isRecord(saved) || !Array.isArray(saved.asked) || saved.stage === "end") return undefined;
  const known = new Set(all.map(({ id }) => id));
  const asked = saved.asked.filter((one) => isRecord(one) && known.has(one.id) && typeof one.wording === "string");
  const at = Number(saved.at);
  if (!Number.isInteger(at) || at < 0 || at >= asked.length || asked.length !== saved.asked.length) return undefined;
  return { asked, at, stage: toText(saved.stage), think: Number(saved.think) || 0, record: saved.record === true, rungs: Number(saved.rungs) || 0 };
}

/** @param {import("../storage/state.mjs").State} state */
function discardRound({ interviews, interview }) {
  const { kept } = interviews[interview];
  kept[ROUND] = { value: null, at: timestampAfter(kept[ROUND]?.at) };
}
