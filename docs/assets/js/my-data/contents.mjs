/** Counts in words what is saved in interviews. Used by <interview-list> and the preview of an import. */
import { pluralize } from "../lib/dom.mjs";
import { joinWords } from "../lib/words.mjs";
import { PLAN, STORY_PREFIX } from "../storage/saved-names.mjs";

/** "2 marked items, 1 note and 1 plan"; "" when nothing is saved. @param {import("../storage/state.mjs").Interview[]} interviews */
export function describeContents(interviews) {
  const items = interviews.flatMap((interview) => Object.values(interview.items));
  const records = interviews.flatMap(({ kept }) => Object.keys(kept).filter((name) => kept[name].value !== null));
  const plans = records.filter((name) => name === PLAN).length;
  const stories = records.filter((name) => name.startsWith(STORY_PREFIX)).length;
  const counts = /** @type {[number, string, string][]} */ ([
    [items.filter(({ state }) => state !== "todo").length, "marked item", "marked items"],
    [items.filter(({ note }) => note).length, "note", "notes"],
    [plans, "plan", "plans"],
    [stories, "story", "stories"],
    [records.length - plans - stories, "other entry", "other entries"],
  ]);
  return joinWords(counts.filter(([count]) => count).map(([count, singular, plural]) => pluralize(count, singular, plural)));
}
