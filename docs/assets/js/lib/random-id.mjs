/** Random ids for records, people and interviews: two devices never create the same one. */

/** @param {number} [bytes] of randomness */
export const randomId = (bytes = 6) => Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(36).padStart(2, "0")).join("");
