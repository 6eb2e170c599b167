/**
 * The reader's stories: what they cover, where the gaps are, and which one suits whom. Pure but for `tagged`.
 *
 * @typedef {{ id: string, name: string, competencies: string[], questions: string[], told: boolean } & Record<string, any>} Story
 * @typedef {import("../practice/practice-data.mjs").Term} Term
 * @typedef {import("../practice/practice-data.mjs").Person} Person
 */
import { STORY_PREFIX } from "../storage/saved-names.mjs";
import { isRecord, toText } from "../storage/validators.mjs";
import { store } from "../storage/store.mjs";

const TOO_MANY = 5;

/** @param {unknown} value @returns {string[]} */
const texts = (value) => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);

/** @param {Record<string, import("../storage/state.mjs").SavedRecord>} kept @returns {Story[]} */
export const stories = (kept) => Object.entries(kept).filter(([name, { value }]) => name.startsWith(STORY_PREFIX) && isRecord(value))
  .map(([name, { value }]) => ({ ...value, id: name.slice(STORY_PREFIX.length), name: toText(value.name), told: value.told === true,
    competencies: texts(value.competencies), questions: texts(value.questions) }));

/** The name, or words for its absence. @param {{ name: string }} story */
export const called = ({ name }) => name || "Without a name";

/** @param {Story[]} all @param {Term[]} competencies */
export function coverage(all, competencies) {
  return competencies.map((competency) => ({ ...competency, stories: all.filter((story) => story.competencies.includes(competency.id)) }));
}

/**
 * What a reader would not see in the table, in sentences.
 * @param {Story[]} all @param {Term[]} competencies @param {string[]} wanted competencies that the panel asks about
 */
export function remarks(all, competencies, wanted) {
  const covered = coverage(all, competencies);
  const gaps = covered.filter((one) => !one.stories.length);
  const urgent = gaps.filter(({ id }) => wanted.includes(id));
  const crowded = covered.filter((one) => one.stories.length > 3);
  const loaded = all.filter((story) => story.competencies.length > TOO_MANY);
  const titles = (/** @type {Term[]} */ terms) => terms.map(({ title }) => title.toLowerCase()).join(", ");
  return [
    urgent.length ? `Your panel asks about ${titles(urgent)}, and no story shows it yet.` : "",
    gaps.length > urgent.length ? `${urgent.length ? "Also without" : "Without"} a story: ${titles(gaps.filter((gap) => !urgent.includes(gap)))}.` : "",
    ...crowded.map(({ title, stories: many }) => `${many.length} stories show ${title.toLowerCase()}. Two are plenty: tag the others for what else they show.`),
    ...loaded.map((story) => `“${called(story)}” is down for ${story.competencies.length} things. Once it is told it is gone: choose the three it shows best.`),
  ].filter(Boolean);
}

/**
 * A story for each person: the one that shows most of what this person asks about, and not the same one for everybody.
 * @param {Story[]} all @param {{ name: string, person: Person }[]} panel
 * @returns {{ name: string, person: Person, story?: Story, shows: string[] }[]}
 */
export function suggestions(all, panel) {
  /** @type {Map<Story, number>} */
  const used = new Map();
  return panel.map(({ name, person }) => {
    const worth = (/** @type {Story} */ story) => person.competencies.reduce((sum, id, at) => sum + (story.competencies.includes(id) ? person.competencies.length - at : 0), 0);
    const score = (/** @type {Story} */ story) => worth(story) - 2 * (used.get(story) ?? 0) - (story.told ? 0.5 : 0);
    const [story] = all.filter((one) => worth(one) > 0).toSorted((a, b) => score(b) - score(a));
    if (story) used.set(story, (used.get(story) ?? 0) + 1);
    return { name, person, story, shows: story ? person.competencies.filter((id) => story.competencies.includes(id)) : [] };
  });
}

/** Remember that a story answers a question, and that the others do not. @param {string} id of a story, or "" @param {string} question */
export function tagged(id, question) {
  for (const story of stories(store.current.kept)) {
    const has = story.questions.includes(question);
    if (has === (story.id === id)) continue;
    const questions = has ? story.questions.filter((one) => one !== question) : [...story.questions, question];
    store.setRecord(STORY_PREFIX + story.id, { ...store.getRecord(STORY_PREFIX + story.id), questions });
  }
}
