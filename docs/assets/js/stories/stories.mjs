/**
 * Reads the stories of the reader, finds the competencies they show and those that are missing, and suggests a story for
 * each person. Used by <story-map> and the review of a round.
 *
 * @typedef {{ id: string, name: string, competencies: string[], questions: string[], told: boolean } & Record<string, any>} Story
 * @typedef {import("../lib/practice-data.mjs").Term} Term
 * @typedef {import("../lib/practice-data.mjs").Person} Person
 */
import { STORY_PREFIX } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { isRecord, toText } from "../storage/validators.mjs";

const MAX_COMPETENCIES = 5;

/** @param {unknown} value @returns {string[]} */
const parseTexts = (value) => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);

/** @param {Record<string, import("../storage/state.mjs").SavedRecord>} kept @returns {Story[]} */
export const readStories = (kept) => Object.entries(kept).filter(([name, { value }]) => name.startsWith(STORY_PREFIX) && isRecord(value))
  .map(([name, { value }]) => ({ ...value, id: name.slice(STORY_PREFIX.length), name: toText(value.name), told: value.told === true,
    competencies: parseTexts(value.competencies), questions: parseTexts(value.questions) }));

/** @param {{ name: string }} story */
export const storyTitle = ({ name }) => name || "Untitled story";

/** @param {Story[]} all @param {Term[]} competencies */
export function computeCoverage(all, competencies) {
  return competencies.map((competency) => ({ ...competency, stories: all.filter((story) => story.competencies.includes(competency.id)) }));
}

/**
 * Remarks on gaps and on overloaded stories.
 * @param {Story[]} all @param {Term[]} competencies @param {string[]} wanted competencies that the panel asks about
 */
export function describeCoverage(all, competencies, wanted) {
  const covered = computeCoverage(all, competencies);
  const gaps = covered.filter((one) => !one.stories.length);
  const urgent = gaps.filter(({ id }) => wanted.includes(id));
  const repeated = covered.filter((one) => one.stories.length > 3);
  const overloaded = all.filter((story) => story.competencies.length > MAX_COMPETENCIES);
  const titles = (/** @type {Term[]} */ terms) => terms.map(({ title }) => title.toLowerCase()).join(", ");
  return [
    urgent.length ? `Your panel asks about ${titles(urgent)}, and no story shows it yet.` : "",
    gaps.length > urgent.length ? `${urgent.length ? "There's also" : "There's"} no story yet for ${titles(gaps.filter((gap) => !urgent.includes(gap)))}.` : "",
    ...repeated.map(({ title, stories: many }) => `${many.length} stories show ${title.toLowerCase()}. Two are plenty: tag the others for what else they show.`),
    ...overloaded.map((story) => `“${storyTitle(story)}” is tagged with ${story.competencies.length} things. You can only tell it once, so choose the three it shows best.`),
  ].filter(Boolean);
}

/**
 * The story for each person that shows most of what they ask about. A story that was suggested already scores lower.
 * @param {Story[]} all @param {{ name: string, person: Person }[]} panel
 * @returns {{ name: string, person: Person, story?: Story, shows: string[] }[]}
 */
export function suggestStories(all, panel) {
  /** @type {Map<Story, number>} */
  const used = new Map();
  return panel.map(({ name, person }) => {
    const matchScore = (/** @type {Story} */ story) => person.competencies.reduce((sum, id, at) => sum + (story.competencies.includes(id) ? person.competencies.length - at : 0), 0);
    const score = (/** @type {Story} */ story) => matchScore(story) - 2 * (used.get(story) ?? 0) - (story.told ? 0.5 : 0);
    const [story] = all.filter((one) => matchScore(one) > 0).toSorted((a, b) => score(b) - score(a));
    if (story) used.set(story, (used.get(story) ?? 0) + 1);
    return { name, person, story, shows: story ? person.competencies.filter((id) => story.competencies.includes(id)) : [] };
  });
}

/** Tag a story with a question, and remove the tag from the other stories. @param {string} id of a story, or "" @param {string} question */
export function tagQuestion(id, question) {
  for (const story of readStories(store.current.kept)) {
    const has = story.questions.includes(question);
    if (has === (story.id === id)) continue;
    const questions = has ? story.questions.filter((one) => one !== question) : [...story.questions, question];
    store.setRecord(STORY_PREFIX + story.id, { ...store.getRecord(STORY_PREFIX + story.id), questions });
  }
}
