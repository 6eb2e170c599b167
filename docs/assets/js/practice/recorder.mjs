/**
 * Records the answers of a round with MediaRecorder. Each second is saved at once, so that closing the tab loses at most
 * one. Used by the round dialog.
 *
 * @typedef {import("./recordings.mjs").Recording} Recording
 */
import { finishRecording, formatBytes, lockRecording, saveChunk, saveRecording } from "./recordings.mjs";

/** The best first: Firefox does not know how long a WebM recording is, and cannot seek in it. */
const TYPES = ["audio/mp4", "audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/webm"];
const BITS_PER_SECOND = 48000;
/** Length of a chunk, in ms. */
const CHUNK = 1000;

/** Messages by the name of the error. @type {Record<string, string>} */
const MICROPHONE_ERRORS = {
  NotAllowedError: "Your browser is blocking the microphone. Allow it in the address bar, then check “Record my answers” again.",
  NotFoundError: "Plug in a microphone, then check “Record my answers” again: none was found.",
  NotReadableError: "Close the other program that is using the microphone, then check “Record my answers” again.",
  insecure: "Recording only works at an address that begins with https.",
  missing: "This browser can't record.",
};

/** The message for the reader when recording could not start. @param {unknown} error */
export function microphoneError(error) {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  return `${MICROPHONE_ERRORS[name] ?? MICROPHONE_ERRORS[String(error)] ?? "The microphone couldn't be used."} The round continues without recording.`;
}

/** Warn when the recordings use more, or less is free. In bytes. */
const MAX_USED = 200e6;
const MIN_FREE = 50e6;

/** A question to ask before recording when storage runs out, or "". @param {{ free: number } | undefined} space @param {number} used bytes of all recordings */
export function storageWarning(space, used) {
  if (space && space.free < MIN_FREE) return `This site has only ${formatBytes(Math.max(0, space.free))} of space left. Record anyway?`;
  return used > MAX_USED ? `Your recordings already take up ${formatBytes(used)}. Record more?` : "";
}

export class Recorder {
  /** @type {MediaStream | undefined} */
  #stream;
  /** @type {MediaRecorder | undefined} */
  #media;
  /** @type {Promise<void>} */
  #stored = Promise.resolve();
  /** Releases the lock of the recording. */
  #unlock = () => {};
  /** @type {Blob[]} */
  #chunks = [];
  #isReleased = false;
  /** @type {Promise<number>} the time when the recorder stopped, also by itself */
  ended = Promise.resolve(0);
  started = 0;
  paused = 0;
  hasFailed = false;

  /** @param {(text: string, isOver?: boolean) => void} onError called with a message, and whether recording is over */
  constructor(onError) {
    this.onError = onError;
  }

  get isRecording() {
    return this.#media !== undefined;
  }

  /** Ask for permission. Throws an error for `microphoneError`. */
  async requestMicrophone() {
    if (this.#isReleased || this.#stream?.active) return;
    if (!isSecureContext) throw "insecure";
    if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === "undefined") throw "missing";
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    if (this.#isReleased) stopTracks(stream);
    else this.#stream = stream;
  }

  /** Start a recording. @param {Pick<Recording, "question" | "part" | "wording" | "target">} about */
  async start(about) {
    await this.requestMicrophone();
    if (this.#isReleased) return;
    const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
    const media = new MediaRecorder(/** @type {MediaStream} */ (this.#stream), { mimeType: type, audioBitsPerSecond: BITS_PER_SECOND });
    const recording = /** @type {Recording} */ ({ ...about, id: crypto.randomUUID(), name: "", at: new Date().toISOString(), type: media.mimeType, seconds: 0, sound: null });
    this.#chunks = [];
    this.current = recording;
    this.hasFailed = false;
    media.ondataavailable = ({ data }) => data.size && this.#addChunk(recording, data);
    this.ended = new Promise((resolve) => { media.onstop = () => resolve(performance.now()); });
    for (const track of this.#stream?.getAudioTracks() ?? []) track.onended = () => this.isRecording && this.onError("The microphone was disconnected. What you said so far is saved.", true);
    // A busy device starts later than it is told.
    media.onstart = () => { this.started = performance.now(); };
    media.start(CHUNK);
    this.#stored = this.#store(recording);
    this.started = performance.now();
    this.paused = 0;
    this.#media = media;
  }

  /** @param {Recording} recording */
  async #store(recording) {
    try {
      this.#unlock = await lockRecording(recording.id);
      await saveRecording(recording);
    } catch (error) {
      this.#saveFailed(error);
    }
  }

  /** Save a chunk; a recording that has stopped is saved as a whole instead. @param {Recording} recording @param {Blob} data */
  #addChunk(recording, data) {
    const number = this.#chunks.push(data) - 1;
    this.#stored = this.#stored.then(() => (this.hasFailed || !this.isRecording ? undefined : saveChunk(recording.id, number, data).then(() => undefined, (error) => this.#saveFailed(error))));
  }

  /** @param {unknown} error */
  #saveFailed(error) {
    if (this.hasFailed) return;
    this.hasFailed = true;
    const full = error instanceof DOMException && error.name === "QuotaExceededError";
    this.onError(full ? "Delete old recordings to make room: this device has no space left. You can listen to this one until you leave the page." : "This browser can't save recordings. You can listen to this one until you leave the page.");
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

  /** Stop the recording. @returns {Promise<(Recording & { isUnsaved: boolean }) | undefined>} with its sound, also when it could not be saved */
  async stop() {
    const media = this.#media;
    if (!media || !this.current) return undefined;
    this.resume();
    this.#media = undefined;
    if (media.state !== "inactive") media.stop();
    const seconds = ((await this.ended) - this.started - this.paused) / 1000;
    await this.#stored;
    const recording = { ...this.current, seconds, sound: new Blob(this.#chunks, { type: this.current.type }) };
    if (!this.hasFailed) await finishRecording(recording).catch((error) => this.#saveFailed(error));
    this.#unlock();
    return { ...recording, isUnsaved: this.hasFailed };
  }

  /** Stop recording and release the microphone for good, also when permission is granted later. */
  release() {
    this.#isReleased = true;
    this.stop();
    if (this.#stream) stopTracks(this.#stream);
  }
}

/** @param {MediaStream} stream */
function stopTracks(stream) {
  for (const track of stream.getTracks()) track.stop();
}
