/**
 * Rough figures of a recording, from how loud it is over time. Pure: samples in, seconds and counts out. No word is
 * understood and no voice recognised.
 *
 * Loudness is measured in steps of 10 ms. The quiet of the room is the 5th percentile of it, the voice what is reached for
 * half a second, or the 95th percentile of a short take; between them lie two thresholds, so that one wavering at the edge is no pause (hysteresis). Syllables are peaks of the smoothed
 * loudness that rise 2 dB over the dips beside them, after De Jong and Wempe, Behavior Research Methods 41 (2009).
 *
 * @typedef {{ from: number, to: number }} Stretch   in steps
 * @typedef {{ seconds: number, heard: boolean, delay: number, share: number, pauses: number, longest: number, pace: number, clipped: boolean }} Figures
 *   `delay` is before the first word and `longest` the longest pause, both in seconds; `share` is that of sound from the first
 *   word to the last; `pace` is syllables in a minute of speech, 0 when it could not be told; without `heard` only `seconds` counts.
 */
const STEP = 0.01;
const PAUSE = 0.5;
/** Shorter silences are part of a word, shorter sounds are a click. */
const GAP = 0.2;
const CLICK = 0.08;
const SILENCE = -100;
/** A voice stands out from the room by at least this much, in dB. */
const STANDS_OUT = 6;
/** Weaker than this below the voice is breath or room, in dB. */
const RANGE = 32;
/** Slower or faster than anybody speaks, in syllables a minute: something else was counted. */
const PACE = { least: 90, most: 450 };
/** Less speech than this says nothing of the pace, in seconds. */
const ENOUGH = 5;

/** @param {Float32Array[]} channels @param {number} rate samples a second @returns {Figures} */
export function figures(channels, rate) {
  const seconds = (channels[0]?.length ?? 0) / rate;
  const levels = loudness(channels, rate);
  const speech = stretches(levels);
  const nothing = { seconds, heard: false, delay: 0, share: 0, pauses: 0, longest: 0, pace: 0, clipped: isClipped(channels) };
  if (!speech.length) return nothing;
  const [first, last] = [speech[0].from, speech[speech.length - 1].to];
  const spoken = speech.reduce((sum, { from, to }) => sum + to - from, 0);
  const silences = speech.slice(1).map(({ from }, at) => (from - speech[at].to) * STEP).filter((silence) => silence >= PAUSE);
  return {
    ...nothing, heard: true, delay: first * STEP, share: spoken / (last - first),
    pauses: silences.length, longest: Math.max(0, ...silences), pace: pace(levels, speech, spoken * STEP),
  };
}

/** Loudness in dB for each step, over windows of two steps; the mean of a window is taken out, for microphones with an offset. @param {Float32Array[]} channels @param {number} rate */
function loudness(channels, rate) {
  const hop = Math.max(1, Math.round(rate * STEP));
  const steps = Math.floor((channels[0]?.length ?? 0) / hop);
  return Float32Array.from({ length: steps }, (_, step) => {
    const power = channels.reduce((sum, samples) => sum + variance(samples, step * hop, Math.min(samples.length, (step + 2) * hop)), 0);
    return power > 0 ? Math.max(SILENCE, 10 * Math.log10(power)) : SILENCE;
  });
}

/** @param {Float32Array} samples @param {number} from @param {number} to */
function variance(samples, from, to) {
  let sum = 0;
  let squares = 0;
  for (let at = from; at < to; at += 1) {
    sum += samples[at];
    squares += samples[at] * samples[at];
  }
  const count = to - from;
  return squares / count - (sum / count) ** 2;
}

/** @param {Float32Array} values @param {number} part */
const quantile = (values, part) => values.toSorted()[Math.min(values.length - 1, Math.floor(part * values.length))];

/** Where somebody speaks. @param {Float32Array} levels @returns {Stretch[]} */
function stretches(levels) {
  const [room, voice] = [quantile(levels, 0.05), quantile(levels, Math.max(0.95, 1 - 0.5 / (levels.length * STEP)))];
  if (!levels.length || voice - room < STANDS_OUT) return [];
  const on = Math.max(room + Math.max(STANDS_OUT / 2, 0.35 * (voice - room)), voice - RANGE);
  const off = on - Math.min(4, 0.1 * (voice - room));
  /** @type {Stretch[]} */
  const found = [];
  let from = -1;
  for (let at = 0; at <= levels.length; at += 1) {
    const level = at < levels.length ? levels[at] : -Infinity;
    if (from < 0 && level >= on) from = at;
    if (from < 0 || level >= off) continue;
    found.push({ from, to: at });
    from = -1;
  }
  return joined(found).filter(({ from: start, to }) => (to - start) * STEP >= CLICK);
}

/** Silences inside a word close. @param {Stretch[]} found */
function joined(found) {
  /** @type {Stretch[]} */
  const whole = [];
  for (const one of found) {
    const before = whole.at(-1);
    if (before && (one.from - before.to) * STEP < GAP) before.to = one.to;
    else whole.push({ ...one });
  }
  return whole;
}

/** @param {Float32Array} levels @param {Stretch[]} speech @param {number} spoken seconds */
function pace(levels, speech, spoken) {
  if (spoken < ENOUGH) return 0;
  const peaks = speech.reduce((sum, { from, to }) => sum + syllables(smoothed(levels.subarray(from, to))), 0);
  const found = (60 * peaks) / spoken;
  return found >= PACE.least && found <= PACE.most ? found : 0;
}

/** The mean over 70 ms. @param {Float32Array} levels */
const smoothed = (levels) => levels.map((_, at) => {
  const around = levels.subarray(Math.max(0, at - 3), at + 4);
  return around.reduce((sum, level) => sum + level, 0) / around.length;
});

/** @param {Float32Array} levels */
function syllables(levels) {
  const RISE = 2;
  let count = 0;
  let low = levels[0];
  let high = -Infinity;
  for (const level of levels) {
    if (high === -Infinity) {
      low = Math.min(low, level);
      if (level >= low + RISE) high = level;
    } else if (level <= high - RISE) {
      count += 1;
      high = -Infinity;
      low = level;
    } else high = Math.max(high, level);
  }
  return count + (high > -Infinity ? 1 : 0);
}

/** Whether one sample in a thousand is as loud as it can be. @param {Float32Array[]} channels */
function isClipped(channels) {
  const full = channels.map((samples) => samples.reduce((sum, sample) => sum + (Math.abs(sample) >= 0.999 ? 1 : 0), 0));
  return full.some((count, at) => count > channels[at].length / 1000);
}
