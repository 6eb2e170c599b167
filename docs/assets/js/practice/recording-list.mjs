/** `<recording-list>` lists the recordings on this device by question: play, name, compare, download, delete and restore. */
import { BaseElement } from "../lib/base-element.mjs";
import { announce, button, h, pluralize, siteUrl, visuallyHidden } from "../lib/dom.mjs";
import { formatSeconds } from "../lib/stopwatch.mjs";
import { fetchCards, fetchQuestions } from "../lib/practice-data.mjs";
import { audioPlayer, downloadButton, metricsTable, nameField, partName, recordingTitle } from "./recording-player.mjs";
import { formatBytes, lastDeletedRecording, listRecordings, listUnfinished, recoverUnfinished, saveRecording, storageEstimate, totalSize } from "./recordings.mjs";

/** @typedef {import("./recordings.mjs").Recording} Recording */

customElements.define("recording-list", class extends BaseElement {
  /** @type {Recording[]} at most two, to compare */
  #selected = [];
  /** @type {Recording[]} */
  recordings = [];

  setup() {
    this.about = h("p", { className: "take-about", role: "status" });
    this.tools = h("p", { className: "choices" });
    this.compare = h("section", { className: "take-compare", "aria-label": "Two recordings", hidden: true });
    this.list = h("div");
    this.replaceChildren(this.about, this.tools, this.compare, this.list);
    return this.#load();
  }

  /** @param {boolean} recovers whether unfinished recordings are assembled: only Web Locks tell that no other tab is recording them */
  async #load(recovers = Boolean(navigator.locks)) {
    try {
      const recovered = recovers ? await recoverUnfinished() : 0;
      this.unfinished = recovers ? 0 : (await listUnfinished()).length;
      this.recordings = await listRecordings();
      this.titles = await fetchTitles(this.recordings).catch(() => new Map());
      if (recovered) announce(`${pluralize(recovered, "recording")} recovered.`);
      await this.#render();
    } catch {
      this.about.textContent = "This browser can't save recordings, perhaps because this is a private window. Everything else still works.";
    }
  }

  async #render() {
    const { recordings } = this;
    const space = await storageEstimate();
    this.about.textContent = recordings.length ? `${pluralize(recordings.length, "recording")}, ${formatBytes(totalSize(recordings))}, in this browser on this device.${space ? ` This site has ${formatBytes(space.free)} of space left.` : ""}` : "No recordings yet. To hear how you sound, check “Record my answers” when you start a round. Example: Your answer, Nov 22, 7:30 PM · 1:40 · 1.2 MB";
    await this.#renderTools();
    const groups = Map.groupBy(recordings, ({ question }) => question);
    this.list.replaceChildren(...[...groups].map(([id, group]) => this.#group(id, group)));
  }

  async #renderTools() {
    const deleted = await lastDeletedRecording();
    const safe = await navigator.storage?.persisted?.().catch(() => true) ?? true;
    const protect = button("Ask the browser to keep them", async () => {
      const granted = await navigator.storage.persist().catch(() => false);
      this.answer.textContent = granted ? "The browser will keep them until you delete them." : "Download what you want to keep: the browser may delete recordings when it runs out of space.";
      announce(this.answer.textContent);
      protect.remove();
    });
    this.answer = h("span", { className: "note" });
    const left = this.unfinished ? [h("span", { className: "note" }, `${pluralize(this.unfinished, "unfinished recording")}. Close your other tabs of this site before you recover ${this.unfinished === 1 ? "it" : "them"}, because one of them may still be recording.`),
      button("Recover", () => this.#load(true))] : [];
    this.tools.replaceChildren(
      ...left,
      ...(deleted ? [button(`Restore “${recordingTitle(deleted)}”`, () => this.#setDeleted(deleted, false))] : []),
      ...(this.recordings.length && !safe ? [protect, this.answer] : []),
      ...(this.recordings.length ? [] : [h("a", { className: "button", href: siteUrl("practice/") }, "Start a round")]));
  }

  /** @param {string} id @param {Recording[]} recordings */
  #group(id, recordings) {
    const title = this.titles?.get(id) ?? recordings[0].wording;
    return h("section", {}, h("h2", {}, title), h("ul", { className: "takes" }, ...recordings.map((recording) => this.#row(recording))));
  }

  /** @param {Recording} recording */
  #row(recording) {
    const figures = h("div");
    const details = h("details", { className: "round-aid", toggle: () => details.open && !figures.childElementCount && metricsTable([recording]).then((table) => figures.replaceChildren(table)) }, h("summary", {}, "Rough numbers"), figures);
    const box = h("input", { type: "checkbox", checked: this.#selected.includes(recording), change: () => this.#select(recording, box.checked) });
    const remove = button("Delete", () => this.#setDeleted(recording, true));
    remove.append(visuallyHidden(` (${recordingTitle(recording)})`));
    const title = h("strong", {}, recordingTitle(recording));
    return h("li", { "data-take": recording.id },
      h("p", {}, title, " ", h("small", {}, [recording.name ? partName(recording) : "", formatSeconds(recording.seconds), formatBytes(recording.sound?.size ?? 0), recording.recovered ? "recovered" : ""].filter(Boolean).join(" · "))),
      h("p", { className: "take-wording" }, recording.wording), audioPlayer(recording), details,
      h("p", { className: "line-form" }, nameField(recording, () => { title.textContent = recordingTitle(recording); }), h("label", { className: "take-choose" }, box, " Compare", visuallyHidden(` (${recordingTitle(recording)})`)), downloadButton(recording), remove));
  }

  /** @param {Recording} recording @param {boolean} deleted */
  async #setDeleted(recording, deleted) {
    const { deleted: _, ...rest } = recording;
    await saveRecording(deleted ? { ...rest, deleted: new Date().toISOString() } : rest).catch(() => undefined);
    this.#selected = this.#selected.filter(({ id }) => id !== recording.id);
    this.recordings = await listRecordings();
    await this.#render();
    this.#renderComparison();
    announce(deleted ? `Deleted ${recordingTitle(recording)}. You can restore it.` : `${recordingTitle(recording)} is back.`);
    /** @type {HTMLElement | null} */ (this.tools.querySelector("button, a") ?? this.list.querySelector("input"))?.focus();
  }

  /** @param {Recording} recording @param {boolean} chosen */
  #select(recording, chosen) {
    this.#selected = chosen ? [...this.#selected, recording].slice(-2) : this.#selected.filter((one) => one !== recording);
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (this.list.querySelectorAll(".take-choose input"))) {
      box.checked = this.#selected.some(({ id }) => id === box.closest("li")?.dataset.take);
    }
    this.#renderComparison();
  }

  async #renderComparison() {
    this.compare.hidden = this.#selected.length < 2;
    if (this.compare.hidden) return this.compare.replaceChildren();
    const two = this.#selected.toSorted((a, b) => a.at.localeCompare(b.at));
    const table = await metricsTable(two);
    // Another selection was made meanwhile.
    if (two.some((one) => !this.#selected.includes(one)) || this.#selected.length < 2) return undefined;
    this.compare.replaceChildren(h("h2", {}, "Two recordings"), ...two.map((recording) => h("p", {}, h("strong", {}, recordingTitle(recording)), audioPlayer(recording))), table);
    announce("The two recordings are compared at the top.");
    return undefined;
  }
});

/** The titles of the questions, by the id that they were recorded under. @param {Recording[]} recordings @returns {Promise<Map<string, string>>} */
async function fetchTitles(recordings) {
  if (!recordings.length) return new Map();
  const all = await fetchCards();
  const recorded = [...new Set(recordings.map(({ question }) => question))].flatMap((name) => all.filter(({ id, aliases = [] }) => [id, ...aliases].includes(name)).map(({ id }) => ({ name, id })));
  const loaded = await fetchQuestions(recorded.map(({ id }) => id));
  return new Map(recorded.map(({ name }, at) => [name, loaded[at].title]));
}
