/** Fills the sheets of the forms for after the interview: the scorecard and the decision between employers. */
import { h, pluralize } from "../lib/dom.mjs";
import { softenWords } from "./fill-in.mjs";
import { parseScore, readWeights } from "../stories/decision.mjs";
import { displayName } from "../storage/interviews.mjs";
import { scoreRecord, signRecord } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { isRecord, toText } from "../storage/validators.mjs";

/** @typedef {(what: string, content: Node) => void} Move @typedef {import("../lib/practice-data.mjs").Practice} Practice */
/** @typedef {{ name: string, kept: Record<string, import("../storage/state.mjs").SavedRecord> }} Employer */

/** The marks, in the order of the boxes of a sign. */
const MARKS = ["no", "maybe", "yes"];
const CERTAINTY = ["saw it", "was told", "guess"];

/** @param {string[]} ids of a sign, the current one first */
function readMark(ids) {
  const saved = ids.map((id) => store.getRecord(signRecord(id))).find(isRecord);
  return { seen: toText(saved?.seen), evidence: toText(saved?.evidence).trim() };
}

/** How many signs are marked, for the blanks of the scorecard. @param {Practice} practice @returns {Record<string, string>} */
export function countSigns({ signs }) {
  const count = (/** @type {boolean} */ isWarning, /** @type {string} */ mark) =>
    String(signs.filter(({ id, signal }) => (signal === "warning") === isWarning && readMark([id]).seen === mark).length);
  return store.recordNames(signRecord("")).length ? { maybe: count(true, "maybe"), flags: count(true, "yes"), good: count(false, "yes") } : {};
}

/**
 * Mark the signs of the scorecard, and move the others that are marked to the next page, as well as what was seen when it
 * doesn't fit. @param {HTMLElement} article @param {Practice | null | undefined} practice @param {boolean} isFull @param {Move} move
 */
export function fillSigns(article, practice, isFull, move) {
  /** @type {Node[]} */
  const evidence = [];
  const printed = new Set();
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll("[data-sign]"))) {
    const ids = [line.dataset.sign ?? "", ...(line.dataset.aliases?.split(" ") ?? [])];
    for (const id of ids) printed.add(id);
    const mark = readMark(ids);
    line.querySelectorAll("b")[MARKS.indexOf(mark.seen)]?.classList.add("is-marked");
    const title = line.querySelector("span");
    if (!mark.evidence) continue;
    if (isFull) evidence.push(h("li", {}, h("b", {}, title?.textContent ?? ""), h("p", { className: "written" }, mark.evidence)));
    else title?.append(h("em", { className: "written" }, mark.evidence));
  }
  const others = store.recordNames(signRecord("")).map((name) => name.slice(signRecord("").length)).filter((id) => !printed.has(id))
    .map((id) => ({ title: practice?.signs.find((one) => one.id === id)?.title ?? id, ...readMark([id]) })).filter(({ seen, evidence: text }) => seen || text);
  if (evidence.length) move(`What I saw or heard, ${pluralize(evidence.length, "sign")}`, h("ul", { className: "seen" }, ...evidence));
  if (others.length) move(pluralize(others.length, "more sign"), h("ul", { className: "seen" }, ...others.map(({ title, seen, evidence: text }) =>
    h("li", {}, h("b", {}, [title, seen].filter(Boolean).join(": ")), h("p", { className: "written" }, text)))));
}

/** Write the names, scores and totals of the employers; those without a column move to the next page. @param {HTMLElement} article @param {Move} move */
export function fillScores(article, move) {
  const employers = Object.values(store.state.interviews).filter(({ archived }) => !archived).map((one) => ({ name: displayName(one), kept: one.kept }));
  const rows = /** @type {HTMLElement[]} */ ([...article.querySelectorAll("[data-factor]")]);
  const factors = rows.map(({ dataset }) => ({ id: dataset.factor ?? "" }));
  const table = rows[0]?.closest("table");
  if (!table || (employers.length < 2 && !employers.some(({ kept }) => factors.some(({ id }) => parseScore(kept[scoreRecord(id)]?.value))))) return;
  const weights = readWeights(store.state.interviews, factors);
  const columns = table.querySelectorAll("thead [data-score]").length - 1;
  const blank = table.cloneNode(true);
  for (let at = 0; at < employers.length; at += columns) {
    const part = employers.slice(at, at + columns);
    const copy = at ? /** @type {HTMLTableElement} */ (blank.cloneNode(true)) : table;
    fillTable(copy, part, weights);
    if (!at) for (const head of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll("table:not(:has([data-factor])) thead"))) writeAll(head, part.map(({ name }) => name));
    if (!at) continue;
    writeAll(/** @type {HTMLElement} */ (copy.tHead), part.map(({ name }) => name));
    copy.tBodies[0].rows[0].remove();
    move(pluralize(part.length, "more employer"), copy);
  }
}

/** @param {HTMLTableElement} table @param {Employer[]} employers @param {Record<string, number>} weights by factor */
function fillTable(table, employers, weights) {
  const rows = [...table.tBodies[0].rows];
  const totals = employers.map(() => 0);
  writeAll(rows[0], employers.map(({ name }) => name));
  for (const { dataset, cells } of rows) {
    const id = dataset.factor ?? "";
    if (!(id in weights)) continue;
    for (const cell of cells) {
      const column = cell.dataset.score ?? "";
      const score = parseScore(employers[Number(column)]?.kept[scoreRecord(id)]?.value);
      if (column === "weight") cell.textContent = String(weights[id]);
      else if (column && score) {
        totals[Number(column)] += weights[id] * score.score;
        cell.replaceChildren(String(score.score), ` (${CERTAINTY[score.sure]})`);
      }
    }
  }
  writeAll(rows[rows.length - 1], totals.map((total) => (total ? String(total) : "")));
}

/** Write the text of each employer into its cell. @param {HTMLElement} row @param {string[]} texts */
function writeAll(row, texts) {
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll("[data-score]"))) {
    const text = texts[Number(cell.dataset.score)];
    if (text) cell.replaceChildren(h("b", {}, softenWords(text)));
  }
}
