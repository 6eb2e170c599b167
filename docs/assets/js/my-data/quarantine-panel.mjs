/** `<quarantine-panel>` lists the copies of unreadable data, to download or delete, and the notices about saving. */
import { button, confirmDialog, download, h } from "../lib/dom.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { quarantined, removeText } from "../storage/local-storage.mjs";
import { storageNotices } from "../storage/notices.mjs";
import { store } from "../storage/store.mjs";

customElements.define("quarantine-panel", class extends StoreElement {
  render() {
    void store.state; // reading it may quarantine data
    const texts = storageNotices();
    const copies = quarantined();
    this.hidden = !texts.length;
    this.replaceChildren(
      ...texts.map((text) => h("p", { className: "trouble-note" }, text)),
      h("ul", {}, ...copies.map(({ key, text }) => h("li", {},
        `Set aside on ${key.slice(-24, -8).replace("T", " at ")}, ${text.length} characters. `,
        button("Download it", () => download(`${key.replaceAll(":", "-")}.txt`, text)), " ",
        button("Throw it away", () => this.#delete(key))))));
  }

  /** @param {string} key */
  async #delete(key) {
    if (!(await confirmDialog("Throw it away? This cannot be undone.", "Throw away"))) return;
    removeText(key);
    this.render();
  }
});
