/**
 * Records takes with MediaRecorder. Each second goes to the disk at once, so that a closed tab loses no more than one.
 * Nothing here leaves the device.
 *
 * @typedef {import("./recordings.mjs").Take} Take
 */
import { addChunk, finish, inBytes, lock, put } from "./recordings.mjs";

const TYPES = ["audio/mp4", "audio/webm;codecs=opus", "audio/webm"];
const BITS = 48000;
const SECOND = 1000;

/** Why there is no microphone, and what to do. @type {Record<string, string>} */
const REFUSED = {
  NotAllowedError: "The microphone is off for this page. The sign beside the address switches it on; then tick “Record” again.",
  NotFoundError: "No microphone was found. Plug one in and tick “Record” again.",
  NotReadableError: "Another program holds the microphone. Close it, and tick “Record” again.",
  insecure: "Recording needs an address that begins with https.",
  missing: "This browser cannot record.",
};

/** What the reader reads when recording could not begin. @param {unknown} error */
export function refusal(error) {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  return `${REFUSED[name] ?? REFUSED[String(error)] ?? "The microphone could not be used."} The round goes on without it.`;
}

/** Take this many bytes for a warning: sound of hours. */
const MANY = 200e6;
const LITTLE = 50e6;

/** What to ask before the disk fills, or "". @param {{ free: number } | undefined} space @param {number} takes bytes of all takes */
export function fills(space, takes) {
  if (space && space.free < LITTLE) return `Only ${inBytes(Math.max(0, space.free))} are left for this site. Record all the same?`;
  return takes > MANY ? `Your takes need ${inBytes(takes)} by now. Record more?` : "";
}

export class Recorder {
  /** @type {MediaStream | undefined} */
  #stream;
  /** @type {MediaRecorder | undefined} */
  #media;
  /** @type {Promise<void>} */
  #stored = Promise.resolve();
  /** Lets other tabs have the take. */
  #unlock = () => {};
  /** @type {Blob[]} */
  #chunks = [];
  #closed = false;
  /** @type {Promise<number>} when the take ended, also by itself */
  ended = Promise.resolve(0);
  started = 0;
  paused = 0;
  failed = false;

  /** @param {(text: string, over?: boolean) => void} trouble told what went wrong, and whether recording is over */
  constructor(trouble) {
    this.trouble = trouble;
  }

  get recording() {
    return this.#media !== undefined;
  }

  /** Ask for the microphone. Throws what `refusal` puts into words. */
  async open() {
    if (this.#closed || this.#stream?.active) return;
    if (!isSecureContext) throw "insecure";
    if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === "undefined") throw "missing";
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    if (this.#closed) stop(stream);
    else this.#stream = stream;
  }

  /** Begin a take. @param {Pick<Take, "question" | "part" | "wording" | "target">} about */
  async begin(about) {
    await this.open();
    if (this.#closed) return;
    const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
    const media = new MediaRecorder(/** @type {MediaStream} */ (this.#stream), { mimeType: type, audioBitsPerSecond: BITS });
    const take = /** @type {Take} */ ({ ...about, id: crypto.randomUUID(), name: "", at: new Date().toISOString(), type: media.mimeType, seconds: 0, sound: null });
    this.#chunks = [];
    this.take = take;
    this.failed = false;
    media.ondataavailable = ({ data }) => data.size && this.#add(take, data);
    this.ended = new Promise((resolve) => { media.onstop = () => resolve(performance.now()); });
    for (const track of this.#stream?.getAudioTracks() ?? []) track.onended = () => this.recording && this.trouble("The microphone went away. What you said so far is kept.", true);
    media.start(SECOND);
    this.#stored = this.#store(take);
    this.started = performance.now();
    this.paused = 0;
    this.#media = media;
  }

  /** @param {Take} take */
  async #store(take) {
    try {
      this.#unlock = await lock(take.id);
      await put(take);
    } catch (error) {
      this.#full(error);
    }
  }

  /** Add a second to what is on the disk; a take that has ended is put there as a whole. @param {Take} take @param {Blob} data */
  #add(take, data) {
    const number = this.#chunks.push(data) - 1;
    this.#stored = this.#stored.then(() => (this.failed || !this.recording ? undefined : addChunk(take.id, number, data).then(() => undefined, (error) => this.#full(error))));
  }

  /** @param {unknown} error */
  #full(error) {
    if (this.failed) return;
    this.failed = true;
    const full = error instanceof DOMException && error.name === "QuotaExceededError";
    this.trouble(full ? "There is no room left for sound on this device. You can hear this take until you leave the page. To keep new ones, delete others." : "This browser keeps no recordings. You can hear this take until you leave the page.");
  }

  pause() {
    if (this.#media?.state !== "recording") return;
    this.#media.pause();
    this.paused -= performance.now();
  }

  resume() {
    if (this.#media?.state !== "paused") return;
    this.#media.resume();
    this.paused += performance.now();
  }

  /** End the take. @returns {Promise<(Take & { unkept: boolean }) | undefined>} with its sound, also when it could not be kept */
  async end() {
    const media = this.#media;
    if (!media || !this.take) return undefined;
    this.resume();
    this.#media = undefined;
    if (media.state !== "inactive") media.stop();
    const seconds = ((await this.ended) - this.started - this.paused) / 1000;
    await this.#stored;
    const take = { ...this.take, seconds, sound: new Blob(this.#chunks, { type: this.take.type }) };
    if (!this.failed) await finish(take).catch((error) => this.#full(error));
    this.#unlock();
    return { ...take, unkept: this.failed };
  }

  /** Let the microphone go for good, and keep what was said. One that is granted later is stopped at once. */
  close() {
    this.#closed = true;
    this.end();
    if (this.#stream) stop(this.#stream);
  }
}

/** @param {MediaStream} stream */
function stop(stream) {
  for (const track of stream.getTracks()) track.stop();
}
