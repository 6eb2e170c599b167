/** What the form says about the answers: dates and times that can't be right, and the time in the zone of the reader. */
import { isEnd } from "./clock.mjs";
import { formatDate, formatTime, isTime } from "./dates.mjs";
import { toWallTime } from "./time-zones.mjs";
import { cityName } from "./zones.mjs";

/** The notes of the form, by id. @param {import("./plan-data.mjs").PlanData} plan @param {import("./interview-timing.mjs").InterviewTiming} timing @returns {Record<string, string>} */
export const formNotes = (plan, timing) => ({ "when-note": [clockNote(plan, timing), ...checkTimes(plan, timing)].filter(Boolean).join(" "), "after-note": checkPromise(plan) });

/** What can't be right about the day and the times. @param {import("./plan-data.mjs").PlanData} plan @param {import("./interview-timing.mjs").InterviewTiming} timing */
const checkTimes = ({ date, time, ends, events }, { stage, now }) => [
  time && ends && !isEnd(time, ends) && `It would end before it starts, so the plan doesn't use ${formatTime(ends)} as its end. Check both times.`,
  stage === "after" && date === now.date && !time && "If the interview is still ahead, add the time it starts.",
  date && date < now.date && !events.length && "That day has passed, so the plan is about what to do now. If the interview is still ahead, check the date.",
];

/** @param {import("./plan-data.mjs").PlanData} plan */
const checkPromise = ({ date, promised }) => (promised && date && promised < date ? "That's before the interview, so the plan doesn't use it yet. Did they mean a later day?" : "");

/** The time in the zone of the reader, and a warning when the clocks change then. @param {import("./plan-data.mjs").PlanData} plan @param {import("./interview-timing.mjs").InterviewTiming} timing */
function clockNote({ date, time }, { zone, readerZone, clockChange, start, interview }) {
  if (!isTime(time) || start === undefined || !interview) return "";
  const there = toWallTime(start, zone);
  const notes = [
    clockChange === "skipped" && `The clocks in ${cityName(zone)} go forward that day, so ${formatTime(time)} doesn't exist. Ask them which time they mean; until then, your plan uses ${formatTime(there.time)} instead.`,
    clockChange === "twice" && `The clocks in ${cityName(zone)} go back that day, so ${formatTime(time)} happens twice. Ask them which one they mean; until then, your plan uses the first.`,
    (interview.time !== there.time || interview.date !== there.date) && `In ${cityName(readerZone)}, that's ${formatTime(interview.time)} for you${interview.date !== date ? `, on ${formatDate(interview.date)}` : ""}.`,
  ];
  return notes.filter(Boolean).join(" ");
}
