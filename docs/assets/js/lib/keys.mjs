/** Keyboard shortcuts on every layout. */

/**
 * The key that was pressed: a letter in lower case, also with Caps Lock, and on a layout without Latin letters the Latin one
 * of that key. "" while an input method composes text, and for the events without a key that autofill makes.
 * @param {KeyboardEvent} event
 */
export function pressedKey({ key = "", code, isComposing, keyCode }) {
  // Safari ends a composition with an event that only has this code.
  if (isComposing || keyCode === 229) return "";
  if (key.length > 1) return key;
  return (/[^\0-\x7f]/.test(key) && code.startsWith("Key") ? code.slice(3) : key).toLowerCase();
}
