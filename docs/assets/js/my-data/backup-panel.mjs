/** `<backup-panel>` saves everything to a backup file and imports one. */
import { BaseElement } from "../lib/base-element.mjs";
import { announce, button, download, h } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";
import { postponeReminder } from "./backup-reminder.mjs";
import { backupName, backupText, explainFailure, readBackup } from "./backup.mjs";

customElements.define("backup-panel", class extends BaseElement {
  setup() {
    const file = h("input", { type: "file", id: "backup-file", accept: ".json,application/json", change: () => this.#import(file) });
    this.result = h("div", { className: "result", role: "status" });
    this.replaceChildren(
      h("p", {}, button("Save a backup file", () => this.#save(), { className: "quiet-button quiet-button--strong" })),
      h("p", { className: "line-form" }, h("label", { for: "backup-file" }, "Open a backup file"), file),
      this.result);
  }

  #save() {
    download(backupName(), backupText(store.state));
    postponeReminder();
    announce("Backup saved.");
  }

  /** @param {HTMLInputElement} input */
  async #import(input) {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const theirs = await readBackup(file);
      const { importPreview } = await import("./import-preview.mjs").catch(explainFailure);
      // The reader may have chosen another file meanwhile.
      if (input.files?.[0] !== file) return;
      this.result.replaceChildren(importPreview(theirs, `“${file.name}”`, true, () => this.#close(input)));
    } catch (error) {
      this.result.replaceChildren(h("p", { className: "trouble-note" }, `${/** @type {Error} */ (error).message} Nothing has changed (“${file.name}”).`));
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
