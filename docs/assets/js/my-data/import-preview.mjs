/** Shows the effect of an import before it happens, with buttons to merge, to replace everything, or to cancel. */
import { announce, button, confirmDialog, h, pluralize } from "../lib/dom.mjs";
import { truncate } from "../lib/words.mjs";
import { displayName, NAME_LENGTH } from "../storage/interviews.mjs";
import { mergeStates } from "../storage/merge.mjs";
import { store } from "../storage/store.mjs";
import { countEffect } from "./backup.mjs";
import { describeContents } from "./contents.mjs";

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
    const lost = replacing.removed ? ` This deletes ${pluralize(replacing.removed, "entry", "entries")} that ${replacing.removed === 1 ? "is" : "are"} only here.` : "";
    if (await confirmDialog(`Replace everything with ${source}?${lost} You can undo it.`, "Replace"))
      confirm(`Replaced everything with ${source}`, (state) => { state.interviews = structuredClone(theirs.interviews); state.interview = theirs.interview; });
  });
  const isReadOnly = store.saveError === "newer" || store.saveError === "unreadable";
  /** @param {any} choice @param {string} effect */
  const row = (choice, effect) => h("p", {}, choice, h("span", {}, effect));
  return h("div", { className: "preview", tabIndex: -1 },
    h("p", {}, h("strong", {}, "What's in it: "), `${describeState(theirs)}.`),
    isReadOnly ? h("p", {}, "Nothing can be imported here, because this page can't change the data that is saved in this browser.") : "",
    isSame ? h("p", {}, "You already have everything in it.") : "",
    isReadOnly || isSame ? "" : row(mergeButton, `${describeEffect(merging)}. The newest version of each item is kept.`),
    isReadOnly || !isComplete ? "" : row(replace, `${describeEffect(replacing)}.`),
    row(button("Cancel", close), `${NOTHING}.`));
}

const NOTHING = "Changes nothing";

/** Further names are only counted. */
const MAX_NAMES = 5;

/** @param {State} state */
function describeState({ interviews }) {
  const all = Object.values(interviews);
  const names = [...all.slice(0, MAX_NAMES).map((one) => `“${truncate(displayName(one), NAME_LENGTH)}”`), ...(all.length > MAX_NAMES ? [`${all.length - MAX_NAMES} more`] : [])];
  return `${pluralize(all.length, "interview")} (${names.join(", ")}) with ${describeContents(all) || "nothing in it yet"}`;
}

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
