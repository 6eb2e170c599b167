/**
 * Composes the text to practice with: a prompt for an AI assistant, a message to a friend who asks, or a sheet for
 * practicing alone on paper. Pure: the caller reads the plan and the questions.
 *
 * @typedef {import("../lib/practice-data.mjs").Question} Question
 * @typedef {{ id: string, title: string, role: string, name: string, judges: string[] }} Interviewer `id` and `title` are of data/people
 * @typedef {{ format: string, field: string, level: string, minutes: number, days: number | undefined, employer: string, job: string,
 *   me: string, people: Interviewer[], stories: Record<string, any>[] }} Brief `days` until an interview that isn't over; `me` is the reader's name
 * @typedef {{ employer: boolean, names: boolean, stories: boolean }} Shared
 * @typedef {"assistant" | "partner" | "paper"} Output
 */

/** In bytes: assistants cut longer messages, and no one reads them. */
export const MAX_SIZE = 16_000;
const STORIES_SIZE = 2500;
/** Of a field of a story, in characters. */
const MAX_FIELD = 350;
const MAX_PEOPLE = 8;
const MAX_QUESTIONS = 12;
const MINUTES_PER_QUESTION = 5;
const LEVELS = ["Probe", "Deeper", "Stress"];
const LEGAL_FORM = /,?\s+(?:inc|ltd|limited|llc|llp|plc|corp|co|gmbh|ag|sa|bv|pty)\.?$/i;
/** Words at the start of an employer's name that say nothing without the rest. */
const NO_NAME = /^(?:the|an?|st\.?|new|city|county|state|town|university|college|school|bank|ministry|department|office|first|general|national|royal|united)$/i;
const STORY_FIELDS = ["situation", "task", "action", "result", "learned"];

/** @param {number} minutes */
export const countQuestions = (minutes) => Math.min(MAX_QUESTIONS, Math.max(1, Math.round(minutes / MINUTES_PER_QUESTION)));

/**
 * The part of a brief that the reader shares. Employer and names are also taken out of the texts that the reader wrote.
 * @param {Brief} brief @param {Shared} shared @returns {Brief}
 */
export function withhold(brief, shared) {
  const names = [brief.me, ...brief.people.map(({ name }) => name)].flatMap((name) => [name, ...name.split(/[\s,]+/)]);
  const hidden = /** @type {[string, string, string][]} */ ([
    ...(shared.employer ? [] : employerNames(brief.employer).map((name, at) => [name, "the employer", at < 2 ? "i" : ""])),
    ...(shared.names ? [] : names.map((name) => [name, "someone", "i"])),
  ].map(([secret, ...rest]) => [secret.normalize().trim(), ...rest]).filter(([secret]) => secret.length > 1));
  const clean = (/** @type {unknown} */ text) => hidden.reduce((rest, [secret, stand, flags]) => rest.replaceAll(wholeWord(secret, flags), stand), String(text ?? "").normalize().trim());
  return {
    ...brief, employer: shared.employer ? brief.employer : "", job: shared.employer ? brief.job : "",
    people: brief.people.map((person) => ({ ...person, name: shared.names ? person.name : "", role: clean(person.role).replace(/(?:,| at| of| for)? the employer$/i, "") })),
    stories: shared.stories ? brief.stories.map((story) => Object.fromEntries(["name", ...STORY_FIELDS].map((field) => [field, clean(story[field])]))) : [],
  };
}

/** The name of an employer in full, without its legal form, and its first words: "Hillcrest" may stand for "Hillcrest Primary School". @param {string} name */
function employerNames(name) {
  const short = name.replace(LEGAL_FORM, "").trim();
  const words = short.replace(/^the\s+/i, "").split(/\s+/);
  return [name, short, ...words.map((_, at) => words.slice(0, words.length - at).join(" ")).filter((start) => !NO_NAME.test(start))];
}

/** Matches a text as a whole word, with any spaces and apostrophes. @param {string} text @param {string} flags */
const wholeWord = (text, flags) => new RegExp(`(?<![\\p{L}\\p{N}])${text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+").replace(/['‘’]/g, "['‘’]")}(?![\\p{L}\\p{N}])`, `gu${flags}`);

/**
 * @param {Output} output @param {Brief} brief as the reader shares it @param {Question[]} questions @param {string} rules for the assistant
 * @param {string} link to the questions on the page for a partner
 */
export function compose(output, brief, questions, rules, link) {
  return { assistant: composePrompt, partner: composeMessage, paper: composeSheet }[output](brief, questions, rules, link);
}

