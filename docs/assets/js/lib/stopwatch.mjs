/** A stopwatch for thinking and answering time, and the formats of durations. Used by practice and recordings. */
import { pluralize } from "./dom.mjs";

export class Stopwatch {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  /** Milliseconds until the last pause. */
  #elapsed = 0;
  #startedAt = 0;

  /** @param {(seconds: number) => void} tick called about four times a second while it runs */
  constructor(tick) {
    this.tick = tick;
  }

  get seconds() {
    return (this.#elapsed + (this.running ? performance.now() - this.#startedAt : 0)) / 1000;
  }

  get running() {
    return this.#timer !== undefined;
  }

  start() {
    if (this.running) return;
    this.#startedAt = performance.now();
    this.#timer = setInterval(() => this.tick(this.seconds), 250);
  }

  pause() {
    if (!this.running) return;
    this.#elapsed += performance.now() - this.#startedAt;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** Minutes and seconds, as in "2:05". @param {number} seconds */
export function formatSeconds(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** @param {number} seconds */
export const formatMinutes = (seconds) => `about ${pluralize(Math.max(1, Math.round(seconds / 60)), "minute")}`;
