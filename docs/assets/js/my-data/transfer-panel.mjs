/**
 * `<transfer-panel>`: the current interview as a link and, when small enough, as a code to scan. Opened on the other
 * device, the link shows what it brings before anything changes. The data is in the fragment: no server sees it.
 */
import { LONGEST, MARK, packed, unpacked, worded } from "./transfer-link.mjs";
import { BaseElement } from "../lib/base-element.mjs";
import { button, h, announce } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";

customElements.define("transfer-panel", class extends BaseElement {
  setup() {
    this.result = h("div", { className: "result", role: "status" });
    const name = () => `“${store.current.name}”`;
    this.replaceChildren(h("p", {}, button("Make a link of the interview in use", () => this.#give(name()))), this.result);
    this.listen(window, "hashchange", () => this.#receive());
    this.#receive();
  }

  /** @param {string} name */
  async #give(name) {
    const address = location.origin + location.pathname + (await packed(store.state));
    if (address.length > LONGEST) {
      this.result.replaceChildren(h("p", {}, `${name} is too large for a link. Save a backup file above, and read it on the other device.`));
      return;
    }
    const field = h("input", { type: "text", readOnly: true, value: address, "aria-label": `Link that holds ${name}`, focus: () => field.select() });
    const copy = button("Copy the link", async () => {
      const copied = await navigator.clipboard?.writeText(address).then(() => true, () => false);
      if (!copied) field.focus();
      announce(copied ? "Link copied." : "The link is selected: copy it.");
    });
    const { qrSvg, SCANNABLE } = await import("../lib/qr-code.mjs");
    const code = address.length <= SCANNABLE ? h("div", { className: "code" }, qrSvg(address, `Code that holds the link with ${name}`)) : "";
    this.result.replaceChildren(
      h("p", { className: "line-form" }, field, copy), code,
      h("p", {}, code ? "Open the link, or scan the code with the camera of the other device." : "It is too large for a code to scan. Send yourself the link.",
        ` Whoever has it can read your ticks and notes in ${name}.`));
  }

  async #receive() {
    if (!location.hash.startsWith(MARK)) return;
    const fragment = location.hash;
    // Out of the address at once, so that it is in no bookmark, no history and no second import.
    history.replaceState(null, "", location.pathname + location.search);
    this.scrollIntoView({ block: "center" });
    try {
      const theirs = worded(await unpacked(fragment), store.state);
      const { importPreview } = await import("./import-preview.mjs");
      const preview = importPreview(theirs, "the link", false, () => this.result.replaceChildren());
      this.result.replaceChildren(preview);
      preview.focus();
    } catch (error) {
      this.result.replaceChildren(h("p", { className: "trouble-note" }, `${/** @type {Error} */ (error).message} Nothing changed.`));
    }
  }
});
