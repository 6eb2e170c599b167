/** All that the page of the reader's own data is made of. */
import "./backup-panel.mjs";
import "./carry-panel.mjs";
import "./interview-list.mjs";
import "./old-marks.mjs";
import "./set-aside.mjs";
import "./undo-bar.mjs";
