/**
 * Computes metrics of a recording from its loudness over time: no speech recognition, samples in, seconds and counts out.
 *
 * Loudness is measured in steps of 10 ms. The level of the room is its 5th percentile; the level of the voice is reached
 * for at least half a second, or is the 95th percentile of a short recording. Between them are two thresholds
 * (hysteresis), so that a level near one of them does not create pauses. Syllables are peaks of the smoothed loudness at
 * least 2 dB above the dips beside them, after De Jong and Wempe, Behavior Research Methods 41 (2009).
 *
 * @typedef {{ from: number, to: number }} Segment in steps
 * @typedef {{ seconds: number, heard: boolean, delay: number, share: number, pauses: number, longest: number, pace: number, clipped: boolean }} AudioMetrics
 *   `delay` before the first word and `longest` pause are in seconds; `share` is that of speech between the first and the last
 *   word; `pace` is in syllables per minute of speech, 0 when unknown; without `heard`, only `seconds` is valid
 */
/** In seconds. */
const STEP = 0.01;
const PAUSE = 0.5;
/** A shorter silence is inside a word; a shorter sound is a click. In seconds. */
const GAP = 0.2;
const CLICK = 0.08;
/** In dB. */
const SILENCE = -100;
/** Without this difference between voice and room, there is no voice. In dB. */
const MIN_CONTRAST = 6;
/** Sounds this far below the voice are breath or room. In dB. */
const RANGE = 32;
/** No one speaks slower or faster. In syllables per minute. */
const PACE = { least: 90, most: 450 };
/** The pace needs this much speech. In seconds. */
const MIN_SPEECH = 5;

/** @param {Float32Array[]} channels @param {number} rate samples per second @returns {AudioMetrics} */
export function analyzeAudio(channels, rate) {
  const seconds = (channels[0]?.length ?? 0) / rate;
  const levels = loudness(channels, rate);
  const speech = findSpeech(levels);
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

/** Loudness of each step in dB, over windows of two steps. The variance ignores the DC offset of a microphone. @param {Float32Array[]} channels @param {number} rate */
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

/** The segments with speech. @param {Float32Array} levels @returns {Segment[]} */
function findSpeech(levels) {
  const [room, voice] = [quantile(levels, 0.05), quantile(levels, Math.max(0.95, 1 - 0.5 / (levels.length * STEP)))];
  if (!levels.length || voice - room < MIN_CONTRAST) return [];
  const on = Math.max(room + Math.max(MIN_CONTRAST / 2, 0.35 * (voice - room)), voice - RANGE);
  const off = on - Math.min(4, 0.1 * (voice - room));
  /** @type {Segment[]} */
  const segments = [];
  let from = -1;
  for (let at = 0; at <= levels.length; at += 1) {
    const level = at < levels.length ? levels[at] : -Infinity;
    if (from < 0 && level >= on) from = at;
    if (from < 0 || level >= off) continue;
    segments.push({ from, to: at });
    from = -1;
  }
  return joinSegments(segments).filter(({ from: start, to }) => (to - start) * STEP >= CLICK);
}

/** Join segments with a short silence between them. @param {Segment[]} segments */
function joinSegments(segments) {
  /** @type {Segment[]} */
  const joined = [];
  for (const segment of segments) {
    const previous = joined.at(-1);
    if (previous && (segment.from - previous.to) * STEP < GAP) previous.to = segment.to;
    else joined.push({ ...segment });
  }
  return joined;
}

/** @param {Float32Array} levels @param {Segment[]} speech @param {number} spoken seconds */
function pace(levels, speech, spoken) {
  if (spoken < MIN_SPEECH) return 0;
  const peaks = speech.reduce((sum, { from, to }) => sum + countSyllables(smooth(levels.subarray(from, to))), 0);
  const rate = (60 * peaks) / spoken;
  return rate >= PACE.least && rate <= PACE.most ? rate : 0;
}

/** The moving average over 70 ms. @param {Float32Array} levels */
const smooth = (levels) => levels.map((_, at) => {
  const around = levels.subarray(Math.max(0, at - 3), at + 4);
  return around.reduce((sum, level) => sum + level, 0) / around.length;
});

/** @param {Float32Array} levels */
function countSyllables(levels) {
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

/** Whether more than one sample in a thousand is at full scale. @param {Float32Array[]} channels */
function isClipped(channels) {
  const full = channels.map((samples) => samples.reduce((sum, sample) => sum + (Math.abs(sample) >= 0.999 ? 1 : 0), 0));
  return full.some((count, at) => count > channels[at].length / 1000);
}
