/**
 * Fills sheets with what the reader has saved: blanks, tables of people, lines, marks and dates. What doesn't fit on the
 * page of a sheet moves to a page after it, and the sheet announces it.
 */
import { h, pluralize } from "../lib/dom.mjs";
import { DEBRIEF_PREFIX, PLAN, STORY_PREFIX } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { applyMarks } from "./checkbox-marks.mjs";
import { blankTexts, interviewName, readPeople, softenWords } from "./fill-in.mjs";
import { measureFront, measureOverflow } from "./page-fit.mjs";
import { fillRoom } from "./room-content.mjs";
import { loadParts, readRecords, recordTexts, roomTexts } from "./saved-values.mjs";

/** @typedef {{ texts: Record<string, string>, people: Record<string, string>[], due: Map<string, string>, guide?: any, rankQuestions?: typeof import("../plan/likely-questions.mjs").rankQuestions, practice?: import("../lib/practice-data.mjs").Practice | null, forms?: typeof import("./saved-forms.mjs") | null }} Values */

/** What to do, one after the other, while a sheet is longer than its page. */
const STEPS = ["all", "fewer lines", "optional", "notes", "people", "texts", "tables"];
/** The classes of a sheet for the room that is longer than its page: without notes, with people in fewer lines, on two pages. */
const ROOM_STEPS = [["is-tight"], ["is-tight", "is-compact"], ["is-long"]];
/** The most letters beside the label of a blank, in one of a sheet for the room with its label, and in a line of a column or of the page. */
const BLANK = 26, ROOM_BLANK = 32, COLUMN = 44, WIDE = 92;
const EMPTY_LINES = ".part .lines p:empty:not(:first-child), .part:has(.written) tbody tr:not(:first-child):has(td:empty):not(:has([data-person], th))";
/** The records of which each fills a sheet. @type {Record<string, string>} */
const RECORDS = { story: STORY_PREFIX, debrief: DEBRIEF_PREFIX };

/** Sheets as they were printed, before anything was filled in. @type {WeakMap<HTMLElement, Node[]>} */
const blankSheets = new WeakMap();
/** The pages that follow each sheet. @type {WeakMap<HTMLElement, HTMLElement[]>} */
const followers = new WeakMap();

/** Fill sheets, by default all of the page. Resolves to false when a part of the guide could not be loaded. */
export async function fillSheets(articles = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("article[data-sheet]")])) {
  const saved = JSON.stringify(store.current);
  const [due, ranked, practice, forms] = await loadParts(articles);
  // Something has changed meanwhile, and a newer call fills the sheets.
  if (saved !== JSON.stringify(store.current)) return true;
  const plan = store.getRecord(PLAN);
  const values = { texts: soften({ ...blankTexts(plan, interviewName(store.current)), ...roomTexts(), ...(practice ? forms?.countSigns(practice) : {}) }), people: readPeople(plan).map(soften), due: due ?? new Map(), ...ranked, practice, forms };
  for (const article of articles) fillSheet(article, values);
  document.dispatchEvent(new Event("sheetfilled"));
  return ![due, ranked, practice, forms].includes(undefined);
}

/** @param {Record<string, string>} texts */
const soften = (texts) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, softenWords(text)]));

/** Show or hide a sheet and the pages that follow it. @param {HTMLElement} article @param {boolean} hidden */
export function setHidden(article, hidden) {
  for (const page of [article, ...(followers.get(article) ?? [])]) page.hidden = hidden;
}

/** @param {HTMLElement} article @param {Values} values */
function fillSheet(article, values) {
  for (const page of followers.get(article) ?? []) page.remove();
  const blank = blankSheets.get(article) ?? [...article.childNodes].map((node) => node.cloneNode(true));
  blankSheets.set(article, blank);
  const records = readRecords(RECORDS[article.dataset.saved ?? ""]);
  const pages = [article, ...records.slice(1).map(() => h("article", { className: article.className }))];
  const all = pages.flatMap((page, index) => [page, ...fillPage(page, blank, { ...values, texts: { ...values.texts, ...soften(recordTexts(records[index], values.practice)) } })]);
  article.after(...all.slice(1));
  followers.set(article, all.slice(1));
  setHidden(article, Boolean(article.hidden));
}

