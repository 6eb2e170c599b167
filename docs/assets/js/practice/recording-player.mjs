/** A take on the screen: hear it, see its rough figures beside those of another, name it, download it, delete it. */
import { formatSeconds } from "../lib/stopwatch.mjs";
import { button, h, visuallyHidden } from "../lib/dom.mjs";
import { inRows } from "./audio-report.mjs";
import { figures } from "./audio-analysis.mjs";
import { allTakes, put } from "./recordings.mjs";

/** @typedef {import("./recordings.mjs").Take} Take */

const RATE = 16000;
/** @type {Record<string, string>} */
const PARTS = { answer: "Your answer", "follow-0": "The probe", "follow-1": "Deeper", "follow-2": "The stress test" };

/** @param {Take} take */
export const partOf = ({ part }) => PARTS[part] ?? "A take";

/** @param {Take} take */
export const titleOf = (take) => take.name || `${partOf(take)}, ${new Date(take.at).toLocaleString("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })}`;

/** The figures of a sound, or nothing where it cannot be decoded. @param {Blob} sound @returns {Promise<import("./audio-analysis.mjs").Figures | undefined>} */
export async function measured(sound) {
  try {
    const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await sound.arrayBuffer());
    return figures(Array.from({ length: decoded.numberOfChannels }, (_, channel) => decoded.getChannelData(channel)), decoded.sampleRate);
  } catch {
    return undefined;
  }
}

/** @type {Map<string, string>} one address for each sound, however often it is drawn */
const addresses = new Map();

/** @param {Take} take */
export function player(take) {
  if (!addresses.has(take.id)) addresses.set(take.id, URL.createObjectURL(/** @type {Blob} */ (take.sound)));
  return h("audio", { controls: true, preload: "metadata", src: addresses.get(take.id), loadedmetadata: findLength, "aria-label": `${titleOf(take)}, ${formatSeconds(take.seconds)}` });
}

/** A recorder cannot write the length at the start of a WebM file, and without it there is no seek bar: going to the end finds it. @param {Event} event */
function findLength({ currentTarget }) {
  const audio = /** @type {HTMLAudioElement} */ (currentTarget);
  if (audio.duration !== Infinity) return;
  audio.addEventListener("seeked", () => { audio.currentTime = 0; }, { once: true });
  audio.currentTime = Number.MAX_SAFE_INTEGER;
}

/** Rough figures of one take, or of two side by side. @param {Take[]} takes */
export async function figuresTable(takes) {
  const found = await Promise.all(takes.map(({ sound }) => measured(/** @type {Blob} */ (sound))));
  const columns = found.map((one, at) => new Map(one ? inRows(one, takes[at].target).map(([name, value, means]) => [name, { value, means }]) : []));
  const names = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  if (!names.length) return h("p", { className: "note" }, "This browser cannot read the sound, so there are no figures. You can still listen.");
  // Two takes speak for themselves.
  const means = (/** @type {{ means: string } | undefined} */ figure) => (takes.length > 1 ? "" : h("span", { className: "means" }, figure?.means ?? ""));
  const rows = names.map((name) => h("tr", {}, h("th", { scope: "row" }, name),
    ...columns.map((column) => h("td", {}, column.get(name)?.value ?? "", means(column.get(name))))));
  const heads = takes.length > 1 ? [h("thead", {}, h("tr", {}, h("td"), ...takes.map((take) => h("th", { scope: "col" }, titleOf(take)))))] : [];
  return h("table", { className: "figures" }, h("caption", {}, "Rough figures, from the sound alone"), ...heads, h("tbody", {}, ...rows));
}

/** A field for the name; kept when it is left. @param {Take} take @param {() => void} [renamed] */
export function nameField(take, renamed) {
  const input = h("input", {
    type: "text", maxLength: 80, value: take.name, placeholder: titleOf({ ...take, name: "" }), autocomplete: "off",
    change: () => { take.name = input.value.trim(); put(take).then(renamed, () => undefined); },
  });
  return h("label", { className: "take-name" }, "Name ", input);
}

/** @param {Take} take */
export function downloader(take) {
  const save = button("Download", () => {
    const href = URL.createObjectURL(/** @type {Blob} */ (take.sound));
    h("a", { href, download: `${titleOf(take).replace(/[^\p{L}\p{N}]+/gu, "-")}.${take.type.includes("mp4") ? "m4a" : "webm"}` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  });
  save.append(visuallyHidden(` (${titleOf(take)})`));
  return save;
}

/** What was recorded of a question in this round, and beside the answer the last one before. @param {import("./practice-data.mjs").Question} question @param {Promise<(Take & { unkept?: boolean }) | undefined>[]} taken */
export function takesOf(question, taken) {
  const place = h("section", { className: "round-takes", "aria-label": "Hear yourself" }, h("p", { className: "note" }, "One moment …"));
  Promise.all(taken).then(async (takes) => {
    const whole = takes.flatMap((take) => (take?.sound?.size ? [take] : []));
    const before = (await allTakes().catch(() => [])).filter((take) => take.question === question.id && !whole.some(({ id }) => id === take.id));
    place.replaceChildren(h("h3", {}, "Hear yourself"), ...(whole.length ? whole.map((take) => shown(take, before.find(({ part }) => part === take.part))) : [h("p", { className: "note" }, "Nothing was recorded.")]));
  });
  return place;
}

/** @param {Take & { unkept?: boolean }} take @param {Take | undefined} before */
function shown(take, before) {
  const place = h("div", {});
  const keep = button("Keep", () => { gone(false); });
  const drop = button("Delete", () => { gone(true); });
  const gone = (/** @type {boolean} */ deleted) => {
    put({ ...take, deleted: deleted ? new Date().toISOString() : undefined }).catch(() => undefined);
    drop.hidden = deleted;
    keep.hidden = !deleted;
    (deleted ? keep : drop).focus();
  };
  keep.hidden = true;
  keep.textContent = "Deleted. Take it back";
  for (const one of [keep, drop]) one.append(visuallyHidden(` (${partOf(take)})`));
  figuresTable(before ? [take, before] : [take]).then((table) => place.replaceChildren(table));
  const old = before ? [h("p", {}, "The time before: ", player(before))] : [];
  return h("details", { className: "round-aid", open: take.part === "answer" }, h("summary", {}, `${partOf(take)}, ${formatSeconds(take.seconds)}`),
    player(take), ...old, place, h("p", { className: "line-form" }, take.unkept ? "Not kept." : nameField(take), take.unkept ? "" : drop, take.unkept ? "" : keep, downloader(take)));
}
