/**
 * The dialog of a practice round. Each question has stages: think, answer, three follow-ups, review. Opened by
 * <practice-round>.
 *
 * @typedef {{ id: string, wording: string }} AskedQuestion
 * @typedef {{ asked: AskedQuestion[], at: number, stage: string, think: number, record: boolean, rungs: number }} Round
 *   `stage` is one of STAGES or "end"; `rungs` counts the answered follow-ups
 * @typedef {import("../lib/practice-data.mjs").Question} Question
 * @typedef {{ questions: Question[], people: import("../lib/practice-data.mjs").Person[] }} RoundData the questions of the round, and the kinds of people
 */
import { button, h } from "../lib/dom.mjs";
import { pressedKey } from "../lib/keys.mjs";
import { formatSeconds, Stopwatch } from "../lib/stopwatch.mjs";
import { keepScreenOn } from "../lib/wake-lock.mjs";
import { ROUND } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { answerOutline, describeAsker, followUpPurpose, outlineBar, permissionPrompt, roundSummary, STAGE_NAMES, STAGES, workedExample } from "./answer-aids.mjs";
import { targetSeconds } from "../lib/practice-data.mjs";
import { microphoneError, Recorder } from "./recorder.mjs";
import { roundRecordings } from "./recording-player.mjs";
import { reviewStep } from "./review-step.mjs";

export class RoundDialog {
  /** Aborted when the dialog is closed. */
  #controller = new AbortController();

