/**
 * Chooses what a plan consists of: finished sequences, most important first. A task never comes without its prerequisites,
 * a core is planned whole or in a shorter version that is whole, and of two tasks with the same result only one is planned.
 *
 * @typedef {import("./scheduler.mjs").Task} Task
 * @typedef {{ full: string[], evening: string[], hour: string[], then: string[] }} Core
 * @typedef {{ tasks: Task[], always: string[], day: string[], cores: Core[], general: Core, lists: string[][], extras: { essentials: string[], ids: string[] }[] }} Choices
 *   ids of tasks: those of every plan, those that come after the cores, the versions of the cores, the essentials of each further
 *   checklist, and of each checklist the rest, for when its essentials are planned
 */

/** The task in its shorter form, which needs no one else. @param {Task} task @returns {Task} */
export const shorten = (task) => (task.quick ? { ...task, ...task.quick, soon: task.soon === "today" ? "today" : undefined } : task);

/** @param {Task} task */
const keep = (task) => task;

/** Shorten what has to wait for a working day: what follows it could begin too late. @param {Task} task */
const shortenOffice = (task) => (task.soon === "working-day" ? shorten(task) : task);

/** The versions of the cores of the formats and of the general core, and the form of the tasks of a format, richest first. */
const VERSIONS = /** @type {const} */ ([
  ["full", "hour", keep], ["full", "hour", shortenOffice],
  ["evening", "evening", shorten], ["evening", "hour", shorten], ["hour", "hour", shorten], ["evening", "", shorten], ["hour", "", shorten],
]);

/**
 * @param {Choices} choices @param {Set<string>} settled ids of tasks that are done or skipped
 * @param {(tasks: Task[]) => boolean} fits whether these tasks fit into the days
 * @returns {{ chosen: Task[], isWhole: boolean }} the tasks in order of priority, and whether the cores are among them
 */
export function chooseTasks({ tasks, always, day, cores, general, lists, extras }, settled, fits) {
  const pool = new Map(tasks.map((task) => [task.id, task]));
  /** @type {Task[]} */
  let chosen = [];
  /** Add tasks with their prerequisites, all or none. @param {string[]} ids */
  const add = (ids, form = keep) => {
    const next = ids.reduce((plan, id) => withPrerequisites(id, plan, pool, settled, form), chosen);
    const kept = next.filter(({ id }) => !next.some((other) => other.instead_of?.includes(id)));
    if (!fits(kept)) return false;
    chosen = kept;
    return true;
  };
  for (const id of always) if (!add([id])) add([id], shorten);
  const isWhole = VERSIONS.some(([own, shared, form]) => {
    const before = chosen;
    const fitsWhole = cores.every((core) => add(core[own], form)) && (!shared || add(general[shared], shorten));
    if (!fitsWhole) chosen = before;
    return fitsWhole;
  });
  // The first steps of the shortest version are better than none.
  if (!isWhole) for (const core of cores) core.hour.every((id) => add([id], shorten));
  for (const id of day) add([id], shorten);
  if (!isWhole) return { chosen, isWhole };
  add(general.evening, shorten);
  if (!add(lists.flat())) for (const list of lists) add(list);
  for (const { essentials, ids } of extras) if (essentials.every((id) => isMet(id, chosen, settled)) && !add(ids)) for (const id of ids) add([id]);
  return { chosen, isWhole };
}

/**
 * The plan with a task and what has to be done before it; unchanged when a prerequisite is not to be had.
 * @param {string} id @param {Task[]} plan @param {Map<string, Task>} pool @param {Set<string>} settled @param {(task: Task) => Task} form @returns {Task[]}
 */
function withPrerequisites(id, plan, pool, settled, form) {
  if (isMet(id, plan, settled)) return plan;
  const task = pool.get(id);
  if (!task) return plan;
  let next = plan;
  for (const before of task.after ?? []) {
    next = withPrerequisites(before, next, pool, settled, form);
    if (!isMet(before, next, settled)) return plan;
  }
  return [...next, form(task)];
}

/** Whether a task is settled or planned, or another one is instead of it. @param {string} id @param {Task[]} plan @param {Set<string>} settled */
const isMet = (id, plan, settled) => settled.has(id) || plan.some((task) => task.id === id || task.instead_of?.includes(id));
