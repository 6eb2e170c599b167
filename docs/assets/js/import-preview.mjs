/** What an import would do, shown before it happens, with the choice to merge, to replace, or to leave it. */
import { effect } from "./backup.mjs";
import { button, confirmed, counted, make, say } from "./dom.mjs";
import { merge } from "./merge.mjs";
import { store } from "./store.mjs";

/** @typedef {import("./state.mjs").State} State */

/**
 * @param {State} theirs what was read @param {string} from where it comes from, in words
 * @param {boolean} whole true when it holds everything, so that it may replace everything
 * @param {() => void} close @returns {HTMLElement}
 */
export function importPreview(theirs, from, whole, close) {
  const mine = store.state;
  const merging = effect(mine, merge(mine, theirs));
  const replacing = effect(mine, theirs);
  const same = Object.values(merging).every((count) => count === 0);
  /** @param {string} label @param {(state: State) => void} edit */
  const carryOut = (label, edit) => {
    store.change(label, edit);
    say(`${label}. You can undo it.`);
    close();
  };
  const mergeButton = button("Merge", () => carryOut(`Merged ${from}`, (state) => Object.assign(state, merge(state, theirs))), { className: "quiet-button quiet-button--strong" });
  const replace = button("Replace everything", async () => {
    const lost = `${counted(replacing.removed, "mark")} that are only here would go`;
    if (await confirmed(`Replace everything with ${from}? ${lost}. You can undo it.`, "Replace"))
      carryOut(`Replaced everything with ${from}`, (state) => { state.interviews = structuredClone(theirs.interviews); state.interview = theirs.interview; });
  });
  const stuck = store.trouble === "newer" || store.trouble === "stuck";
  return make("div", { className: "preview", tabIndex: -1 },
    make("p", {}, make("strong", {}, `${contents(theirs)}.`)),
    make("p", {}, same ? "Everything in it is here already." : `Merging ${said(merging)}. The newest wins, item by item.`),
    whole ? make("p", {}, `Replacing ${said(replacing)}.`) : "",
    stuck ? make("p", {}, "This browser holds data this page may not change, so nothing can be read in here.") : "",
    make("p", { className: "choices" }, stuck || same ? "" : mergeButton, stuck || !whole ? "" : replace, button("Leave it", close)));
}

/** @param {State} state */
function contents({ interviews }) {
  const marks = Object.values(interviews).flatMap(({ items }) => Object.values(items));
  const names = Object.values(interviews).map(({ name }) => `“${name}”`).join(", ");
  return `${counted(Object.keys(interviews).length, "interview")} (${names}) with ${counted(marks.length, "mark")} and ${counted(marks.filter(({ note }) => note).length, "note")}`;
}

/** @param {import("./backup.mjs").Effect} effect */
function said({ added, changed, removed, interviews }) {
  const parts = [
    interviews > 0 ? `adds ${counted(interviews, "interview")}` : "",
    interviews < 0 ? `removes ${counted(-interviews, "interview")}` : "",
    added ? `adds ${counted(added, "mark")}` : "", changed ? `changes ${changed}` : "", removed ? `removes ${removed}` : "",
  ].filter(Boolean);
  return parts.length ? parts.join(", ") : "changes nothing";
}
