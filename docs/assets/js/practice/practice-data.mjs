/**
 * What practice and stories are made of, and what the reader has practised of it. Cards are enough to choose a round;
 * a question is loaded when it is asked.
 *
 * @typedef {{ id: string, aliases?: string[], family: string, formats: string[], people: string[], fields: string[], seconds: number }} Card
 *   `seconds` is the length to aim for
 * @typedef {{ ask: string, tests: string }} FollowUp
 * @typedef {{ id: string, aliases?: string[], title: string, heard_as: string[], people: string[],
 *   beats: { name: string, say: string, seconds: number }[], follow_ups: FollowUp[], listens_for: string[], sinks: string[],
 *   example: { who: string, text: string }, url: string }} Question
 * @typedef {{ id: string, title: string }} Term
 * @typedef {Term & { judges: string[], competencies: string[], url: string }} Person
 * @typedef {{ people: Person[], competencies: Term[], factors: Term[], signs: (Term & { signal: string, weight: string })[] }} Practice
 */
import { fetchApi, fetchJson } from "../lib/api.mjs";
import { questionRecord } from "../storage/saved-names.mjs";
import { isRecord } from "../storage/validators.mjs";
import { millis } from "../storage/state.mjs";
import { store } from "../storage/store.mjs";

/** What an answer can hold: its name in a record, and the reader's words for it. */
export const SAID = [["result", "what came of it"], ["number", "a number"], ["part", "my own part"], ["learned", "what I learned"]];

/** @returns {Promise<Practice>} */
export const practice = () => fetchApi("practice");

/** @returns {Promise<Card[]>} */
export const cards = () => fetchApi("cards").then(({ items }) => items);

/** @param {string[]} ids of cards @returns {Promise<Question[]>} */
export const questions = (ids) => Promise.all(ids.map((id) => fetchJson(`practice/questions/${id}.json`)));

/** Seconds to aim for. @param {Question} question */
export const target = ({ beats }) => beats.reduce((sum, { seconds }) => sum + seconds, 0);

/**
 * What the reader did with a question, also under a former id; the latest counts.
 * @param {{ id: string, aliases?: string[] }} question @returns {import("./spaced-repetition.mjs").Practised | undefined}
 */
export function practised({ id, aliases = [] }) {
  return [id, ...aliases].map((name) => store.getRecord(questionRecord(name))).filter(isRecord)
    .sort((a, b) => millis(b.last) - millis(a.last))[0];
}
