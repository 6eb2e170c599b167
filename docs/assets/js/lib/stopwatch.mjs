/** Seconds that pass while somebody thinks or speaks; it can be held. */
export class Clock {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  #before = 0;
  #since = 0;

  /** @param {(seconds: number) => void} tick called about four times a second while it runs */
  constructor(tick) {
    this.tick = tick;
  }

  get seconds() {
    return (this.#before + (this.running ? performance.now() - this.#since : 0)) / 1000;
  }

  get running() {
    return this.#timer !== undefined;
  }

  start() {
    if (this.running) return;
    this.#since = performance.now();
    this.#timer = setInterval(() => this.tick(this.seconds), 250);
  }

  hold() {
    if (!this.running) return;
    this.#before += performance.now() - this.#since;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** Minutes and seconds, as on a clock. @param {number} seconds */
export function clockTime(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** @param {number} seconds */
export const inMinutes = (seconds) => `about ${Math.max(1, Math.round(seconds / 60))} min`;
