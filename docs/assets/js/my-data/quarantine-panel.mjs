/** `<quarantine-panel>`: what could not be read, to download or to throw away; and what the reader must know about saving. */
import { button, confirmDialog, download, h } from "../lib/dom.mjs";
import { removeText, quarantined } from "../storage/local-storage.mjs";
import { StoreElement } from "../lib/store-element.mjs";
import { store } from "../storage/store.mjs";
import { storageNotices } from "../storage/notices.mjs";

customElements.define("quarantine-panel", class extends StoreElement {
  render() {
    void store.state;
    const texts = storageNotices();
    const aside = quarantined();
    this.hidden = !texts.length;
    this.replaceChildren(
      ...texts.map((text) => h("p", { className: "trouble-note" }, text)),
      h("ul", {}, ...aside.map(({ key, text }) => h("li", {},
        `Set aside on ${key.slice(-24, -8).replace("T", " at ")}, ${text.length} characters. `,
        button("Download it", () => download(`${key.replaceAll(":", "-")}.txt`, text)), " ",
        button("Throw it away", () => this.#drop(key))))));
  }

  /** @param {string} key */
  async #drop(key) {
    if (!(await confirmDialog("Throw it away? This cannot be undone.", "Throw away"))) return;
    removeText(key);
    this.render();
  }
});
