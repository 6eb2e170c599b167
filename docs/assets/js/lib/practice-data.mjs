/**
 * Fetches the questions for practice and the terms of the stories. A round is chosen from the small cards; the whole
 * question is fetched when it is asked.
 *
 * @typedef {{ id: string, aliases?: string[], family: string, formats: string[], people: string[], fields: string[], seconds: number, likely?: number }} Card
 *   `seconds` is the length to aim for, `likely` the number of formats that list it, unless it needs context
 * @typedef {{ ask: string, tests: string }} FollowUp
 * @typedef {{ id: string, aliases?: string[], title: string, heard_as: string[], people: string[],
 *   beats: { name: string, say: string, seconds: number }[], follow_ups: FollowUp[], listens_for: string[], sinks: string[],
 *   example: { who: string, text: string }, url: string }} Question
 * @typedef {{ id: string, title: string }} Term
 * @typedef {Term & { judges: string[], competencies: string[], url: string }} Person
 * @typedef {{ people: Person[], competencies: Term[], factors: Term[], signs: (Term & { signal: string, weight: string })[] }} Practice
 */
import { fetchApi, fetchJson } from "./api.mjs";

/** The parts of an answer to tick in the review: the name in the saved record, and the label. */
export const REVIEW_POINTS = [["result", "the result"], ["number", "a number"], ["part", "my own part"], ["learned", "what I learned"]];

/** @returns {Promise<Practice>} */
export const fetchPractice = () => fetchApi("practice");

/** @returns {Promise<Card[]>} */
export const fetchCards = () => fetchApi("cards").then(({ items }) => items);

/** @param {string[]} ids of cards @returns {Promise<Question[]>} */
export const fetchQuestions = (ids) => Promise.all(ids.map((id) => fetchJson(`practice/questions/${id}.json`)));

/** The recommended length in seconds. @param {Question} question */
export const targetSeconds = ({ beats }) => beats.reduce((sum, { seconds }) => sum + seconds, 0);
