// What the address of the frame asks for, and which events that is.
//
// The names are those of the home page's address (view.js), so that a view of it becomes one of the
// frame. There days only move the chart; here they choose, and each may stand alone.

import { fromIso } from "../days.js";
import { matches } from "../matching.js";
import { FILTERS, read } from "../view.js";

/**
 * @typedef {object} Asked
 * @property {import("../matching.js").Filters} filters
 * @property {number | null} from the first day, or any
 * @property {number | null} to the last day, or any
 * @property {string} event the id of the one event, or "": asked for only where nothing else is
 * @property {readonly string[]} unclear what stands in the place of a day and is none
 */

/** @typedef {import("../view.js").Filter | "days" | "event"} Condition */

/**
 * An event in the list. `from` and `to` are the days between which it may have happened.
 * @typedef {import("../matching.js").Matchable & {id: string, from: number, to: number}} Listed
 */

/**
 * @param {string} search the query of the address
 * @param {string} hash its fragment; WordPress adds another one, "#?secret=…"
 * @returns {Asked}
 */
export function ask(search, hash) {
  const query = new URLSearchParams(search);
  const days = [query.get("from"), query.get("to")];
  const [from, to] = days.map(fromIso);
  const unclear = days.filter((text) => text !== null).filter((text) => text && fromIso(text) === null);
  const asked = { filters: read(search, "").filters, from, to, event: "", unclear };
  const event = isPlace(hash) ? "" : hash.split(/[?#]/)[1] ?? "";
  return conditions(asked).length ? asked : { ...asked, event };
}

/**
 * Whether a fragment is a place on the page, to which a link skips: no event has such an id.
 * @param {string} hash
 */
export function isPlace(hash) {
  return hash.includes("_");
}

/**
 * What limits the list.
 * @param {Asked} asked
 * @returns {Condition[]}
 */
export function conditions({ filters, from, to, event }) {
  const found = /** @type {Condition[]} */ (FILTERS.filter((name) => filters[name]));
  if (from !== null || to !== null) found.push("days");
  if (event) found.push("event");
  return found;
}

/**
 * The same without one of its conditions.
 * @param {Asked} asked
 * @param {Condition} condition
 * @returns {Asked}
 */
export function without(asked, condition) {
  if (condition === "days") return { ...asked, from: null, to: null };
  if (condition === "event") return { ...asked, event: "" };
  return { ...asked, filters: { ...asked.filters, [condition]: "" } };
}

/**
 * Whether an event is asked for; on days it is when it may have happened on one of them.
 * @param {Listed} listed
 * @param {Asked} asked
 */
export function meets(listed, { filters, from, to, event }) {
  if (event) return listed.id === event;
  return (from === null || listed.to >= from) && (to === null || listed.from <= to) && matches(listed, filters);
}
