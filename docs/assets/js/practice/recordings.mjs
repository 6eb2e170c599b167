/**
 * Takes: recordings kept in IndexedDB of this browser, database `round-two`. The store `takes` holds a take each, `chunks` the
 * seconds of one that is being recorded or whose tab was closed. A deleted take stays for ten minutes, so that it can come back.
 *
 * @typedef {{ id: string, question: string, part: string, wording: string, name: string, at: string, type: string, seconds: number,
 *   target: number, sound: Blob | null, deleted?: string, recovered?: boolean }} Take
 *   `part` is answer or the number of a follow-up; `sound` is null while it is being recorded.
 */
import { RECORDINGS_DATABASE } from "../storage/saved-names.mjs";

const UNDO = 10 * 60 * 1000;
/** A database that does not open in this time will not. */
const OPENED = 5000;

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

function database() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(RECORDINGS_DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("takes", { keyPath: "id" });
      request.result.createObjectStore("chunks", { keyPath: ["take", "number"] });
    };
    request.onsuccess = () => {
      const forget = () => { opening = undefined; };
      request.result.onversionchange = () => { request.result.close(); forget(); };
      // The reader, or a browser short of space, cleared it: the next take makes it anew.
      request.result.onclose = forget;
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    setTimeout(() => reject(new DOMException("It does not open", "TimeoutError")), OPENED);
  });
  opening.catch(() => { opening = undefined; });
  return opening;
}

/**
 * One transaction; resolves when it is on the disk, rejects with the reason, such as a full one.
 * @template T @param {IDBTransactionMode} mode @param {(takes: IDBObjectStore, chunks: IDBObjectStore) => IDBRequest<T>} act @returns {Promise<T>}
 */
async function transact(mode, act) {
  const base = await database();
  return new Promise((resolve, reject) => {
    const transaction = base.transaction(["takes", "chunks"], mode);
    const request = act(transaction.objectStore("takes"), transaction.objectStore("chunks"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error);
  });
}

/** @param {string} id */
const secondsOf = (id) => IDBKeyRange.bound([id, 0], [id, Infinity]);

/** @param {Take} take */
export const put = (take) => transact("readwrite", (takes) => takes.put(take));

/** @param {string} take @param {number} number @param {Blob} sound */
export const addChunk = (take, number, sound) => transact("readwrite", (takes, chunks) => chunks.put({ take, number, sound }));

/** @param {string} id */
const lockOf = (id) => `${RECORDINGS_DATABASE}:take:${id}`;

/**
 * Lock a take while this tab records it, so that no other tab puts it together. A tab that is closed unlocks it by itself.
 * @param {string} id @returns {Promise<() => void>} resolves when it is locked, to what unlocks it
 */
export const lock = (id) => new Promise((locked, failed) => {
  if (!navigator.locks) return locked(() => {});
  return navigator.locks.request(lockOf(id), () => new Promise((unlock) => locked(() => unlock(undefined)))).catch(failed);
});

/** The take is whole: its seconds become one sound, in one step. @param {Take} take */
export const finish = (take) => transact("readwrite", (takes, chunks) => {
  chunks.delete(secondsOf(take.id));
  return takes.put(take);
});

/** @param {string} id */
export const remove = (id) => transact("readwrite", (takes, chunks) => {
  chunks.delete(secondsOf(id));
  return takes.delete(id);
});

/** Every take that is whole, the newest first; those deleted long ago go for good. @returns {Promise<Take[]>} */
export async function allTakes() {
  const all = /** @type {Take[]} */ (await transact("readonly", (takes) => takes.getAll()));
  for (const { id, deleted } of all) if (deleted && Date.now() - Date.parse(deleted) > UNDO) await remove(id);
  return all.filter(({ sound, deleted }) => sound && !deleted).sort((a, b) => b.at.localeCompare(a.at));
}

/** The take deleted last, if it can still come back. @returns {Promise<Take | undefined>} */
export async function lastDeleted() {
  const all = /** @type {Take[]} */ (await transact("readonly", (takes) => takes.getAll()));
  return all.filter(({ deleted }) => deleted && Date.now() - Date.parse(deleted) <= UNDO).sort((a, b) => String(b.deleted).localeCompare(String(a.deleted)))[0];
}

/** The takes that are being recorded, whose tab was closed or whose disk was full. @returns {Promise<string[]>} their ids */
export async function unfinished() {
  const all = /** @type {Take[]} */ (await transact("readonly", (takes) => takes.getAll()));
  return all.filter(({ sound }) => !sound).map(({ id }) => id);
}

/** Put together the unfinished takes that no tab is recording. Without Web Locks this cannot be known: ask the reader first. @returns {Promise<number>} how many */
export async function recover() {
  let count = 0;
  for (const id of await unfinished()) {
    const recovered = navigator.locks ? await navigator.locks.request(lockOf(id), { ifAvailable: true }, (free) => free !== null && assemble(id)) : await assemble(id);
    if (recovered) count += 1;
  }
  return count;
}

/** @param {string} id @returns {Promise<boolean>} whether there was something to keep */
async function assemble(id) {
  const take = /** @type {Take | undefined} */ (await transact("readonly", (takes) => takes.get(id)));
  if (!take || take.sound) return false;
  const chunks = await transact("readonly", (_, store) => store.getAll(secondsOf(id)));
  if (chunks.length) await finish({ ...take, sound: new Blob(chunks.map(({ sound }) => sound), { type: take.type }), seconds: chunks.length, recovered: true });
  else await remove(id);
  return chunks.length > 0;
}

/** @param {Take[]} takes bytes */
export const sizeOf = (takes) => takes.reduce((sum, { sound }) => sum + (sound?.size ?? 0), 0);

/** @param {number} bytes */
export const inBytes = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`);

/** What the browser lets this site use and what is free of it, undefined where it does not say. @returns {Promise<{ used: number, free: number } | undefined>} */
export async function room() {
  const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  return usage === undefined || quota === undefined ? undefined : { used: usage, free: quota - usage };
}
