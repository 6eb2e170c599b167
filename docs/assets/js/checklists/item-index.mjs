/**
 * Every item the guide holds now, from `api/v1/items.json`: the measure of "over all", and of what is no longer there.
 *
 * @typedef {{ id: string, list: string, phase: string, rev: number, essential: boolean, aliases?: string[], url: string }} Entry
 * @typedef {{ items: Entry[], lists: { id: string, title: string, url: string }[], phases: { id: string, title: string }[] }} Catalogue
 */
import { fetchApi } from "../lib/api.mjs";

/** @returns {Promise<Catalogue>} */
export const catalogue = () => fetchApi("items");

/** Every id an item has or had. @param {Catalogue} guide */
export const knownIds = ({ items }) => new Set(items.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
