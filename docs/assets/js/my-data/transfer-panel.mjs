/**
 * `<transfer-panel>` creates a link with the current interview and, when it is small enough, a QR code. On the other
 * device, the link shows a preview of the import. The data is in the fragment, which is never sent to a server.
 */
import { BaseElement } from "../lib/base-element.mjs";
import { button, copyText, h, showResult } from "../lib/dom.mjs";
import { displayName } from "../storage/interviews.mjs";
import { store } from "../storage/store.mjs";
import { explainFailure } from "./backup.mjs";
import { decode, encode, FRAGMENT_PREFIX, MAX_LENGTH, withWordings } from "./transfer-link.mjs";

customElements.define("transfer-panel", class extends BaseElement {
  setup() {
    this.result = h("div", { className: "result", role: "status" });
    const name = () => `“${displayName(store.current)}”`;
    this.replaceChildren(h("p", {}, button("Make a link for the current interview", () => this.#createLink(name()))), this.result);
    this.listen(window, "hashchange", () => this.#import());
    this.#import();
  }

  /** @param {string} name */
  async #createLink(name) {
    const address = location.origin + location.pathname + (await encode(store.state));
    if (address.length > MAX_LENGTH) {
      this.result.replaceChildren(h("p", {}, `Save a backup file above, and open it on the other device: ${name} is too large for a link.`));
      return;
    }
    const field = h("input", { type: "text", readOnly: true, value: address, "aria-label": `Link with ${name}`, focus: () => field.select() });
    const copy = button("Copy the link", async () => {
      const isCopied = await copyText(address);
      if (!isCopied) field.focus();
      showResult(copy, isCopied ? "Link copied" : "It's selected, so you can copy it");
    });
    const qr = await import("../lib/qr-code.mjs").catch(() => undefined);
    const code = qr && address.length <= qr.SCANNABLE ? h("div", { className: "code" }, qr.qrSvg(address, `QR code for ${name}`)) : "";
    this.result.replaceChildren(
      h("p", { className: "line-form" }, field, copy), code,
      h("p", {}, code ? "Open the link on the other device, or scan the code with its camera." : "Send yourself the link: it's too long for a QR code.",
        ` Anyone who has the link can read what you saved for ${name}.`));
  }

  async #import() {
    if (!location.hash.startsWith(FRAGMENT_PREFIX)) return;
    const fragment = location.hash;
    // Remove it from the address, so that it is not bookmarked or imported again.
    history.replaceState(null, "", location.pathname + location.search);
    this.scrollIntoView({ block: "center" });
    try {
      const theirs = withWordings(await decode(fragment), store.state);
      const { importPreview } = await import("./import-preview.mjs").catch(explainFailure);
      const preview = importPreview(theirs, "the link", false, () => this.result.replaceChildren());
      this.result.replaceChildren(preview);
      preview.focus();
    } catch (error) {
      this.result.replaceChildren(h("p", { className: "trouble-note" }, `${/** @type {Error} */ (error).message} Nothing has changed.`));
    }
  }
});
