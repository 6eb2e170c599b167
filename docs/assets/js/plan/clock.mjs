/** Names and times that the form and the schedule of a plan share. */

export const ONLINE = "online";
/** Before this time it is still the evening. */
export const DAWN = "05:00";
/** The longest interview that ends on the next day, in hours; anything longer is a slip. */
const MAX_LENGTH = 6;

/** Whether `ends` can be the end: later than the start, or soon after midnight. @param {string} time @param {string} ends */
export const isEnd = (time, ends) => ends > time || (ends !== "" && Number(ends.slice(0, 2)) + 24 - Number(time.slice(0, 2)) <= MAX_LENGTH);
