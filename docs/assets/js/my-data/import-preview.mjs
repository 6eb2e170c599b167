/** What an import would do, shown before it happens, with the choice to merge, to replace, or to leave it. */
import { effect } from "./backup.mjs";
import { button, confirmDialog, pluralize, h, announce } from "../lib/dom.mjs";
import { NAME_LENGTH } from "../storage/interviews.mjs";
import { mergeStates } from "../storage/merge.mjs";
import { store } from "../storage/store.mjs";

/** @typedef {import("../storage/state.mjs").State} State */

/**
 * @param {State} theirs what was read @param {string} from where it comes from, in words
 * @param {boolean} whole true when it holds everything, so that it may replace everything
 * @param {() => void} close @returns {HTMLElement}
 */
export function importPreview(theirs, from, whole, close) {
  const mine = store.state;
  const merging = effect(mine, mergeStates(mine, theirs));
  const replacing = effect(mine, theirs);
  const same = said(merging) === NOTHING;
  /** @param {string} label @param {(state: State) => void} edit */
  const carryOut = (label, edit) => {
    store.change(label, edit);
    announce(`${label}. You can undo it.`);
    close();
  };
  const mergeButton = button("Merge", () => carryOut(`Merged ${from}`, (state) => Object.assign(state, mergeStates(state, theirs))), { className: "quiet-button quiet-button--strong" });
  const replace = button("Replace everything", async () => {
    const lost = `${pluralize(replacing.removed, "entry", "entries")} that ${replacing.removed === 1 ? "is" : "are"} only here would go`;
    if (await confirmDialog(`Replace everything with ${from}? ${lost}. You can undo it.`, "Replace"))
      carryOut(`Replaced everything with ${from}`, (state) => { state.interviews = structuredClone(theirs.interviews); state.interview = theirs.interview; });
  });
  const isReadOnly = store.saveError === "newer" || store.saveError === "unreadable";
  /** @param {any} choice @param {string} effect */
  const row = (choice, effect) => h("p", {}, choice, h("span", {}, effect));
  return h("div", { className: "preview", tabIndex: -1 },
    h("p", {}, h("strong", {}, "It holds "), `${contents(theirs)}.`),
    isReadOnly ? h("p", {}, "This browser holds data this page may not change, so nothing can be read in here.") : "",
    same ? h("p", {}, "Everything in it is here already.") : "",
    isReadOnly || same ? "" : row(mergeButton, `${said(merging)}. The newest wins, item by item.`),
    isReadOnly || !whole ? "" : row(replace, `${said(replacing)}.`),
    row(button("Leave it", close), `${NOTHING}.`));
}

const NOTHING = "Changes nothing";

/** How many names are told before they are only counted. */
const NAMES = 5;

/** @param {State} state */
function contents({ interviews }) {
  const all = Object.values(interviews);
  const marks = all.flatMap(({ items }) => Object.values(items));
  const kept = all.flatMap((one) => Object.values(one.kept)).filter(({ value }) => value !== null);
  const names = [...all.slice(0, NAMES).map(({ name }) => `“${shortened(name)}”`), ...(all.length > NAMES ? [`${all.length - NAMES} more`] : [])];
  const parts = [
    pluralize(marks.filter(({ state }) => state !== "todo").length, "mark"), pluralize(marks.filter(({ note }) => note).length, "note"),
    ...(kept.length ? [pluralize(kept.length, "other record")] : []),
  ];
  return `${pluralize(all.length, "interview")} (${names.join(", ")}) with ${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** @param {string} name */
const shortened = (name) => (name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH)}…` : name);

/** @param {import("./backup.mjs").Effect} effect */
function said({ added, changed, removed, interviews }) {
  const parts = [
    listed("adds", interviews.added, added),
    changed ? `changes ${changed}` : "",
    listed("removes", interviews.removed, removed),
  ].filter(Boolean).join(", ");
  return parts ? parts[0].toUpperCase() + parts.slice(1) : NOTHING;
}

/** @param {string} verb @param {number} interviews @param {number} entries */
function listed(verb, interviews, entries) {
  const what = [interviews ? pluralize(interviews, "interview") : "", entries ? pluralize(entries, "entry", "entries") : ""].filter(Boolean);
  return what.length ? `${verb} ${what.join(" and ")}` : "";
}
