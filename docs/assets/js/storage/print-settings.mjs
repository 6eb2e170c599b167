/**
 * The options for printing and the sheets of the packet, saved apart from the interviews.
 *
 * @typedef {{ version: 1, choices: Record<string, string>, packet: string[] }} Settings
 */
import { readJson, writeText } from "./local-storage.mjs";
import { PRINT_KEY } from "./saved-names.mjs";

/** Used when they cannot be stored. @type {Settings} */
let settings = { version: 1, choices: {}, packet: [] };

/** @returns {Settings} */
export function readSettings() {
  settings = parseSettings(readJson(PRINT_KEY));
  return settings;
}

/** @param {Partial<Settings>} part */
export function changeSettings(part) {
  settings = { ...readSettings(), ...part };
  writeText(PRINT_KEY, JSON.stringify(settings));
}

/** The valid part of a stored value. @param {any} stored @returns {Settings} */
function parseSettings(stored) {
  if (stored?.version !== 1) return settings;
  const choices = Object.entries(stored.choices ?? {}).filter(([, value]) => typeof value === "string");
  const packet = Array.isArray(stored.packet) ? stored.packet.filter((/** @type {unknown} */ id) => typeof id === "string") : [];
  return { version: 1, choices: Object.fromEntries(choices), packet };
}
