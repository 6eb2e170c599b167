/**
 * `<prompt-editor>`, inside <assistant-prompt>, shows the text to practice with, to be edited, copied or printed. The plan gives the first choices; the
 * address may name a format (`?format=`) or questions (`?ids=`). Nothing is sent anywhere.
 */
import { BaseElement } from "../lib/base-element.mjs";
import { announce, button, copyText, h, retryNotice, showResult } from "../lib/dom.mjs";
import { fetchCards, fetchPractice, fetchQuestions } from "../lib/practice-data.mjs";
import { daysBetween } from "../plan/dates.mjs";
import { computeTiming } from "../plan/interview-timing.mjs";
import { rankQuestions } from "../plan/likely-questions.mjs";
import { readPlan } from "../plan/plan-data.mjs";
import { localZone } from "../plan/zones.mjs";
import { store } from "../storage/store.mjs";
import { readStories } from "../stories/stories.mjs";
import { compose, countQuestions, withhold } from "./compose-prompt.mjs";
import { readPracticeRecord } from "./practice-record.mjs";

customElements.define("prompt-editor", class extends BaseElement {
  get form() {
    return /** @type {HTMLFormElement} */ (this.closest("assistant-prompt")?.querySelector("form"));
  }

  text = h("textarea", { className: "prompt-text", id: "prompt-text", rows: 18, spellcheck: false, input: () => { this.isEdited = true; } });
  paper = h("pre", { className: "prompt-paper" });
  trouble = h("div", { role: "status" });
  isEdited = false;
  #run = 0;

  setup() {
    this.query = new URLSearchParams(location.search);
    const plan = readPlan(store);
    select(this.form, "format", this.query.get("format") ?? plan.formats[0]);
    select(this.form, "field", plan.field);
    if (this.query.has("ids")) /** @type {HTMLSelectElement} */ (this.form.elements.namedItem("minutes")).selectedIndex = 0;
    const copy = button("Copy", () => this.#copy(copy), { className: "big-button" });
    const again = button("Start over with the choices above", () => { this.isEdited = false; this.#compose(); });
    this.replaceChildren(this.trouble, h("p", {}, h("label", { for: "prompt-text" }, "This is everything you'll copy. You can change it.")), this.text,
      h("p", { className: "kept-tools" }, copy, " ", button("Print", () => this.#print()), " ", again), this.paper);
    this.listen(this.form, "change", () => (this.isEdited ? announce("Your changes to the text are kept. Start over to use the new choices.") : this.#compose()));
    return this.#compose();
  }

  subscribe() {
    this.listen(store, "change", () => this.#compose());
    this.listen(window, "beforeprint", () => { this.paper.textContent = this.text.value; });
  }

  teardown() {
    this.#run += 1;
  }

  async #compose() {
    if (this.isEdited) return;
    const run = (this.#run += 1);
    const { brief, shared, output, format, field } = this.#choices();
    try {
      const [cards, { people }] = await Promise.all([fetchCards(), fetchPractice()]);
      const ids = chooseQuestions(cards, this.query?.get("ids")?.split(",") ?? [], { format, field, people: brief.people, minutes: brief.minutes });
      const questions = await fetchQuestions(ids);
      if (run !== this.#run || this.isEdited) return;
      const known = new Map(people.map((person) => [person.id, person]));
      const met = brief.people.map((one) => ({ ...one, title: known.get(one.id)?.title ?? "", judges: known.get(one.id)?.judges ?? [] }));
      const rules = document.querySelector("[data-rules]")?.textContent ?? "";
      this.text.value = compose(output, withhold({ ...brief, people: met }, shared), questions, rules, partnerLink(ids));
      this.trouble.replaceChildren();
    } catch {
      if (run === this.#run) this.trouble.replaceChildren(retryNotice("The questions didn't load. Check your connection, then try again.", () => this.#compose()));
    }
  }

  #choices() {
    const data = new FormData(this.form);
    const plan = readPlan(store);
    const { stage, now, interview } = computeTiming(plan, Date.now(), localZone(), []);
    const title = (/** @type {string} */ name) => (data.get(name) ? selectedOption(this.form, name).textContent ?? "" : "");
    const people = plan.people.filter(({ name, role, person }) => name || role || person).map(({ name, role, person }) => ({ id: person, title: "", role, name, judges: [] }));
    return {
      output: /** @type {import("./compose-prompt.mjs").Output} */ (data.get("output")), format: selectedOption(this.form, "format"),
      field: String(data.get("field")), shared: { employer: data.has("employer"), names: data.has("names"), stories: data.has("stories") },
      brief: {
        format: title("format"), field: title("field"), level: title("level"), minutes: Number(data.get("minutes")), people,
        days: interview && (stage === "before" || stage === "during") ? daysBetween(now.date, interview.date) : undefined, employer: plan.company, job: plan.role, me: plan.me, stories: readStories(store.current.kept),
      },
    };
  }

  /** @param {HTMLElement} control */
  async #copy(control) {
    const isCopied = await copyText(this.text.value);
    if (!isCopied) { this.text.focus(); this.text.select(); }
    showResult(control, isCopied ? "Copied" : "It's selected, so you can copy it");
  }

  #print() {
    this.paper.textContent = this.text.value;
    print();
  }
});

/** @param {HTMLFormElement} form @param {string} name of a select */
const selectedOption = (form, name) => /** @type {HTMLSelectElement} */ (form.elements.namedItem(name)).selectedOptions[0];

/** The page for a partner, on the site even when this page is read from a copy on disk. @param {string[]} ids of questions */
const partnerLink = (ids) => new URL(`../partner/?ids=${ids.join(",")}`, /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))?.href ?? location.href).href;

/** Choose an option by its id or a former one. @param {HTMLFormElement} form @param {string} name @param {string} [id] */
function select(form, name, id) {
  const field = /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));
  const option = [...field.options].find(({ value, dataset }) => id && (value === id || dataset.aliases?.split(" ").includes(id)));
  if (option && !field.value) field.value = option.value;
}

/**
 * The named questions, or else the likely ones for the format and the people.
 * @param {import("../lib/practice-data.mjs").Card[]} cards @param {string[]} ids also former ones
 * @param {{ format: HTMLOptionElement, field: string, people: { id: string, name: string }[], minutes: number }} choices
 */
function chooseQuestions(cards, ids, { format, field, people, minutes }) {
  const byName = new Map(cards.flatMap((card) => [card.id, ...(card.aliases ?? [])].map((name) => [name, card])));
  const named = ids.flatMap((id) => byName.get(id)?.id ?? []);
  if (named.length) return [...new Set(named)];
  const guide = { questions: /** @type {any} */ (cards), formats: [{ id: format.value, title: "", likely: format.dataset.likely?.split(" ") ?? [] }], people: [], fields: [] };
  const answers = { formats: format.value ? [format.value] : [], people: people.map(({ id, name }) => ({ person: id, name })), field };
  const isHard = (/** @type {string} */ id) => readPracticeRecord(/** @type {any} */ (byName.get(id)))?.feel === "hard";
  return rankQuestions(guide, answers, countQuestions(minutes), isHard).map(({ id }) => id);
}
