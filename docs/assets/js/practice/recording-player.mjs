/** Controls of a recording: player, metrics, name, download and delete. Used by the round dialog and <recording-list>. */
import { button, download, h, visuallyHidden } from "../lib/dom.mjs";
import { formatSeconds } from "../lib/stopwatch.mjs";
import { analyzeAudio } from "./audio-analysis.mjs";
import { metricRows } from "./audio-report.mjs";
import { listRecordings, saveRecording } from "./recordings.mjs";

/** @typedef {import("./recordings.mjs").Recording} Recording */

const SAMPLE_RATE = 16000;
/** @type {Record<string, string>} */
const PART_NAMES = { answer: "Your answer", "follow-0": "First follow-up", "follow-1": "Second follow-up", "follow-2": "Third follow-up" };

/** @param {Recording} recording */
export const partName = ({ part }) => PART_NAMES[part] ?? "A recording";

/** @param {Recording} recording */
export const recordingTitle = (recording) => recording.name || `${partName(recording)}, ${new Date(recording.at).toLocaleString("en-US", { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" }).replace("AM", "a.m.").replace("PM", "p.m.")}`;

/** The metrics of a sound; undefined when the browser cannot decode it. @param {Blob} sound @returns {Promise<import("./audio-analysis.mjs").AudioMetrics | undefined>} */
export async function analyze(sound) {
  try {
    const decoded = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(await sound.arrayBuffer());
    return analyzeAudio(Array.from({ length: decoded.numberOfChannels }, (_, channel) => decoded.getChannelData(channel)), decoded.sampleRate);
  } catch {
    return undefined;
  }
}

/** @type {Map<string, string>} object URLs by the id of the recording */
const addresses = new Map();

/** @param {Recording} recording */
export function audioPlayer(recording) {
  if (!addresses.has(recording.id)) addresses.set(recording.id, URL.createObjectURL(/** @type {Blob} */ (recording.sound)));
  return h("audio", { controls: true, preload: "metadata", src: addresses.get(recording.id), loadedmetadata: findLength, "aria-label": `${recordingTitle(recording)}, ${formatSeconds(recording.seconds)}` });
}

/** Seek to the end to find the duration, which MediaRecorder does not write into WebM files; without it there is no seek bar. @param {Event} event */
function findLength({ currentTarget }) {
  const audio = /** @type {HTMLAudioElement} */ (currentTarget);
  if (audio.duration !== Infinity) return;
  audio.addEventListener("seeked", () => { audio.currentTime = 0; }, { once: true });
  audio.currentTime = Number.MAX_SAFE_INTEGER;
}

/** A table with the metrics of one recording, or of two side by side. @param {Recording[]} recordings */
export async function metricsTable(recordings) {
  const metrics = await Promise.all(recordings.map(({ sound }) => analyze(/** @type {Blob} */ (sound))));
  const columns = metrics.map((one, at) => new Map(one ? metricRows(one, recordings[at].target).map(([name, value, means]) => [name, { value, means }]) : []));
  const names = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  if (!names.length) return h("p", { className: "note" }, "You can still listen, but this browser can't analyze the recording.");
  // The explanations are left out when two recordings are compared.
  const means = (/** @type {{ means: string } | undefined} */ figure) => (recordings.length > 1 ? "" : h("span", { className: "means" }, figure?.means ?? ""));
  const rows = names.map((name) => h("tr", {}, h("th", { scope: "row" }, name),
    ...columns.map((column) => h("td", {}, column.get(name)?.value ?? "", means(column.get(name))))));
  const heads = recordings.length > 1 ? [h("thead", {}, h("tr", {}, h("td"), ...recordings.map((recording) => h("th", { scope: "col" }, recordingTitle(recording)))))] : [];
  return h("table", { className: "figures" }, h("caption", {}, "Rough numbers, from the sound alone"), ...heads, h("tbody", {}, ...rows));
}

/** A field that saves the name on change. @param {Recording} recording @param {() => void} [onRename] */
export function nameField(recording, onRename) {
  const input = h("input", {
    type: "text", maxLength: 80, value: recording.name, placeholder: recordingTitle({ ...recording, name: "" }), autocomplete: "off",
    change: () => { recording.name = input.value.trim(); saveRecording(recording).then(onRename, () => undefined); },
  });
  return h("label", { className: "take-name" }, "Name ", input);
}

/** @param {Recording} recording */
export function downloadButton(recording) {
  const extension = recording.type.includes("mp4") ? "m4a" : recording.type.includes("ogg") ? "ogg" : "webm";
  const fileName = () => `${recordingTitle(recording).replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")}.${extension}`;
  const save = button("Download", () => download(fileName(), /** @type {Blob} */ (recording.sound), recording.type));
  save.append(visuallyHidden(` (${recordingTitle(recording)})`));
  return save;
}

/** The recordings of a question in this round, each with the previous one for comparison. @param {import("../lib/practice-data.mjs").Question} question @param {Promise<(Recording & { isUnsaved?: boolean }) | undefined>[]} pending */
export function roundRecordings(question, pending) {
  const section = h("section", { className: "round-takes", "aria-label": "Hear yourself" }, h("p", { className: "note" }, "One moment …"));
  Promise.all(pending).then(async (recordings) => {
    const finished = recordings.flatMap((recording) => (recording?.sound?.size ? [recording] : []));
    const before = (await listRecordings().catch(() => [])).filter((recording) => recording.question === question.id && !finished.some(({ id }) => id === recording.id));
    section.replaceChildren(h("h3", {}, "Hear yourself"), ...(finished.length ? finished.map((recording) => recordingDetails(recording, before.find(({ part }) => part === recording.part))) : [h("p", { className: "note" }, "Nothing was recorded.")]));
  });
  return section;
}

/** @param {Recording & { isUnsaved?: boolean }} recording @param {Recording | undefined} before */
function recordingDetails(recording, before) {
  const place = h("div", {});
  const keep = button("Deleted. Restore it", () => { setDeleted(false); });
  const drop = button("Delete", () => { setDeleted(true); });
  const setDeleted = (/** @type {boolean} */ deleted) => {
    saveRecording({ ...recording, deleted: deleted ? new Date().toISOString() : undefined }).catch(() => undefined);
    drop.hidden = deleted;
    keep.hidden = !deleted;
    (deleted ? keep : drop).focus();
  };
  keep.hidden = true;
  for (const one of [keep, drop]) one.append(visuallyHidden(` (${partName(recording)})`));
  metricsTable(before ? [recording, before] : [recording]).then((table) => place.replaceChildren(table));
  const old = before ? [h("p", {}, "Your previous recording: ", audioPlayer(before))] : [];
  return h("details", { className: "round-aid", open: recording.part === "answer" }, h("summary", {}, `${partName(recording)}, ${formatSeconds(recording.seconds)}`),
    audioPlayer(recording), ...old, place, h("p", { className: "line-form" }, recording.isUnsaved ? "Not saved." : nameField(recording), recording.isUnsaved ? "" : drop, recording.isUnsaved ? "" : keep, downloadButton(recording)));
}