  /**
   * @param {RoundData} guide @param {Round} round
   * @param {(again: boolean) => void} onLeave called when the dialog is closed
   */
  constructor(guide, round, onLeave) {
    this.guide = guide;
    this.round = { ...round, stage: [...STAGES, "end"].includes(round.stage) ? round.stage : "think" };
    this.onLeave = onLeave;
    this.recorder = round.record ? new Recorder((text, isOver) => this.#showNotice(text, isOver)) : undefined;
    /** @type {Promise<any>[]} the recordings of this question */
    this.recordings = [];
    /** @type {Promise<any>} starts and stops the recorder one after the other */
    this.queue = Promise.resolve();
    this.stopwatch = new Stopwatch((seconds) => this.#tick(seconds));
    this.dialog = this.#createDialog();
  }

  get question() {
    const { id } = this.round.asked[this.round.at];
    return /** @type {Question} */ (this.guide.questions.find((question) => question.id === id));
  }

  get isPaused() {
    return this.dialog.classList.contains("is-paused");
  }

  /** @returns {HTMLDialogElement} */
  #createDialog() {
    this.position = h("p", { className: "round-place" });
    this.pauseButton = button("Pause", () => this.pause(), { "aria-pressed": "false", hidden: true });
    this.recordingBadge = h("span", { className: "on-air", hidden: true }, "Recording");
    this.notice = h("p", { className: "trouble-note", role: "alert", hidden: true });
    this.asker = h("p", { className: "round-asker" });
    this.heading = h("h2", { className: "round-question", tabIndex: -1 });
    this.body = h("div", { className: "round-body" });
    this.primary = h("button", { type: "button", className: "big-button", hidden: true, click: () => (this.isPaused ? this.pause() : this.next()) });
    this.reviewButton = button("Skip the follow-ups", () => this.goTo("review"));
    this.status = h("p", { className: "sr", role: "status" });
    this.progress = h("progress", { className: "bar", "aria-hidden": "true" });
    return h("dialog", {
      className: "round", "aria-label": "Practice round",
      keydown: (/** @type {KeyboardEvent} */ event) => this.#onKey(event),
      cancel: (/** @type {Event} */ event) => { event.preventDefault(); this.pause(); },
      close: () => this.#leave(),
    },
    h("header", { className: "round-head" }, h("div", {}, this.position, this.recordingBadge), this.progress, h("p", { className: "choices" }, this.pauseButton, button("Leave", () => this.#leave()))),
    h("div", { className: "round-main" }, this.notice, this.asker, this.heading, this.body),
    h("footer", { className: "round-foot" }, this.primary, this.reviewButton), this.status);
  }

  async open() {
    this.dialog.showModal();
    // The back-forward cache may keep the page, but it must not keep the microphone.
    addEventListener("pagehide", () => this.#leave(), { signal: this.#controller.signal });
    keepScreenOn(this.#controller.signal);
    if (this.recorder) await this.#waitForMicrophone(this.recorder);
    if (!this.#controller.signal.aborted) this.goTo(this.round.stage);
  }

  /** Wait for permission, or until the reader continues without the microphone. @param {Recorder} recorder @returns {Promise<void>} */
  #waitForMicrophone(recorder) {
    this.dialog.dataset.stage = "wait";
    this.heading.textContent = this.status.textContent = "Waiting for your browser's permission to use the microphone …";
    return new Promise((resolve) => {
      this.body.replaceChildren(...permissionPrompt(() => { this.#releaseMicrophone(); resolve(); }));
      recorder.requestMicrophone().catch((error) => this.#continueWithout(microphoneError(error))).then(resolve);
    });
  }

  /** Stop recording for the rest of the round. */
  #releaseMicrophone() {
    this.recorder?.release();
    this.recorder = undefined;
  }

  /** @param {string} text */
  #continueWithout(text) {
    if (!this.recorder) return;
    this.#releaseMicrophone();
    this.#showNotice(text, true);
  }

  /** @param {string} text @param {boolean} [isOver] whether recording is over */
  #showNotice(text, isOver = false) {
    if (isOver) this.recordingBadge.hidden = true;
    this.notice.textContent = text;
    this.notice.hidden = false;
  }

  /** Record this stage, after the recording before it has stopped. @param {string} stage */
  #record(stage) {
    const { recorder } = this;
    if (!recorder) return;
    const isSpeaking = stage === "answer" || stage.startsWith("follow");
    this.recordingBadge.hidden = !isSpeaking;
    if (recorder.isRecording || this.isRecording) this.recordings.push((this.queue = this.queue.then(() => recorder.stop())));
    this.isRecording = isSpeaking;
    if (!isSpeaking) return;
    const { question } = this;
    const about = stage === "answer" ? { wording: this.round.asked[this.round.at].wording, target: targetSeconds(question) } : { wording: question.follow_ups[Number(stage.at(-1))].ask, target: 0 };
    this.queue = this.queue.then(() => recorder.start({ question: question.id, part: stage, ...about })).catch((error) => this.#continueWithout(microphoneError(error)));
  }

  #leave(again = false) {
    if (this.#controller.signal.aborted) return;
    this.#controller.abort();
    this.#releaseMicrophone();
    this.stopwatch.pause();
    this.dialog.close();
    this.dialog.remove();
    this.onLeave(again);
  }

  next() {
    const { stage, at, asked } = this.round;
    if (stage.startsWith("follow")) this.round.rungs += 1;
    if (stage !== "review") return this.goTo(STAGES[STAGES.indexOf(stage) + 1]);
    if (at + 1 === asked.length) return this.goTo("end");
    this.round.at += 1;
    return this.goTo("think");
  }

  /** @param {string} stage */
  goTo(stage) {
    this.round.stage = stage === "think" && !this.round.think ? "answer" : stage;
    store.setRecord(ROUND, this.round);
    this.stopwatch.pause();
    this.stopwatch = new Stopwatch((seconds) => this.#tick(seconds));
    this.#resume();
    if (stage === "think") this.recordings = [];
    this.#record(this.round.stage);
    if (stage === "end") this.#releaseMicrophone();
    this.#render();
  }

  #render() {
    const { stage, at, asked } = this.round;
    this.position.textContent = stage === "end" ? "Done" : `Question ${at + 1} of ${asked.length} · ${STAGE_NAMES[stage]}`;
    Object.assign(this.progress, { max: asked.length, value: stage === "end" ? asked.length : at });
    this.primary.hidden = stage === "review" || stage === "end";
    this.reviewButton.hidden = !["answer", "follow-0", "follow-1"].includes(stage);
    this.pauseButton.hidden = stage === "review" || stage === "end";
    this.isTargetAnnounced = false;
    this.dial = undefined;
    this.dialog.dataset.stage = stage.replace(/-\d/, "");
    const { heading, asker, body, primary } = this.#stageContent(stage);
    this.asker.textContent = asker;
    this.label = this.primary.textContent = primary;
    this.body.replaceChildren(...body);
    if (this.heading.textContent !== heading || stage === "answer" && !this.dialog.contains(document.activeElement)) {
      this.heading.textContent = heading;
      this.heading.focus();
    }
    if (this.dial) this.stopwatch.start();
  }

  /** The content of a stage. @param {string} stage @returns {{ heading: string, asker: string, body: (Node | string)[], primary: string }} */
  #stageContent(stage) {
    if (stage === "end") return { heading: "You finished the round.", asker: "", primary: "", body: roundSummary(this.guide, this.round, () => this.#leave(true), () => this.#leave()) };
    const { question } = this;
    const { wording } = this.round.asked[this.round.at];
    if (stage === "review") return { heading: "How did it go?", asker: wording, primary: "", body: reviewStep(question, () => this.next(), this.recorder ? roundRecordings(question, this.recordings) : "") };
    this.dial = h("p", { className: "dial", role: "timer", "aria-live": "off" }, formatSeconds(stage === "think" ? this.round.think : 0));
    if (stage === "think") return { heading: wording, asker: describeAsker(question, this.guide.people), primary: "Answer now", body: [h("p", { className: "hint" }, "Breathe, and pick one story."), this.dial] };
    if (stage === "answer") {
      this.bar = outlineBar(question);
      return { heading: wording, asker: describeAsker(question, this.guide.people), primary: "First follow-up", body: [this.dial, this.bar, h("p", { className: "hint" }, `Aim for about ${formatSeconds(targetSeconds(question))}.`), answerOutline(question), workedExample(question)] };
    }
    const level = Number(stage.at(-1));
    return { heading: question.follow_ups[level].ask, asker: wording, primary: level === 2 ? "Done" : "Next follow-up", body: [this.dial, followUpPurpose(question.follow_ups[level])] };
  }

  /** @param {number} seconds */
  #tick(seconds) {
    const { stage, think } = this.round;
    if (!this.dial) return;
    this.dial.textContent = formatSeconds(stage === "think" ? Math.ceil(think - seconds) : seconds);
    if (stage === "think" && seconds >= think) {
      this.status.textContent = "Your turn.";
      return this.next();
    }
    if (stage !== "answer") return;
    this.bar?.setElapsed(seconds);
    if (!this.isTargetAnnounced && seconds >= targetSeconds(this.question)) {
      this.isTargetAnnounced = true;
      this.status.textContent = "You have reached the length to aim for.";
    }
  }

  pause() {
    if (this.pauseButton.hidden) return;
    if (this.isPaused) {
      this.#resume();
      this.primary.textContent = this.label;
      this.status.textContent = "Resumed.";
      this.recorder?.resume();
      return this.stopwatch.start();
    }
    this.stopwatch.pause();
    this.recorder?.pause();
    this.dialog.classList.add("is-paused");
    this.pauseButton.setAttribute("aria-pressed", "true");
    this.primary.textContent = "Continue";
    this.status.textContent = "Paused.";
  }

  #resume() {
    this.dialog.classList.remove("is-paused");
    this.pauseButton.setAttribute("aria-pressed", "false");
  }

  /** Space, Enter and → continue, unless the focused control uses them; Esc pauses. @param {KeyboardEvent} event */
  #onKey(event) {
    const key = pressedKey(event);
    if (key === "Escape") return event.preventDefault(), this.pause();
    const control = /** @type {HTMLElement} */ (event.target).closest("button, input, select, textarea, summary, audio, a");
    const isContinue = key === "ArrowRight" ? !control || control === this.primary : !control && [" ", "Enter"].includes(key);
    if (!isContinue || event.repeat || this.primary.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.primary.click();
  }
}
