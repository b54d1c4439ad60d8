// Heaps in lanes to which events were brought: the page's own know nothing of these, so that they
// are made anew for every width.

import { entryOf, members, placeOf, setMembers, target } from "./marks.js";
import { entries, form, phrases, say } from "./page.js";
import { widths } from "./steps.js";
import { views } from "./view.js";

/** @typedef {import("./page.js").Entry} Entry */

/** Ems within which events stand in one heap: as in timeline/render/chart/lanes.py. */
const HEAP = 2.25;

export class Heaps {
  /** @type {Set<Element>} the lanes in which they are made here */
  #lanes = new Set();
  #chart;

  /** @param {HTMLElement} chart */
  constructor(chart) {
    this.#chart = chart;
    chart.addEventListener("settled", (event) => {
      const { detail: width } = /** @type {CustomEvent<number>} */ (event);
      for (const lane of this.#lanes) heap(lane, width);
    });
  }

  /**
   * Makes the heaps of a lane from now on.
   * @param {Element} lane
   */
  takeOver(lane) {
    if (this.#lanes.has(lane)) return;
    // The page says by their places which events are in a heap: that holds only as long as no
    // others come between.
    for (const each of this.#chart.querySelectorAll(".heap")) members(each);
    this.#lanes.add(lane);
  }
}

/**
 * Puts the events of a lane that have no room into heaps. Those that stay the same stay in place.
 * @param {Element} lane
 * @param {number} width of the time in ems
 */
function heap(lane, width) {
  const focused = lane.contains(document.activeElement) ? entryOf(document.activeElement) : undefined;
  /** @type {Map<string, Element>} */
  const old = new Map([...lane.querySelectorAll(".heap")].map((item, i) => [signs.get(item) ?? `${i}`, item]));
  for (const group of grouped(lane, width)) {
    const sign = group.map(({ id }) => id).join(" ");
    if (!old.delete(sign)) lane.append(made(group, sign));
  }
  for (const item of old.values()) item.remove();
  if (focused && !lane.contains(document.activeElement)) target(focused).focus({ preventScroll: true });
}

/** @type {WeakMap<Element, string>} the ids of the members of each heap that was made here */
const signs = new WeakMap();

/**
 * The events without room, together when they are near to the first.
 * @param {Element} lane
 * @param {number} width
 */
function grouped(lane, width) {
  const waiting = entries.filter(({ mark }) => {
    const { step, plainStep } = mark.dataset;
    return mark.parentElement === lane && width < widths(views.now.plain ? plainStep : step)[0];
  });
  waiting.sort((a, b) => placeOf(a) - placeOf(b));
  /** @type {Entry[][]} */
  const groups = [];
  for (const entry of waiting) {
    const last = groups.at(-1);
    if (last && (placeOf(entry) - placeOf(last[0])) * width < HEAP) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/**
 * @param {Entry[]} group
 * @param {string} sign
 */
function made(group, sign) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const number = document.createElement("span");
  const left = group.filter(({ isOut }) => !isOut).length;
  item.className = "heap";
  item.hidden = left === 0;
  for (const at of ["--a", "--pa"]) item.style.setProperty(at, String(placeOf(group[0])));
  link.href = `#${group[0].id}`;
  link.tabIndex = -1;
  link.ariaLabel = say(form(phrases.heap, left), { n: left });
  number.textContent = `+${left}`;
  link.append(number);
  item.append(link);
  setMembers(item, group);
  signs.set(item, sign);
  return item;
}
