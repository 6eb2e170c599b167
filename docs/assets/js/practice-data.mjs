/**
 * What a round and the story bank show, from `api/v1/practice.json`, and what the reader has practised of it.
 *
 * @typedef {{ ask: string, tests: string }} FollowUp
 * @typedef {{ id: string, aliases?: string[], title: string, heard_as: string[], family: string, formats: string[], people: string[],
 *   fields: string[], level: string, competencies: string[], beats: { name: string, say: string, seconds: number }[],
 *   follow_ups: FollowUp[], listens_for: string[], sinks: string[], example: { who: string, text: string }, url: string }} Question
 * @typedef {{ id: string, title: string }} Term
 * @typedef {Term & { judges: string[], competencies: string[], url: string }} Person
 * @typedef {{ questions: Question[], people: Person[], formats: Term[], fields: Term[], families: Term[], competencies: Term[],
 *   factors: Term[], signs: (Term & { signal: string, weight: string })[] }} Practice
 */
import { siteUrl } from "./dom.mjs";
import { isRecord } from "./shape.mjs";
import { millis } from "./state.mjs";
import { store } from "./store.mjs";

/** @type {Promise<Practice> | undefined} */
let loading;

/** @returns {Promise<Practice>} */
export function practice() {
  loading ??= fetch(siteUrl("api/v1/practice.json")).then((answer) => {
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return answer.json();
  });
  loading.catch(() => { loading = undefined; });
  return loading;
}

/** Seconds to aim for. @param {Question} question */
export const target = ({ beats }) => beats.reduce((sum, { seconds }) => sum + seconds, 0);

/**
 * What the reader did with a question, also under a former id; the latest counts.
 * @param {{ id: string, aliases?: string[] }} question @returns {import("./spaced.mjs").Practised | undefined}
 */
export function practised({ id, aliases = [] }) {
  return [id, ...aliases].map((name) => store.kept(`question-${name}`)).filter(isRecord)
    .sort((a, b) => millis(b.last) - millis(a.last))[0];
}
