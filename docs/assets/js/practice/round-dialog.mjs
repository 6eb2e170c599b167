/**
 * One round on the whole screen, one thing at a time: think, answer, three follow-ups, ten seconds of review.
 *
 * @typedef {{ id: string, wording: string }} Asked
 * @typedef {{ asked: Asked[], at: number, stage: string, think: number, record: boolean, rungs: number }} Round
 *   `stage` is think, answer, follow-0 to follow-2, review or end; `rungs` counts the follow-ups that were answered.
 * @typedef {import("./practice-data.mjs").Question} Question
 * @typedef {{ questions: Question[], people: import("./practice-data.mjs").Person[] }} Guide the questions of the round, and who asks
 */
import { button, h } from "../lib/dom.mjs";
import { Stopwatch, formatSeconds } from "../lib/stopwatch.mjs";
import { ROUND } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";
import { asker, beatBar, ending, example, NAMES, shape, STAGES, tests, waiting } from "./answer-aids.mjs";
import { target } from "./practice-data.mjs";
import { refusal, Recorder } from "./recorder.mjs";
import { keepScreenOn } from "../lib/wake-lock.mjs";
import { takesOf } from "./recording-player.mjs";
import { review } from "./review-step.mjs";

export class RoundView {
  /** Aborted when the reader leaves. */
  #here = new AbortController();

