/**
 * `<transfer-panel>` creates a link with the current interview and, when it is small enough, a QR code. On the other
 * device, the link shows a preview of the import. The data is in the fragment, which is never sent to a server.
 */
import { BaseElement } from "../lib/base-element.mjs";
import { announce, button, copyText, h } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";
import { decode, encode, FRAGMENT_PREFIX, MAX_LENGTH, withWordings } from "./transfer-link.mjs";

customElements.define("transfer-panel", class extends BaseElement {
  setup() {
    this.result = h("div", { className: "result", role: "status" });
    const name = () => `“${store.current.name}”`;
    this.replaceChildren(h("p", {}, button("Make a link of the interview in use", () => this.#createLink(name()))), this.result);
    this.listen(window, "hashchange", () => this.#import());
    this.#import();
  }

  /** @param {string} name */
  async #createLink(name) {
    const address = location.origin + location.pathname + (await encode(store.state));
    if (address.length > MAX_LENGTH) {
      this.result.replaceChildren(h("p", {}, `${name} is too large for a link. Save a backup file above, and read it on the other device.`));
      return;
    }
    const field = h("input", { type: "text", readOnly: true, value: address, "aria-label": `Link that holds ${name}`, focus: () => field.select() });
    const copy = button("Copy the link", async () => {
      const isCopied = await copyText(address);
      if (!isCopied) field.focus();
      announce(isCopied ? "Link copied." : "The link is selected: copy it.");
    });
    const { qrSvg, SCANNABLE } = await import("../lib/qr-code.mjs");
    const code = address.length <= SCANNABLE ? h("div", { className: "code" }, qrSvg(address, `Code that holds the link with ${name}`)) : "";
    this.result.replaceChildren(
      h("p", { className: "line-form" }, field, copy), code,
      h("p", {}, code ? "Open the link, or scan the code with the camera of the other device." : "It is too large for a code to scan. Send yourself the link.",
        ` Whoever has it can read your ticks and notes in ${name}.`));
  }

  async #import() {
    if (!location.hash.startsWith(FRAGMENT_PREFIX)) return;
    const fragment = location.hash;
    // Remove it from the address, so that it is not bookmarked or imported again.
    history.replaceState(null, "", location.pathname + location.search);
    this.scrollIntoView({ block: "center" });
    try {
      const theirs = withWordings(await decode(fragment), store.state);
      const { importPreview } = await import("./import-preview.mjs");
      const preview = importPreview(theirs, "the link", false, () => this.result.replaceChildren());
      this.result.replaceChildren(preview);
      preview.focus();
    } catch (error) {
      this.result.replaceChildren(h("p", { className: "trouble-note" }, `${/** @type {Error} */ (error).message} Nothing changed.`));
    }
  }
});
