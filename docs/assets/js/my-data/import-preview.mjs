/** Shows the effect of an import before it happens, with buttons to merge, to replace everything, or to cancel. */
import { announce, button, confirmDialog, h, pluralize } from "../lib/dom.mjs";
import { NAME_LENGTH } from "../storage/interviews.mjs";
import { mergeStates } from "../storage/merge.mjs";
import { store } from "../storage/store.mjs";
import { countEffect } from "./backup.mjs";

/** @typedef {import("../storage/state.mjs").State} State */

/**
 * @param {State} theirs the state to import @param {string} source its name, for the reader
 * @param {boolean} isComplete whether it may replace everything: a backup has all interviews, a link only one
 * @param {() => void} close @returns {HTMLElement}
 */
export function importPreview(theirs, source, isComplete, close) {
  const mine = store.state;
  const merging = countEffect(mine, mergeStates(mine, theirs));
  const replacing = countEffect(mine, theirs);
  const isSame = describeEffect(merging) === NOTHING;
  /** @param {string} label @param {(state: State) => void} edit */
  const confirm = (label, edit) => {
    store.change(label, edit);
    announce(`${label}. You can undo it.`);
    close();
  };
  const mergeButton = button("Merge", () => confirm(`Merged ${source}`, (state) => Object.assign(state, mergeStates(state, theirs))), { className: "quiet-button quiet-button--strong" });
  const replace = button("Replace everything", async () => {
    const lost = `${pluralize(replacing.removed, "entry", "entries")} that ${replacing.removed === 1 ? "is" : "are"} only here would go`;
    if (await confirmDialog(`Replace everything with ${source}? ${lost}. You can undo it.`, "Replace"))
      confirm(`Replaced everything with ${source}`, (state) => { state.interviews = structuredClone(theirs.interviews); state.interview = theirs.interview; });
  });
  const isReadOnly = store.saveError === "newer" || store.saveError === "unreadable";
  /** @param {any} choice @param {string} effect */
  const row = (choice, effect) => h("p", {}, choice, h("span", {}, effect));
  return h("div", { className: "preview", tabIndex: -1 },
    h("p", {}, h("strong", {}, "It holds "), `${describeContents(theirs)}.`),
    isReadOnly ? h("p", {}, "This browser holds data this page may not change, so nothing can be read in here.") : "",
    isSame ? h("p", {}, "Everything in it is here already.") : "",
    isReadOnly || isSame ? "" : row(mergeButton, `${describeEffect(merging)}. The newest wins, item by item.`),
    isReadOnly || !isComplete ? "" : row(replace, `${describeEffect(replacing)}.`),
    row(button("Leave it", close), `${NOTHING}.`));
}

const NOTHING = "Changes nothing";

/** Further names are only counted. */
const MAX_NAMES = 5;

/** @param {State} state */
function describeContents({ interviews }) {
  const all = Object.values(interviews);
  const marks = all.flatMap(({ items }) => Object.values(items));
  const records = all.flatMap((one) => Object.values(one.kept)).filter(({ value }) => value !== null);
  const names = [...all.slice(0, MAX_NAMES).map(({ name }) => `“${shorten(name)}”`), ...(all.length > MAX_NAMES ? [`${all.length - MAX_NAMES} more`] : [])];
  const parts = [
    pluralize(marks.filter(({ state }) => state !== "todo").length, "mark"), pluralize(marks.filter(({ note }) => note).length, "note"),
    ...(records.length ? [pluralize(records.length, "other record")] : []),
  ];
  return `${pluralize(all.length, "interview")} (${names.join(", ")}) with ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** @param {string} name */
const shorten = (name) => (name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH)}…` : name);

/** @param {import("./backup.mjs").Effect} effect */
function describeEffect({ added, changed, removed, interviews }) {
  const parts = [
    describeCounts("adds", interviews.added, added),
    changed ? `changes ${changed}` : "",
    describeCounts("removes", interviews.removed, removed),
  ].filter(Boolean).join(", ");
  return parts ? parts[0].toUpperCase() + parts.slice(1) : NOTHING;
}

/** @param {string} verb @param {number} interviews @param {number} entries */
function describeCounts(verb, interviews, entries) {
  const counts = [interviews ? pluralize(interviews, "interview") : "", entries ? pluralize(entries, "entry", "entries") : ""].filter(Boolean);
  return counts.length ? `${verb} ${counts.join(" and ")}` : "";
}
