// Which element stands for an event in the chart, and which event for an element.

import { byId } from "./page.js";
import { views } from "./view.js";

/** @typedef {import("./page.js").Entry} Entry */

/**
 * Where the mark of an event is, as a fraction of the time.
 * @param {Entry} entry
 */
export function placeOf({ mark }) {
  return Number(mark.style.getPropertyValue(views.now.plain ? "--pa" : "--a"));
}

/**
 * Whether there is room for the mark of an event at this width; else it is in a heap.
 * @param {Entry} entry
 */
export function hasRoom({ mark }) {
  return !mark.hasAttribute("data-waits");
}

/**
 * What stands for an event at this width: its own link, or that of the heap it is in.
 * @param {Entry} entry
 * @returns {HTMLAnchorElement}
 */
export function target(entry) {
  const { link, mark, id } = entry;
  if (hasRoom(entry)) return link;
  const lane = /** @type {HTMLElement} */ (mark.parentElement);
  const other = views.now.plain ? ".on-folded" : ".on-plain";
  for (const heap of lane.querySelectorAll(`.heap:not([data-waits], [hidden], ${other})`)) {
    if (!members(heap).includes(entry)) continue;
    const one = /** @type {HTMLAnchorElement} */ (heap.firstElementChild);
    one.setAttribute("href", `#${id}`);
    return one;
  }
  return link;
}

/** @type {WeakMap<Element, readonly Entry[]>} */
const membersOf = new WeakMap();

/**
 * The events in a heap. The page says which by their places in the lane: whoever adds marks to it
 * has to ask before.
 * @param {Element} heap
 * @returns {readonly Entry[]}
 */
export function members(heap) {
  const known = membersOf.get(heap);
  if (known) return known;
  const marks = heap.parentElement?.children ?? [];
  const places = /** @type {HTMLElement} */ (heap).dataset.members?.split(" ") ?? [];
  const found = places.map((place) => entryOf(marks[Number(place)])).filter((entry) => entry !== undefined);
  setMembers(heap, found);
  return found;
}

/**
 * @param {Element} heap
 * @param {readonly Entry[]} entries
 */
export function setMembers(heap, entries) {
  membersOf.set(heap, entries);
}

/**
 * The event whose mark or heap something belongs to.
 * @param {EventTarget | null} element
 */
export function entryOf(element) {
  const link = element instanceof Element ? element.closest(".mark, .heap")?.querySelector("a") : null;
  return link ? byId.get(link.hash.slice(1)) : undefined;
}
