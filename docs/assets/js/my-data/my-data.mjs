/** Loads the elements of the page "My data". */
import "./backup-panel.mjs";
import "./interview-list.mjs";
import "./quarantine-panel.mjs";
import "./removed-items.mjs";
import "./transfer-panel.mjs";
import "./undo-bar.mjs";
