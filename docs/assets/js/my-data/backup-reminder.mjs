/**
 * `<backup-reminder>`: a line, rarely: when there is something to lose, and neither a backup nor a "Not now" within
 * two weeks.
 */
import { button, h, siteUrl } from "../lib/dom.mjs";
import { readJson, writeText } from "../storage/local-storage.mjs";
import { BACKUP_KEY } from "../storage/saved-names.mjs";
import { millis } from "../storage/state.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";

const ENOUGH = 15;
const REST = 14 * 24 * 60 * 60 * 1000;

/** Remember that a backup was saved, or the question answered. */
export const rest = () => writeText(BACKUP_KEY, JSON.stringify({ at: new Date().toISOString() }));

/** True when the last answer is two weeks old. A clock that jumped back asks again, no more. */
function rested() {
  const last = readJson(BACKUP_KEY);
  return Math.abs(Date.now() - millis(last?.at)) > REST;
}

customElements.define("backup-reminder", class extends StoreElement {
  setup() {
    this.replaceChildren(
      "What you ticked is in this browser only, and some browsers delete it after a week without a visit. ",
      h("a", { href: siteUrl("prepare/my-data/#backup") }, "Save a backup"), " ",
      button("Not now", () => { rest(); this.render(); }),
    );
  }

  render() {
    const marks = Object.values(store.current.items).filter(({ state, note }) => state !== "todo" || note).length;
    this.hidden = marks < ENOUGH || Boolean(store.saveError) || !rested();
  }
});