/** @param {Brief} brief @param {Question[]} questions @param {string} rules */
function composePrompt(brief, questions, rules) {
  const people = brief.people.slice(0, MAX_PEOPLE);
  const isSoon = brief.days === 0 || brief.days === 1;
  const stories = fit(brief.stories.map(storyText), STORIES_SIZE);
  const parts = (/** @type {string[]} */ asked) => [
    `# Mock interview\n\n${rules.trim()}`, `## This interview\n\n${facts(brief, asked.length)}${isSoon ? "\n- In the debrief, suggest only what I can still do by then." : ""}`,
    `## The people you play\n\n${people.length ? people.map(personText).join("\n") : "- One interviewer: the hiring manager."}`,
    `## The questions\n\n${asked.join("\n\n")}`,
    ...(stories.length ? [`## Stories I may tell\n\nDon't bring them up yourself. Use them only to notice what I left out.\n\n${stories.join("\n\n")}`] : []),
    "Start now, with a greeting of one sentence and the first question. Then wait.\n",
  ].join("\n\n");
  return parts(fit(questions.map((question, at) => questionText(question, at + 1, people)), MAX_SIZE - size(parts([])) - 10));
}

/** @param {Brief} brief @param {Question[]} questions @param {string} _rules @param {string} link */
function composeMessage(brief, questions, _rules, link) {
  const asked = fit(questions.map(({ title, follow_ups }, at) => `${at + 1}. ${title}\n${follow_ups.map(({ ask }) => `   then: ${ask}`).join("\n")}`), MAX_SIZE / 2);
  return [
    `Would you practice a job interview with me for about ${brief.minutes} minutes? You ask, and I answer. You don't need to know anything about my work.`,
    facts(brief, asked.length),
    `Ask one question and wait, even if it's quiet for ten seconds. Then ask the follow-ups, one at a time. Please don't help me. At the end, tell me one thing to keep and one thing to change.`,
    `What to listen for, with boxes to check: ${link}`, asked.join("\n\n"),
  ].join("\n\n");
}

/** @param {Brief} brief @param {Question[]} questions */
function composeSheet(brief, questions) {
  const asked = fit(questions.map(({ title, follow_ups, listens_for }, at) => [
    `${at + 1}. ${title}`, ...follow_ups.map(({ ask }) => `   [ ] ${ask}`), "   I said:", ...listens_for.map((line) => `   [ ] ${line}`), "   Keep: ______________________   Change: ______________________",
  ].join("\n")), MAX_SIZE - 1000);
  return ["Practice on paper", facts(brief, asked.length),
    "Cover what's below the question. Answer out loud, then uncover the follow-ups one by one, and answer each. Check off what you said.", asked.join("\n\n")].join("\n\n");
}

/** @param {Brief} brief @param {number} count of questions */
function facts({ format, field, level, minutes, days, employer, job }, count) {
  const when = days === undefined ? "" : ["today", "tomorrow"][days] ?? `in ${days} days`;
  return [
    ["Format", format], ["Line of work", field], ["Seniority", level], ["Employer", employer], ["Job", job],
    ["When", when], ["Length", `about ${minutes} minutes: ${count} ${count === 1 ? "question" : "questions"}, each with one or two follow-ups`],
  ].filter(([, text]) => text).map(([label, text]) => `- ${label}: ${text}`).join("\n");
}

/** @param {Interviewer} person */
function personText({ title, role, name, judges }) {
  const called = [name, role || title].filter(Boolean).join(", ") || "An interviewer";
  const kind = role && title && role.toLowerCase() !== title.toLowerCase() ? ` (${title.toLowerCase()})` : "";
  return `- ${called}${kind}${judges.length ? `. Judges: ${judges.slice(0, 2).join(" ")}` : ""}`;
}

/** @param {Question} question @param {number} number @param {Interviewer[]} people */
function questionText({ id, title, follow_ups, listens_for, sinks, people: askers }, number, people) {
  const fitting = people.filter((person) => askers.includes(person.id)).map(({ role, title: kind }) => role || kind);
  return [
    `### ${number}. ${title}`, `Id: ${id}`, ...(fitting.length ? [`Best asked by: ${fitting.join(", ")}`] : []),
    ...follow_ups.map(({ ask }, at) => `${LEVELS[at]}: ${ask}`),
    "Listens for:", ...listens_for.map((line) => `- ${line}`), "Sinks it:", ...sinks.map((line) => `- ${line}`),
  ].join("\n");
}

/** @param {Record<string, any>} story */
const storyText = (story) => [`### ${story.name || "A story"}`, ...STORY_FIELDS.filter((field) => story[field]).map((field) => `${field[0].toUpperCase()}${field.slice(1)}: ${shorten(story[field])}`)].join("\n");

/** @param {string} text */
const shorten = (text) => (text.length > MAX_FIELD ? `${text.slice(0, MAX_FIELD)} …` : text);

/** @param {string} text in bytes */
const size = (text) => new TextEncoder().encode(text).length;

/** The first of some texts that fit, with the blank lines between them. @param {string[]} texts @param {number} room in bytes */
function fit(texts, room) {
  let left = room;
  return texts.filter((text) => (left -= size(text) + 2) >= 0);
}