  /**
   * @param {Guide} guide @param {Round} round
   * @param {(again: boolean) => void} left called when the reader leaves
   */
  constructor(guide, round, left) {
    this.guide = guide;
    this.round = { ...round, stage: [...STAGES, "end"].includes(round.stage) ? round.stage : "think" };
    this.left = left;
    this.recorder = round.record ? new Recorder((text, over) => this.#tell(text, over)) : undefined;
    /** @type {Promise<any>[]} what was recorded of this question */
    this.taken = [];
    /** @type {Promise<any>} microphone work, one thing after the other */
    this.queue = Promise.resolve();
    this.clock = new Stopwatch((seconds) => this.#tick(seconds));
    this.dialog = this.#build();
  }

  get question() {
    const { id } = this.round.asked[this.round.at];
    return /** @type {Question} */ (this.guide.questions.find((question) => question.id === id));
  }

  get paused() {
    return this.dialog.classList.contains("is-paused");
  }

  /** @returns {HTMLDialogElement} */
  #build() {
    this.place = h("p", { className: "round-place" });
    this.pauser = button("Pause", () => this.pause(), { "aria-pressed": "false", hidden: true });
    this.live = h("span", { className: "on-air", hidden: true }, "Recording");
    this.notice = h("p", { className: "trouble-note", role: "alert", hidden: true });
    this.asker = h("p", { className: "round-asker" });
    this.heading = h("h2", { className: "round-question", tabIndex: -1 });
    this.body = h("div", { className: "round-body" });
    this.primary = h("button", { type: "button", className: "big-button", hidden: true, click: () => (this.paused ? this.pause() : this.next()) });
    this.second = button("Enough of this one", () => this.go("review"));
    this.status = h("p", { className: "sr", role: "status" });
    this.progress = h("progress", { className: "bar", "aria-hidden": "true" });
    return h("dialog", {
      className: "round", "aria-label": "Practice round",
      keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
      cancel: (/** @type {Event} */ event) => { event.preventDefault(); this.pause(); },
      close: () => this.#leave(),
    },
    h("header", { className: "round-head" }, h("div", {}, this.place, this.live), this.progress, h("p", { className: "choices" }, this.pauser, button("Leave", () => this.#leave()))),
    h("div", { className: "round-main" }, this.notice, this.asker, this.heading, this.body),
    h("footer", { className: "round-foot" }, this.primary, this.second), this.status);
  }

  async open() {
    this.dialog.showModal();
    // The browser may keep the page, to come back to: it must not keep the microphone.
    addEventListener("pagehide", () => this.#leave(), { signal: this.#here.signal });
    keepScreenOn(this.#here.signal);
    if (this.recorder) await this.#askFor(this.recorder);
    if (!this.#here.signal.aborted) this.go(this.round.stage);
  }

  /** Wait for the microphone, or until the reader goes on without it. @param {Recorder} recorder @returns {Promise<void>} */
  #askFor(recorder) {
    this.dialog.dataset.stage = "wait";
    this.heading.textContent = this.status.textContent = "Waiting for your browser's permission to use the microphone …";
    return new Promise((resolve) => {
      this.body.replaceChildren(...waiting(() => { this.#release(); resolve(); }));
      recorder.open().catch((error) => this.#without(refusal(error))).then(resolve);
    });
  }

  /** Nothing is recorded from here on. */
  #release() {
    this.recorder?.close();
    this.recorder = undefined;
  }

  /** @param {string} text */
  #without(text) {
    if (!this.recorder) return;
    this.#release();
    this.#tell(text, true);
  }

  /** @param {string} text @param {boolean} [over] nothing is recorded any more */
  #tell(text, over = false) {
    if (over) this.live.hidden = true;
    this.notice.textContent = text;
    this.notice.hidden = false;
  }

  /** Record what is said at this stage, after the take before it has ended. @param {string} stage */
  #record(stage) {
    const { recorder } = this;
    if (!recorder) return;
    const speaks = stage === "answer" || stage.startsWith("follow");
    this.live.hidden = !speaks;
    if (recorder.recording || this.begun) this.taken.push((this.queue = this.queue.then(() => recorder.end())));
    this.begun = speaks;
    if (!speaks) return;
    const { question } = this;
    const about = stage === "answer" ? { wording: this.round.asked[this.round.at].wording, target: target(question) } : { wording: question.follow_ups[Number(stage.at(-1))].ask, target: 0 };
    this.queue = this.queue.then(() => recorder.begin({ question: question.id, part: stage, ...about })).catch((error) => this.#without(refusal(error)));
  }

  #leave(again = false) {
    if (this.#here.signal.aborted) return;
    this.#here.abort();
    this.#release();
    this.clock.pause();
    this.dialog.close();
    this.dialog.remove();
    this.left(again);
  }

  next() {
    const { stage, at, asked } = this.round;
    if (stage.startsWith("follow")) this.round.rungs += 1;
    if (stage !== "review") return this.go(STAGES[STAGES.indexOf(stage) + 1]);
    if (at + 1 === asked.length) return this.go("end");
    this.round.at += 1;
    return this.go("think");
  }

  /** @param {string} stage */
  go(stage) {
    this.round.stage = stage === "think" && !this.round.think ? "answer" : stage;
    store.setRecord(ROUND, this.round);
    this.clock.pause();
    this.clock = new Stopwatch((seconds) => this.#tick(seconds));
    this.#resume();
    if (stage === "think") this.taken = [];
    this.#record(this.round.stage);
    if (stage === "end") this.#release();
    this.#draw();
  }

  #draw() {
    const { stage, at, asked } = this.round;
    this.place.textContent = stage === "end" ? "The end" : `Question ${at + 1} of ${asked.length} · ${NAMES[stage]}`;
    Object.assign(this.progress, { max: asked.length, value: stage === "end" ? asked.length : at });
    this.primary.hidden = stage === "review" || stage === "end";
    this.second.hidden = !["answer", "follow-0", "follow-1"].includes(stage);
    this.pauser.hidden = stage === "review" || stage === "end";
    this.said = false;
    this.dial = undefined;
    this.dialog.dataset.stage = stage.replace(/-\d/, "");
    const { heading, asker, body, primary } = this.#stage(stage);
    this.asker.textContent = asker;
    this.label = this.primary.textContent = primary;
    this.body.replaceChildren(...body);
    if (this.heading.textContent !== heading || stage === "answer" && !this.dialog.contains(document.activeElement)) {
      this.heading.textContent = heading;
      this.heading.focus();
    }
    if (this.dial) this.clock.start();
  }

  /** What one stage shows. @param {string} stage @returns {{ heading: string, asker: string, body: (Node | string)[], primary: string }} */
  #stage(stage) {
    if (stage === "end") return { heading: "That was a round.", asker: "", primary: "", body: ending(this.guide, this.round, () => this.#leave(true), () => this.#leave()) };
    const { question } = this;
    const { wording } = this.round.asked[this.round.at];
    if (stage === "review") return { heading: "How did it go?", asker: wording, primary: "", body: review(question, () => this.next(), this.recorder ? takesOf(question, this.taken) : "") };
    this.dial = h("p", { className: "dial", role: "timer", "aria-live": "off" }, formatSeconds(stage === "think" ? this.round.think : 0));
    if (stage === "think") return { heading: wording, asker: asker(question, this.guide.people), primary: "Answer now", body: [h("p", { className: "hint" }, "Breathe. Pick one story."), this.dial] };
    if (stage === "answer") {
      this.bar = beatBar(question);
      return { heading: wording, asker: asker(question, this.guide.people), primary: "Done: ask me more", body: [this.dial, this.bar, h("p", { className: "hint" }, `Aim for ${formatSeconds(target(question))}.`), shape(question), example(question)] };
    }
    const level = Number(stage.at(-1));
    return { heading: question.follow_ups[level].ask, asker: wording, primary: level === 2 ? "Done" : "Done: next follow-up", body: [this.dial, tests(question.follow_ups[level])] };
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
    this.bar?.reached(seconds);
    if (!this.said && seconds >= target(this.question)) {
      this.said = true;
      this.status.textContent = "This is the length to aim for.";
    }
  }

  pause() {
    if (this.pauser.hidden) return;
    if (this.paused) {
      this.#resume();
      this.primary.textContent = this.label;
      this.status.textContent = "Going on.";
      this.recorder?.resume();
      return this.clock.start();
    }
    this.clock.pause();
    this.recorder?.pause();
    this.dialog.classList.add("is-paused");
    this.pauser.setAttribute("aria-pressed", "true");
    this.primary.textContent = "Go on";
    this.status.textContent = "Paused.";
  }

  #resume() {
    this.dialog.classList.remove("is-paused");
    this.pauser.setAttribute("aria-pressed", "false");
  }

  /** Space, Enter and → go on, unless they belong to what has the focus; Esc pauses. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      return this.pause();
    }
    const busy = /** @type {HTMLElement} */ (event.target).closest("button, input, select, textarea, summary, audio, a");
    const goesOn = event.key === "ArrowRight" ? !busy || busy === this.primary : !busy && [" ", "Enter"].includes(event.key);
    if (!goesOn || event.repeat || this.primary.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.primary.click();
  }
}
