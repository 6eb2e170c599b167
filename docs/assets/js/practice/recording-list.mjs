/** `<recording-list>`: every take on this device, by question: hear, name, compare, download, delete and take back. */
import { formatSeconds } from "../lib/stopwatch.mjs";
import { BaseElement } from "../lib/base-element.mjs";
import { button, pluralize, h, announce, siteUrl, visuallyHidden } from "../lib/dom.mjs";
import { cards, questions } from "./practice-data.mjs";
import { allTakes, inBytes, lastDeleted, put, recover, room, sizeOf, unfinished } from "./recordings.mjs";
import { downloader, figuresTable, nameField, partOf, player, titleOf } from "./recording-player.mjs";

/** @typedef {import("./recordings.mjs").Take} Take */

customElements.define("recording-list", class extends BaseElement {
  /** @type {Take[]} the two to compare */
  #chosen = [];
  /** @type {Take[]} */
  takes = [];

  setup() {
    this.about = h("p", { className: "take-about", role: "status" });
    this.tools = h("p", { className: "choices" });
    this.compare = h("section", { className: "take-compare", "aria-label": "Two takes", hidden: true });
    this.list = h("div");
    this.replaceChildren(this.about, this.tools, this.compare, this.list);
    return this.#load();
  }

  /** @param {boolean} recovers whether unfinished takes are put together: only Web Locks say that no other tab is recording them */
  async #load(recovers = Boolean(navigator.locks)) {
    try {
      const recovered = recovers ? await recover() : 0;
      this.unfinished = recovers ? 0 : (await unfinished()).length;
      this.takes = await allTakes();
      this.titles = await titles(this.takes).catch(() => new Map());
      if (recovered) announce(`${pluralize(recovered, "take")} recovered.`);
      await this.#render();
    } catch {
      this.about.textContent = "This browser keeps no recordings, perhaps because this is a private window. The rest of the guide works all the same.";
    }
  }

  async #render() {
    const { takes } = this;
    const space = await room();
    this.about.textContent = takes.length ? `${pluralize(takes.length, "take")}, ${inBytes(sizeOf(takes))}, in this browser on this device.${space ? ` ${inBytes(space.free)} are free for this site.` : ""}` : "No takes yet. Tick “Record my answers” when you start a round.";
    await this.#renderTools();
    const groups = Map.groupBy(takes, ({ question }) => question);
    this.list.replaceChildren(...[...groups].map(([id, group]) => this.#group(id, group)));
  }

  async #renderTools() {
    const deleted = await lastDeleted();
    const safe = await navigator.storage?.persisted?.().catch(() => true) ?? true;
    const protect = button("Ask the browser to keep them", async () => {
      const granted = await navigator.storage.persist().catch(() => false);
      announce(granted ? "They are kept until you delete them." : "The browser did not agree. Download what you want to keep.");
      this.answer.textContent = granted ? "The browser keeps them until you delete them." : "The browser did not agree: it may clear them when space is short. Download what matters.";
      protect.remove();
    });
    this.answer = h("span", { className: "note" });
    const left = this.unfinished ? [h("span", { className: "note" }, `${pluralize(this.unfinished, "take")} not finished. This browser can't tell whether another tab is still recording, so close your other tabs of this site first.`),
      button("Recover", () => this.#load(true))] : [];
    this.tools.replaceChildren(
      ...left,
      ...(deleted ? [button(`Take back “${titleOf(deleted)}”`, () => this.#mark(deleted, false))] : []),
      ...(this.takes.length && !safe ? [protect, this.answer] : []),
      ...(this.takes.length ? [] : [h("a", { className: "button", href: siteUrl("practice/") }, "Start a round")]));
  }

  /** @param {string} id @param {Take[]} takes */
  #group(id, takes) {
    const title = this.titles?.get(id) ?? takes[0].wording;
    return h("section", {}, h("h2", {}, title), h("ul", { className: "takes" }, ...takes.map((take) => this.#row(take))));
  }

  /** @param {Take} take */
  #row(take) {
    const figures = h("div");
    const details = h("details", { className: "round-aid", toggle: () => details.open && !figures.childElementCount && figuresTable([take]).then((table) => figures.replaceChildren(table)) }, h("summary", {}, "Rough figures"), figures);
    const box = h("input", { type: "checkbox", checked: this.#chosen.includes(take), change: () => this.#choose(take, box.checked) });
    const remove = button("Delete", () => this.#mark(take, true));
    remove.append(visuallyHidden(` (${titleOf(take)})`));
    const title = h("strong", {}, titleOf(take));
    return h("li", { "data-take": take.id },
      h("p", {}, title, " ", h("small", {}, [take.name ? partOf(take) : "", formatSeconds(take.seconds), inBytes(take.sound?.size ?? 0), take.recovered ? "recovered" : ""].filter(Boolean).join(" · "))),
      h("p", { className: "take-wording" }, take.wording), player(take), details,
      h("p", { className: "line-form" }, nameField(take, () => { title.textContent = titleOf(take); }), h("label", { className: "take-choose" }, box, " Compare", visuallyHidden(` (${titleOf(take)})`)), downloader(take), remove));
  }

  /** @param {Take} take @param {boolean} deleted */
  async #mark(take, deleted) {
    const { deleted: _, ...rest } = take;
    await put(deleted ? { ...rest, deleted: new Date().toISOString() } : rest).catch(() => undefined);
    this.#chosen = this.#chosen.filter(({ id }) => id !== take.id);
    this.takes = await allTakes();
    await this.#render();
    this.#showChosen();
    announce(deleted ? `Deleted ${titleOf(take)}. You can take it back.` : `${titleOf(take)} is back.`);
    /** @type {HTMLElement | null} */ (this.tools.querySelector("button, a") ?? this.list.querySelector("input"))?.focus();
  }

  /** @param {Take} take @param {boolean} chosen */
  #choose(take, chosen) {
    this.#chosen = chosen ? [...this.#chosen, take].slice(-2) : this.#chosen.filter((one) => one !== take);
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (this.list.querySelectorAll(".take-choose input"))) {
      box.checked = this.#chosen.some(({ id }) => id === box.closest("li")?.dataset.take);
    }
    this.#showChosen();
  }

  async #showChosen() {
    this.compare.hidden = this.#chosen.length < 2;
    if (this.compare.hidden) return this.compare.replaceChildren();
    const two = this.#chosen.toSorted((a, b) => a.at.localeCompare(b.at));
    const table = await figuresTable(two);
    this.compare.replaceChildren(h("h2", {}, "Two takes"), ...two.map((take) => h("p", {}, h("strong", {}, titleOf(take)), player(take))), table);
    announce("Two takes are compared at the top.");
    return undefined;
  }
});

/** The questions as the guide words them, by the id they were recorded under. @param {Take[]} takes @returns {Promise<Map<string, string>>} */
async function titles(takes) {
  if (!takes.length) return new Map();
  const all = await cards();
  const recorded = [...new Set(takes.map(({ question }) => question))].flatMap((name) => all.filter(({ id, aliases = [] }) => [id, ...aliases].includes(name)).map(({ id }) => ({ name, id })));
  const found = await questions(recorded.map(({ id }) => id));
  return new Map(recorded.map(({ name }, at) => [name, found[at].title]));
}