/** Fill one page, and return the page with what is left over, if any. @param {HTMLElement} article @param {Node[]} blank @param {Values} values @returns {HTMLElement[]} */
function fillPage(article, blank, values) {
  if (article.dataset.format) return fillRoomPage(article, blank, values);
  const hasPlan = article.querySelector("plan-sheet");
  const { large, length } = document.documentElement.dataset;
  const isFlowing = Boolean(large || hasPlan);
  for (let step = length === "full" && !isFlowing ? STEPS.indexOf("notes") : 0; ; step++) {
    if (!hasPlan) article.replaceChildren(...blank.map((node) => node.cloneNode(true)));
    article.classList.remove("is-tight");
    const rest = compose(article, values, step);
    if (rest.length) announce(article, [`${rest.map(({ what }) => what).join(" · ")}: see the next page.`]);
    if (!isFlowing && length !== "full" && step < STEPS.length - 1 && measureOverflow(article) > 0) continue;
    return rest.length ? [restPage(article, rest)] : [];
  }
}

/** A sheet for the room that is too long for one page gets a whole back. @param {HTMLElement} article @param {Node[]} blank @param {Values} values */
function fillRoomPage(article, blank, values) {
  article.replaceChildren(...blank.map((node) => node.cloneNode(true)));
  fillBlanks(article, values.texts);
  fillLines(article, values.texts);
  fillRoom(article, values);
  article.classList.remove(...ROOM_STEPS.flat());
  if (document.documentElement.dataset.large) return [];
  for (const step of ROOM_STEPS) {
    if (measureOverflow(article) <= 0) return [];
    article.classList.remove("is-tight");
    article.classList.add(...step);
  }
  const [signs, questions, facts, back] = /** @type {HTMLElement[]} */ (["[data-part]:has([data-list='signs'])", ".back .part", ".facts", ".back"].map((part) => article.querySelector(part)));
  facts.after(questions);
  for (const part of [signs, questions, facts]) if (measureFront(article) > 0) back.prepend(part);
  announce(article, [measureFront(article) > 0 ? "This sheet has two or more pages: turn it over." : "This sheet has two pages: turn it over."]);
  return [];
}

/** @typedef {{ what: string, content: Node }} Rest what is left over, in words, and itself */

/** Fill a blank sheet. @param {HTMLElement} article @param {Values} values @param {number} step of STEPS @returns {Rest[]} */
function compose(article, { texts, people, due, practice, forms }, step) {
  /** @type {Rest[]} */
  const rest = [];
  const isPast = (/** @type {string} */ name) => step >= STEPS.indexOf(name);
  const move = (/** @type {string} */ what, /** @type {Node} */ content) => { rest.push({ what, content }); };
  applyMarks(article);
  fillBlanks(article, texts, isPast("texts") ? move : undefined);
  fillLines(article, texts, isPast("texts") ? move : undefined);
  fillTables(article, people, isPast("tables") ? 0 : isPast("people") ? Infinity : -1, move);
  if (article.dataset.saved === "signs") forms?.fillSigns(article, practice, isPast("notes"), move);
  if (article.dataset.saved === "scores") forms?.fillScores(article, move);
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll("[data-due]"))) line.textContent = due.get(line.dataset.due ?? "") ?? "";
  if (isPast("optional") && document.documentElement.dataset.length !== "full") dropOptional(article);
  if (isPast("fewer lines") && document.documentElement.dataset.length !== "full") dropEmptyLines(article);
  if (isPast("notes")) moveNotes(article, move);
  return rest;
}

/**
 * Fill the blanks at the top. A long text gets the whole width below, or moves to the next page.
 * @param {HTMLElement} article @param {Record<string, string>} texts @param {(what: string, content: Node) => void} [move]
 */
function fillBlanks(article, texts, move) {
  const head = article.querySelector(".head");
  for (const old of article.querySelectorAll(".fill--wide")) old.remove();
  const wide = h("dl", { className: "fill fill--wide" });
  for (const blank of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll("[data-fill]"))) {
    const text = texts[blank.dataset.fill ?? ""] ?? "";
    const row = /** @type {HTMLElement} */ (blank.parentElement);
    const isRoom = blank.closest(".head--room");
    const label = row.querySelector("dt")?.textContent ?? "";
    const isLong = text.length > BLANK && !isRoom;
    row.classList.toggle("is-wide", Boolean(isRoom) && label.length + text.length > ROOM_BLANK);
    row.hidden = isLong && !move;
    blank.textContent = isLong ? "" : text;
    if (!isLong) continue;
    if (move) move(label, h("p", { className: "written" }, text));
    else wide.append(h("div", {}, h("dt", {}, label), h("dd", {}, text)));
  }
  if (wide.childElementCount) head?.after(wide);
}

