/** Cuts what does not fit into a field with `maxlength` between characters as readers see them; browsers cut inside them. */
import { cutText } from "./words.mjs";

document.addEventListener("beforeinput", (event) => {
  const [field, { data }] = [/** @type {HTMLInputElement} */ (event.target), event];
  if (!(field.maxLength > 0) || !data || event.isComposing) return;
  const [start, end] = [field.selectionStart ?? 0, field.selectionEnd ?? 0];
  const room = field.maxLength - field.value.length + end - start;
  if (data.length <= room) return;
  event.preventDefault();
  field.setRangeText(cutText(data, room, (part) => part.length), start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
});
