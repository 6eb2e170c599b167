/** The map of what the stories cover: a table with remarks, and a story for each person of the plan. */
import { h, pluralize, siteUrl } from "../lib/dom.mjs";
import { joinWords } from "../lib/words.mjs";
import { readPlan } from "../plan/plan-data.mjs";
import { store } from "../storage/store.mjs";
import { computeCoverage, describeCoverage, readStories, storyTitle, suggestStories } from "./stories.mjs";

export { fetchPractice } from "../lib/practice-data.mjs";

/** @typedef {{ name: string, person: import("../lib/practice-data.mjs").Person }} Member */

/** Gaps are shown from this many stories. */
const MIN_STORIES = 3;

/** The map, and a key that changes when it does. @param {import("../lib/practice-data.mjs").Practice} guide */
export function coverageView({ people, competencies }) {
  const all = readStories(store.current.kept);
  const panel = readPanel(people);
  const wanted = [...new Set(panel.flatMap(({ person }) => person.competencies))];
  const words = all.length < MIN_STORIES ? [`Once you have ${MIN_STORIES} stories, you'll see here what's still missing.`] : describeCoverage(all, competencies, wanted);
  return {
    key: JSON.stringify([all.map(({ id, name, competencies: shown, told }) => [id, name, shown, told]), panel.map(({ name, person }) => [name, person.id])]),
    parts: [
      h("ul", { className: "map-words" }, ...(words.length ? words : ["Everything has a story, and no story has to show too much."]).map((text) => h("li", {}, text))),
      h("div", { className: "map-scroll", tabIndex: 0, role: "region", "aria-label": "Story map" }, coverageTable(all, computeCoverage(all, competencies), wanted)),
      h("h3", {}, "A story for each person"), ...panelSuggestions(all, panel, competencies),
    ],
  };
}

/** The people of the plan with a known kind. @param {import("../lib/practice-data.mjs").Person[]} people @returns {Member[]} */
function readPanel(people) {
  return readPlan(store).people.flatMap(({ name, role, person }) => {
    const kind = people.find(({ id }) => id === person);
    return kind ? [{ name: [name, role || kind.title].filter(Boolean).join(", "), person: kind }] : [];
  });
}

/** @param {import("./stories.mjs").Story[]} all @param {Member[]} panel @param {import("../lib/practice-data.mjs").Term[]} competencies */
function panelSuggestions(all, panel, competencies) {
  if (!panel.length) return [h("p", {}, "Who will you meet? Add them to ", h("a", { href: siteUrl("plan/") }, "your plan"), ", and this page will suggest a story for each of them.")];
  const title = (/** @type {string} */ id) => competencies.find((one) => one.id === id)?.title.toLowerCase() ?? id;
  return [h("ul", { className: "map-panel" }, ...suggestStories(all, panel).map(({ name, person, story, shows }) => h("li", {},
    h("strong", {}, name), ": ",
    story ? h("span", {}, `“${storyTitle(story)}”. It shows ${joinWords(shows.map(title))}, which they often ask about.${story.told ? " You told it in round one: add what is new." : ""}`)
      : h("span", {}, `no story fits yet. They often ask about ${joinWords(person.competencies.slice(0, 3).map(title))}.`),
    h("p", { className: "note" }, "What they judge: ", person.judges[0]))))];
}

/** @param {import("./stories.mjs").Story[]} all @param {ReturnType<typeof computeCoverage>} covered @param {string[]} wanted */
function coverageTable(all, covered, wanted) {
  const head = h("tr", {}, h("th", { scope: "col" }, "What it shows"), ...all.map((story) => h("th", { scope: "col", className: "map-story" }, h("span", {}, storyTitle(story)))), h("th", { scope: "col" }, "Total"));
  // With one or two stories nearly everything would be a gap.
  const isEarly = all.length < MIN_STORIES;
  const listed = covered.filter(({ id, stories: { length } }) => !isEarly || length || wanted.includes(id));
  const rows = listed.map(({ id, title, stories: its }) => h("tr", { className: its.length || isEarly ? "" : "map-gap" },
    h("th", { scope: "row" }, title, wanted.includes(id) ? h("small", {}, " (your panel asks)") : ""),
    ...all.map((story) => h("td", {}, its.includes(story) ? h("span", { className: "dot" }, h("span", { className: "sr" }, "yes")) : h("span", { className: "sr" }, "no"))),
    h("td", {}, its.length ? String(its.length) : isEarly ? "not yet" : "gap")));
  const sums = h("tr", {}, h("th", { scope: "row" }, "Total"), ...all.map((story) => h("td", {}, String(story.competencies.length))), h("td", {}, ""));
  return h("table", { className: "map" }, h("caption", { className: "sr" }, `${pluralize(all.length, "story", "stories")} and what each shows`), h("thead", {}, head), h("tbody", {}, ...rows), h("tfoot", {}, sums));
}
