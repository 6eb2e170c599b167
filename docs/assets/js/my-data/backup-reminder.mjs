/**
 * `<backup-reminder>` asks readers to save a backup when they have enough marks to lose, but at most every two weeks.
 */
import { button, h, siteUrl } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { readJson, writeText } from "../storage/local-storage.mjs";
import { BACKUP_KEY } from "../storage/saved-names.mjs";
import { millis } from "../storage/state.mjs";
import { store } from "../storage/store.mjs";

const MIN_MARKS = 15;
/** In ms. */
const INTERVAL = 14 * 24 * 60 * 60 * 1000;

/** Remember the time of a backup or of a "Not now". */
export const postponeReminder = () => writeText(BACKUP_KEY, JSON.stringify({ at: new Date().toISOString() }));

/** Whether the interval has passed, or the clock was set back. */
function isDue() {
  const last = readJson(BACKUP_KEY);
  return Math.abs(Date.now() - millis(last?.at)) > INTERVAL;
}

customElements.define("backup-reminder", class extends StoreElement {
  setup() {
    this.replaceChildren(
      "Your checkmarks and notes are only in this browser, and some browsers delete them after a week without a visit. ",
      h("a", { href: siteUrl("prepare/my-data/#backup") }, "Save a backup"), " ",
      button("Not now", () => { postponeReminder(); this.render(); }),
    );
  }

  render() {
    const marks = Object.values(store.current.items).filter(({ state, note }) => state !== "todo" || note).length;
    this.hidden = marks < MIN_MARKS || Boolean(store.saveError) || !isDue();
  }
});
