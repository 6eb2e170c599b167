/** `<story-map>` shows which competencies the stories cover. What draws the map is loaded only when there are stories. */
import { retryNotice } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { STORY_PREFIX } from "../storage/saved-names.mjs";
import { store } from "../storage/store.mjs";

customElements.define("story-map", class extends StoreElement {
  /** @type {(() => ReturnType<typeof import("./coverage-view.mjs").coverageView>) | undefined} */
  #draw;
  /** @type {Node[]} */
  #fallback = [];

  setup() {
    if (!this.#fallback.length) this.#fallback = [...this.childNodes];
  }

  async #load() {
    try {
      const { coverageView, fetchPractice } = await import("./coverage-view.mjs");
      const guide = await fetchPractice();
      this.#draw = () => coverageView(guide);
      this.render();
    } catch {
      this.replaceChildren(retryNotice("The map didn't load. Check your connection, then try again.", () => this.#load()));
    }
  }

  render() {
    const hasStories = store.recordNames(STORY_PREFIX).length > 0;
    if (!this.#draw) {
      if (hasStories) this.#load();
      return;
    }
    const { key, parts } = hasStories ? this.#draw() : { key: "", parts: this.#fallback };
    if (this.dataset.shown === key) return;
    this.dataset.shown = key;
    this.replaceChildren(...parts);
  }
});
