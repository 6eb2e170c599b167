/**
 * What the reader chose to print, kept in this browser only, apart from the ticks.
 *
 * @typedef {{ version: 1, choices: Record<string, string>, packet: string[] }} Settings
 */
import { PRINT_KEY } from "../storage/saved-names.mjs";

/** @type {Settings} */
let memory = { version: 1, choices: {}, packet: [] };

/** @returns {Settings} */
export function settings() {
  try {
    memory = sound(JSON.parse(localStorage.getItem(PRINT_KEY) ?? "null"));
  } catch { /* blocked or unreadable: what is in memory goes on */ }
  return memory;
}

/** Change a part of the settings. What cannot be stored lasts until the page is closed. @param {Partial<Settings>} part */
export function change(part) {
  memory = { ...settings(), ...part };
  try {
    localStorage.setItem(PRINT_KEY, JSON.stringify(memory));
  } catch { /* blocked or full */ }
}

/** The sound part of a stored value. @param {any} stored @returns {Settings} */
function sound(stored) {
  if (stored?.version !== 1) return memory;
  const choices = Object.entries(stored.choices ?? {}).filter(([, value]) => typeof value === "string");
  const packet = Array.isArray(stored.packet) ? stored.packet.filter((/** @type {unknown} */ id) => typeof id === "string") : [];
  return { version: 1, choices: Object.fromEntries(choices), packet };
}
