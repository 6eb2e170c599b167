/** Explains the metrics of a recording in words. The values are rough and never judge the person. */
import { formatSeconds } from "../lib/stopwatch.mjs";

/** @param {number} seconds */
const formatShort = (seconds) => `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;

/**
 * Name, value and explanation of each known metric.
 * @param {import("./audio-analysis.mjs").AudioMetrics} metrics @param {number} target seconds to aim for, 0 for none @returns {[string, string, string][]}
 */
export function metricRows(metrics, target) {
  const length = /** @type {[string, string, string]} */ (["Length", formatSeconds(metrics.seconds) + (target ? ` of ${formatSeconds(target)}` : ""), explainLength(metrics.seconds, target)]);
  if (!metrics.heard) return [length, ["Sound", "no voice heard", "Check that the right microphone is on. It was very quiet, or the room was as loud as you were."]];
  return [
    length,
    ["Before the first word", formatShort(metrics.delay), metrics.delay > 5 ? "That's a long silence. Saying “let me think for a moment” makes it feel short." : "It sounds as if you're thinking."],
    ["Speaking share", `about ${Math.round(metrics.share * 100)}%`, "How much of the time you were speaking, from your first word to your last."],
    ["Pauses", `about ${metrics.pauses}`, "Half a second or longer. Listeners need them."],
    ["Longest pause", formatShort(metrics.longest), metrics.longest > 3 ? "Listen to it: were you choosing a word, or looking for the story?" : "Nothing a listener would notice."],
    metrics.pace ? ["Pace", `about ${Math.round(metrics.pace / 10) * 10} syllables a minute`, "Only useful for comparing with another recording of yours."]
      : ["Pace", "not measured", "There was too little speech, or there were other sounds in it."],
    ...(metrics.clipped ? [/** @type {[string, string, string]} */ (["Loudness", "too loud", "The sound is distorted. Move the device farther away from you."])] : []),
  ];
}

/** @param {number} seconds @param {number} target */
function explainLength(seconds, target) {
  if (!target) return "";
  if (seconds < target / 2) return "Short. That's fine if every part of the answer is there. Is one missing?";
  if (seconds > target * 1.5) return "Long. Which part could you cut?";
  return "About the length to aim for.";
}
