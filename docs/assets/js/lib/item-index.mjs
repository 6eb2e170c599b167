/**
 * Fetches the index of all checklist items in the guide (api/v1/items.json). Used to count the overall progress and to
 * find saved items that were removed from the guide.
 *
 * @typedef {{ id: string, list: string, phase: string, rev: number, essential: boolean, aliases?: string[], url: string }} Entry
 * @typedef {{ items: Entry[], lists: { id: string, title: string, url: string }[], phases: { id: string, title: string }[] }} ItemIndex
 */
import { fetchApi } from "./api.mjs";

/** @returns {Promise<ItemIndex>} */
export const fetchItems = () => fetchApi("items");

/** All present and former ids. @param {ItemIndex} index */
export const knownIds = ({ items }) => new Set(items.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
