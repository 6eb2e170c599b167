/** `<quarantine-panel>` lists the copies of unreadable data, to download or delete, and the notices about saving. */
import { button, confirmDialog, download, h } from "../lib/dom.mjs";
import { StoreElement } from "../storage/store-element.mjs";
import { quarantined, removeText } from "../storage/local-storage.mjs";
import { storageNotices } from "../storage/notices.mjs";
import { store } from "../storage/store.mjs";

/** @param {string} time in ISO format */
const formatTime = (time) => new Date(time).toLocaleString("en-US", { dateStyle: "long", timeStyle: "short" }).replace("AM", "a.m.").replace("PM", "p.m.");

customElements.define("quarantine-panel", class extends StoreElement {
  render() {
    void store.state; // reading it may quarantine data
    const texts = storageNotices();
    const copies = quarantined();
    this.hidden = !texts.length;
    this.replaceChildren(
      ...texts.map((text) => h("p", { className: "trouble-note" }, text)),
      h("ul", {}, ...copies.map(({ key, text }) => h("li", {},
        `Copy from ${formatTime(key.slice(-24))}, ${text.length} characters. `,
        button("Download", () => download(`${key.replaceAll(":", "-")}.txt`, text)), " ",
        button("Delete", () => this.#delete(key))))));
  }

  /** @param {string} key */
  async #delete(key) {
    if (!(await confirmDialog("Delete this saved copy? You can't undo this.", "Delete"))) return;
    removeText(key);
    this.render();
  }
});
