/** `<backup-panel>`: save everything to a file, and read it back. */
import { rest } from "./backup-reminder.mjs";
import { backupName, backupText, readBackup } from "./backup.mjs";
import { Connected } from "../lib/base-element.mjs";
import { button, download, make, say } from "../lib/dom.mjs";
import { store } from "../storage/store.mjs";

customElements.define("backup-panel", class extends Connected {
  build() {
    const file = make("input", { type: "file", id: "backup-file", accept: ".json,application/json", change: () => this.#read(file) });
    this.result = make("div", { className: "result", role: "status" });
    this.replaceChildren(
      make("p", {}, button("Save a backup file", () => this.#save(), { className: "quiet-button quiet-button--strong" })),
      make("p", { className: "line-form" }, make("label", { for: "backup-file" }, "Read a backup file"), file),
      this.result);
  }

  #save() {
    download(backupName(), backupText(store.state));
    rest();
    say("Backup saved.");
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
      this.result.replaceChildren(make("p", { className: "trouble-note" }, `“${file.name}” was not read, and nothing changed. ${/** @type {Error} */ (error).message}`));
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
