/** `<backup-panel>`: save everything to a file, and read it back. */
import { rest } from "./backup-reminder.mjs";
import { backupName, backupText, readBackup } from "./backup.mjs";
import { BaseElement } from "../lib/base-element.mjs";
import { button, download, h, announce } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";

customElements.define("backup-panel", class extends BaseElement {
  setup() {
    const file = h("input", { type: "file", id: "backup-file", accept: ".json,application/json", change: () => this.#read(file) });
    this.result = h("div", { className: "result", role: "status" });
    this.replaceChildren(
      h("p", {}, button("Save a backup file", () => this.#save(), { className: "quiet-button quiet-button--strong" })),
      h("p", { className: "line-form" }, h("label", { for: "backup-file" }, "Read a backup file"), file),
      this.result);
  }

  #save() {
    download(backupName(), backupText(store.state));
    rest();
    announce("Backup saved.");
  }

  /** @param {HTMLInputElement} input */
  async #read(input) {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const theirs = await readBackup(file);
      const { importPreview } = await import("./import-preview.mjs");
      this.result.replaceChildren(importPreview(theirs, `“${file.name}”`, true, () => this.#close(input)));
    } catch (error) {
      this.result.replaceChildren(h("p", { className: "trouble-note" }, `“${file.name}” was not read, and nothing changed. ${/** @type {Error} */ (error).message}`));
      input.value = "";
    }
  }

  /** @param {HTMLInputElement} input */
  #close(input) {
    input.value = "";
    this.result.replaceChildren();
    input.focus();
  }
});
