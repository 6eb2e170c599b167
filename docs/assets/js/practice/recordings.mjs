/**
 * Saves recordings in IndexedDB. The object store `takes` has the recordings; `chunks` has the single seconds of one that
 * is being recorded or whose tab was closed. A deleted recording stays for ten minutes, so that it can be restored.
 *
 * @typedef {{ id: string, question: string, part: string, wording: string, name: string, at: string, type: string, seconds: number,
 *   target: number, sound: Blob | null, deleted?: string, recovered?: boolean }} Recording
 *   `part` is "answer" or a follow-up such as "follow-0"; `sound` is null until the recording is finished
 */
import { RECORDINGS_DATABASE } from "../storage/saved-names.mjs";

/** In ms. */
const UNDO_TIME = 10 * 60 * 1000;
/** Opening the database fails after this time, in ms. */
const OPEN_TIMEOUT = 15_000;

/** The open database. @type {Promise<IDBDatabase> | undefined} */
let opening;

function openDatabase() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(RECORDINGS_DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("takes", { keyPath: "id" });
      request.result.createObjectStore("chunks", { keyPath: ["take", "number"] });
    };
    request.onsuccess = () => {
      const reset = () => { opening = undefined; };
      request.result.onversionchange = () => { request.result.close(); reset(); };
      // The data was cleared, by the reader or by the browser: the next call creates the database again.
      request.result.onclose = reset;
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    setTimeout(() => reject(new DOMException("It does not open", "TimeoutError")), OPEN_TIMEOUT);
  });
  opening.catch(() => { opening = undefined; });
  return opening;
}

/**
 * Run a transaction. Resolves when it is on the disk; rejects with the reason, such as a full disk.
 * @template T @param {IDBTransactionMode} mode @param {(takes: IDBObjectStore, chunks: IDBObjectStore) => IDBRequest<T>} act @returns {Promise<T>}
 */
async function transact(mode, act) {
  const opened = await openDatabase();
  return new Promise((resolve, reject) => {
    const transaction = opened.transaction(["takes", "chunks"], mode);
    const request = act(transaction.objectStore("takes"), transaction.objectStore("chunks"));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error);
  });
}

/** @param {string} id */
const chunkRange = (id) => IDBKeyRange.bound([id, 0], [id, Infinity]);

/** @param {Recording} recording */
export const saveRecording = (recording) => transact("readwrite", (takes) => takes.put(recording));

/** @param {string} take id of the recording @param {number} number @param {Blob} sound */
export const saveChunk = (take, number, sound) => transact("readwrite", (takes, chunks) => chunks.put({ take, number, sound }));

/** @param {string} id */
const lockName = (id) => `${RECORDINGS_DATABASE}:take:${id}`;

/**
 * Lock a recording, so that no other tab assembles it meanwhile. Closing the tab unlocks it.
 * @param {string} id @returns {Promise<() => void>} resolves to a function that unlocks it
 */
export const lockRecording = (id) => new Promise((resolve, reject) => {
  if (!navigator.locks) return resolve(() => {});
  return navigator.locks.request(lockName(id), () => new Promise((unlock) => resolve(() => unlock(undefined)))).catch(reject);
});

/** Save a finished recording and delete its chunks, in one transaction. @param {Recording} recording */
export const finishRecording = (recording) => transact("readwrite", (takes, chunks) => {
  chunks.delete(chunkRange(recording.id));
  return takes.put(recording);
});

/** @param {string} id */
const deleteRecording = (id) => transact("readwrite", (takes, chunks) => {
  chunks.delete(chunkRange(id));
  return takes.delete(id);
});

/** The finished recordings, the newest first. Also removes those that can no longer be restored. @returns {Promise<Recording[]>} */
export async function listRecordings() {
  const all = /** @type {Recording[]} */ (await transact("readonly", (takes) => takes.getAll()));
  for (const { id, deleted } of all) if (deleted && Date.now() - Date.parse(deleted) > UNDO_TIME) await deleteRecording(id);
  return all.filter(({ sound, deleted }) => sound && !deleted).sort((a, b) => b.at.localeCompare(a.at));
}

/** The last deleted recording that can be restored. @returns {Promise<Recording | undefined>} */
export async function lastDeletedRecording() {
  const all = /** @type {Recording[]} */ (await transact("readonly", (takes) => takes.getAll()));
  return all.filter(({ deleted }) => deleted && Date.now() - Date.parse(deleted) <= UNDO_TIME).sort((a, b) => String(b.deleted).localeCompare(String(a.deleted)))[0];
}

/** The ids of recordings that are in progress, or whose tab was closed. @returns {Promise<string[]>} */
export async function listUnfinished() {
  const all = /** @type {Recording[]} */ (await transact("readonly", (takes) => takes.getAll()));
  return all.filter(({ sound }) => !sound).map(({ id }) => id);
}

/** Assemble the unfinished recordings that no tab has locked. Without Web Locks, ask the reader first. @returns {Promise<number>} how many */
export async function recoverUnfinished() {
  let count = 0;
  for (const id of await listUnfinished()) {
    const recovered = navigator.locks ? await navigator.locks.request(lockName(id), { ifAvailable: true }, (held) => held !== null && assembleRecording(id)) : await assembleRecording(id);
    if (recovered) count += 1;
  }
  return count;
}

/** Join the chunks of a recording. @param {string} id @returns {Promise<boolean>} whether there were any */
async function assembleRecording(id) {
  const recording = /** @type {Recording | undefined} */ (await transact("readonly", (takes) => takes.get(id)));
  if (!recording || recording.sound) return false;
  const chunks = await transact("readonly", (_, store) => store.getAll(chunkRange(id)));
  if (chunks.length) await finishRecording({ ...recording, sound: new Blob(chunks.map(({ sound }) => sound), { type: recording.type }), seconds: chunks.length, recovered: true });
  else await deleteRecording(id);
  return chunks.length > 0;
}

/** In bytes. @param {Recording[]} recordings */
export const totalSize = (recordings) => recordings.reduce((sum, { sound }) => sum + (sound?.size ?? 0), 0);

/** @param {number} bytes */
export const formatBytes = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`);

/** The bytes that this site uses and that are free; undefined when the browser does not tell. @returns {Promise<{ used: number, free: number } | undefined>} */
export async function storageEstimate() {
  const { usage, quota } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  return usage === undefined || quota === undefined ? undefined : { used: usage, free: quota - usage };
}
