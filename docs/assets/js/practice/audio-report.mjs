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
  if (!metrics.heard) return [length, ["Sound", "no voice found", "Either it was very quiet, or the room was as loud as you. Is the right microphone on?"]];
  return [
    length,
    ["Before the first word", formatShort(metrics.delay), metrics.delay > 5 ? "Long on the clock. Saying “let me think for a moment” makes it short." : "Sounds like thought."],
    ["Speaking share", `about ${Math.round(metrics.share * 100)} %`, "How much was sound, from the first word to the last."],
    ["Pauses", `about ${metrics.pauses}`, "Half a second or longer. Listeners need them."],
    ["Longest pause", formatShort(metrics.longest), metrics.longest > 3 ? "Listen to it: were you choosing a word, or looking for the story?" : "Nothing a listener would notice."],
    metrics.pace ? ["Pace", `about ${Math.round(metrics.pace / 10) * 10} syllables a minute`, "Only good to compare with another take of yours."]
      : ["Pace", "left out", "Too little speech, or other sounds in it."],
    ...(metrics.clipped ? [/** @type {[string, string, string]} */ (["Loudness", "too loud", "The sound is cut off. Move the device away from you."])] : []),
  ];
}

/** @param {number} seconds @param {number} target */
function explainLength(seconds, target) {
  if (!target) return "";
  if (seconds < target / 2) return "Short. If it held all its parts, good; if not, which one is missing?";
  if (seconds > target * 1.5) return "Long. Which part could go?";
  return "About the length to aim for.";
}