/** Write saved texts on the lines of the parts that name them. @param {HTMLElement} article @param {Record<string, string>} texts @param {(what: string, content: Node) => void} [move] */
function fillLines(article, texts, move) {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll("[data-field]"))) {
    const text = texts[part.dataset.field ?? ""];
    const [lines] = part.getElementsByClassName("lines");
    if (!text) continue;
    if (!lines) part.querySelector("header")?.after(h("p", { className: "written" }, text));
    if (!lines) continue;
    const width = article.querySelectorAll(".column").length > 1 ? COLUMN : WIDE;
    const needed = text.split("\n").reduce((sum, line) => sum + Math.ceil(Math.max(line.length, 1) / width), 0);
    const written = h("p", { className: "written" }, text);
    if (move && needed > lines.childElementCount) {
      move(part.dataset.part ?? "", written);
      continue;
    }
    for (const line of [...lines.children].slice(0, needed)) line.remove();
    lines.prepend(written);
  }
}

/**
 * Fill the tables of people, one in each row, and add rows as needed.
 * @param {HTMLElement} article @param {Record<string, string>[]} people @param {number} most rows: -1 for all, Infinity for those that are there
 * @param {(what: string, content: Node) => void} move
 */
function fillTables(article, people, most, move) {
  for (const table of article.querySelectorAll("table:has([data-person])")) {
    const [body] = /** @type {HTMLTableElement} */ (table).tBodies;
    const last = body.rows[body.rows.length - 1];
    const count = most < 0 ? people.length : Math.min(most, body.rows.length);
    while (body.rows.length < Math.min(count, people.length)) body.append(last.cloneNode(true));
    [...body.rows].forEach((row, index) => fillRow(row, index < count ? people[index] : undefined));
    const left = people.slice(count);
    if (!left.length) continue;
    const copy = /** @type {HTMLTableElement} */ (table.cloneNode(true));
    copy.tBodies[0].replaceChildren(...left.map((one) => fillRow(/** @type {HTMLTableRowElement} */ (last.cloneNode(true)), one)));
    move(count ? pluralize(left.length, "more person", "more people") : pluralize(left.length, "person", "people"), copy);
  }
}

/** @param {HTMLTableRowElement} row @param {Record<string, string>} [one] */
function fillRow(row, one) {
  const cells = /** @type {HTMLElement[]} */ ([...row.querySelectorAll("[data-person]")]);
  const hasRole = cells.some(({ dataset }) => dataset.person === "role");
  for (const cell of cells) {
    const text = one?.[cell.dataset.person ?? ""] ?? "";
    cell.textContent = cell.dataset.person === "name" && one && !hasRole ? [one.name, one.role].filter(Boolean).join(", ") : text;
  }
  return row;
}

/** Remove the parts that the page has as well, and say so. @param {HTMLElement} article */
function dropOptional(article) {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (article.querySelectorAll("[data-optional]"))) {
    part.remove();
    announce(article, [`More on the page, behind the code: ${part.dataset.part}.`]);
  }
}

/** Remove lines to write on until the sheet fits. @param {HTMLElement} article */
function dropEmptyLines(article) {
  article.classList.toggle("is-tight", measureOverflow(article) > 0);
  const lines = [...article.querySelectorAll(EMPTY_LINES)];
  while (lines.length && measureOverflow(article) > 0) lines.pop()?.remove();
}

/** @param {HTMLElement} article @param {(what: string, content: Node) => void} move */
function moveNotes(article, move) {
  const { boxes, length } = document.documentElement.dataset;
  if (boxes !== "mine" && boxes !== "left") return;
  const unseen = [...(length === "full" ? [] : [".more *"]), ...(boxes === "left" ? [".is-done *", ".is-skipped *"] : [])];
  const notes = /** @type {HTMLElement[]} */ ([...article.querySelectorAll("[data-item] > .note")]).filter((note) => !unseen.length || !note.matches(unseen.join()));
  if (!notes.length) return;
  const list = h("ul", { className: "boxes" }, ...notes.map((note) => {
    const item = /** @type {HTMLElement} */ (note.parentElement);
    note.remove();
    return h("li", { className: item.className }, h("b", {}, item.firstChild?.textContent ?? ""), note);
  }));
  move(pluralize(notes.length, "note"), list);
}

/** @param {HTMLElement} article @param {string[]} lines */
function announce(article, lines) {
  (article.querySelector(".title") ?? article).append(h("p", { className: "announced" }, lines.join(" ")));
}

/** The page after a sheet. @param {HTMLElement} article @param {Rest[]} rest */
function restPage(article, rest) {
  const title = article.querySelector(".title :is(h1, h2)")?.textContent ?? "";
  return h("article", { className: "sheet sheet--rest" }, h("div", { className: "title" }, h("h2", {}, `${title}, continued`)),
    ...rest.map(({ what, content }) => h("section", {}, h("header", {}, h("h3", {}, what)), content)));
}
