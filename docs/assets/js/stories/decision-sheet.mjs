/**
 * `<decision-sheet>` scores the interviews by the factors that count for the reader. A score is saved with its interview. A
 * weight is saved with the current interview, and the newest weight of all interviews counts.
 */
import { h, pluralize, retryNotice } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { fetchPractice } from "../lib/practice-data.mjs";
import { cleanName, createInterview, displayName, NAME_LENGTH } from "../storage/interviews.mjs";
import { renderNotices } from "../storage/notices.mjs";
import { scoreRecord, weightRecord } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { isRecord } from "../storage/validators.mjs";
import { computeResults, describeResults, parseScore, readWeights } from "./decision.mjs";
import { readSeenSigns } from "./signs.mjs";

/** @typedef {import("../lib/practice-data.mjs").Practice} Practice */

const CERTAINTIES = [["0", "saw it"], ["1", "was told"], ["2", "guess"]];

customElements.define("decision-sheet", class extends StoreElement {
  /** @type {Node[]} */
  #fallback = [];
  /** The selects by name: finding each in the page would take too long with many interviews. @type {Map<string, HTMLSelectElement>} */
  #fields = new Map();

  async setup() {
    if (!this.#fallback.length) this.#fallback = [...this.childNodes];
    try {
      this.guide = await fetchPractice();
      this.render();
    } catch {
      this.replaceChildren(retryNotice("The scores didn't load. Check your connection, then try again.", () => this.setup()), ...this.#fallback);
    }
  }

  render() {
    const { guide } = this;
    if (!guide) return;
    const open = Object.entries(store.state.interviews).filter(([, { archived }]) => !archived);
    const key = JSON.stringify(open.map(([id, one]) => [id, displayName(one)]));
    // Drawing again would lose the focus.
    if (this.dataset.shape !== key) this.#draw(guide, open);
    this.dataset.shape = key;
    this.#fill(guide, open);
    this.#renderResults(guide, open);
    renderNotices(this.trouble);
  }

  /** @param {Practice} guide @param {[string, import("../storage/state.mjs").Interview][]} open */
  #draw({ factors }, open) {
    this.trouble = h("div", { role: "status" });
    this.words = h("ul", { className: "map-words" });
    this.bars = h("div", { className: "ranges" });
    const head = h("tr", {}, h("th", { scope: "col" }, "What matters"), h("th", { scope: "col" }, "Weight (0 to 3)"), ...open.map(([, one]) => h("th", { scope: "col" }, displayName(one))));
    const rows = factors.map(({ id, title }) => h("tr", {}, h("th", { scope: "row" }, title),
      h("td", {}, selectField(`weight-${id}`, `Weight of “${title}”, 0 to 3`, ["0", "1", "2", "3"].map((value) => [value, value]), (value) => saveWeight(id, Number(value)))),
      ...open.map(([interview, one]) => h("td", {}, ...scoreFields(interview, displayName(one), id, title)))));
    this.replaceChildren(this.trouble, addForm(open.length), h("div", { className: "map-scroll", tabIndex: 0, role: "region", "aria-label": "Scores" },
      h("table", { className: "weigh" }, h("caption", { className: "sr" }, "What matters to you, and a score for each employer"), h("thead", {}, head), h("tbody", {}, ...rows))),
    h("h2", { id: "what-it-says" }, "What your answers say"), this.bars, h("div", { role: "status" }, this.words),
    h("p", {}, h("button", { type: "button", className: "quiet-button", click: () => print() }, "Print")));
    this.#fields = new Map(Array.from(this.querySelectorAll("select"), (field) => [field.name, field]));
  }

  /** @param {Practice} guide @param {[string, import("../storage/state.mjs").Interview][]} open */
  #fill({ factors }, open) {
    const weights = readWeights(store.state.interviews, factors);
    for (const { id } of factors) {
      setValue(this.#fields.get(`weight-${id}`), String(weights[id]));
      for (const [interview, { kept }] of open) {
        const score = parseScore(kept[scoreRecord(id)]?.value);
        setValue(this.#fields.get(`score-${interview}-${id}`), score ? String(score.score) : "");
        setValue(this.#fields.get(`sure-${interview}-${id}`), String(score?.sure ?? 1));
      }
    }
  }

  /** @param {Practice} guide @param {[string, import("../storage/state.mjs").Interview][]} open */
  #renderResults({ factors, signs }, open) {
    const weights = readWeights(store.state.interviews, factors);
    const options = open.map(([id, one]) => ({ id, name: displayName(one), scores: Object.fromEntries(factors.flatMap((factor) => {
      const score = parseScore(one.kept[scoreRecord(factor.id)]?.value);
      return score ? [[factor.id, score]] : [];
    })) }));
    const all = computeResults(options, weights);
    const words = describeResults(all, weights, factors);
    const key = JSON.stringify([all.map(({ low, high, mid, name }) => [low, mid, high, name]), words, open.map(([, { kept }]) => readSeenSigns(signs, kept).length)]);
    if (this.dataset.shown === key && this.words.childElementCount) return;
    this.dataset.shown = key;
    this.words.replaceChildren(...words.map((text) => h("li", {}, text)));
    this.bars.replaceChildren(...all.filter(({ scored }) => scored).map((result) => rangeBar(result, readSeenSigns(signs, store.state.interviews[result.id].kept))));
  }
});

/** A form that adds an interview and leaves the current one current. @param {number} count of interviews */
function addForm(count) {
  const input = h("input", { type: "text", maxLength: NAME_LENGTH, autocomplete: "off", placeholder: "Harbor Foods", "aria-label": "Another employer" });
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const name = cleanName(input.value);
    if (!name) return input.focus();
    store.change(`Added “${name}”`, (state) => { const { interview } = state; createInterview(state, name); state.interview = interview; });
  };
  return h("form", { className: "line-form", submit }, count < 2 ? h("span", {}, "Who else might make you an offer?") : "", input, h("button", { className: "quiet-button" }, "Add another employer"));
}

/** @param {string} name @param {string} label @param {string[][]} values @param {(value: string) => void} change */
function selectField(name, label, values, change) {
  const select = h("select", { name, "aria-label": label, autocomplete: "off", change: () => change(select.value) }, ...values.map(([value, text]) => h("option", { value }, text)));
  return select;
}

/** @param {string} interview @param {string} name @param {string} factor @param {string} title */
function scoreFields(interview, name, factor, title) {
  const subject = `“${title}” at ${name}`;
  const save = (/** @type {{ score?: number, sure?: number }} */ part) => saveScore(interview, factor, part);
  return [
    selectField(`score-${interview}-${factor}`, `Score for ${subject}, 1 to 5`, [["", "–"], ...["1", "2", "3", "4", "5"].map((value) => [value, value])], (value) => save({ score: Number(value) })),
    selectField(`sure-${interview}-${factor}`, `How you know: ${subject}`, CERTAINTIES, (value) => save({ sure: Number(value) })),
  ];
}

/** @param {string} interview @param {string} factor @param {{ score?: number, sure?: number }} part */
function saveScore(interview, factor, part) {
  const name = scoreRecord(factor);
  const saved = store.state.interviews[interview]?.kept[name]?.value;
  store.setRecord(name, { score: 0, sure: 1, ...(isRecord(saved) ? saved : {}), ...part }, interview);
}

/** @param {string} factor @param {number} weight */
const saveWeight = (factor, weight) => store.setRecord(weightRecord(factor), weight);

/** @param {HTMLSelectElement | undefined} field @param {string} value */
function setValue(field, value) {
  if (field && field.value !== value) field.value = value;
}

/** @param {import("./decision.mjs").Result} result @param {import("./signs.mjs").SeenSign[]} seen */
function rangeBar({ name, low, mid, high }, seen) {
  const position = (/** @type {number} */ value) => `${((value - 1) / 4) * 100}%`;
  const fill = h("i");
  fill.style.insetInlineStart = position(low);
  fill.style.inlineSize = `${((high - low) / 4) * 100}%`;
  const dot = h("b");
  dot.style.insetInlineStart = position(mid);
  const warnings = seen.filter(({ signal }) => signal === "warning").length;
  const signs = seen.length ? ` On your scorecard: ${pluralize(warnings, "warning")}, ${pluralize(seen.length - warnings, "good sign")}.` : "";
  return h("div", { className: "range" }, h("p", {}, h("strong", {}, name), ` between ${low.toFixed(1)} and ${high.toFixed(1)} out of 5, ${mid.toFixed(1)} by your scores.${signs}`), h("div", { className: "range-track", "aria-hidden": "true" }, fill, dot));
}
