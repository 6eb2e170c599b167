/** All that the page of the reader's own data is made of. */
import "./backup-panel.mjs";
import "./transfer-panel.mjs";
import "./interview-list.mjs";
import "./removed-items.mjs";
import "./quarantine-panel.mjs";
import "./undo-bar.mjs";
