// The way through the chart by keys: one mark can be reached by Tab, arrows lead on from there.

import { entryOf, target } from "./marks.js";
import { entries } from "./page.js";

/** @typedef {import("./page.js").Entry} Entry */

export class Walk {
  /** @type {Entry | undefined} the one from which arrow keys go on */
  here = entries.at(-1);
  /** @type {HTMLAnchorElement | undefined} the one that Tab reaches */
  #reached;
  /** @type {Entry | undefined} the one that had the focus */
  #held;
  #chart;

  /** @param {HTMLElement} chart */
  constructor(chart) {
    this.#chart = chart;
  }

  /** Notes which event has the focus, before its mark may go into a heap, or come out of one. */
  hold() {
    this.#held = entryOf(document.activeElement) ?? this.#held;
  }

  /** Gives the focus back to the event that had it, if it was lost. */
  letGo() {
    const held = this.#held;
    this.#held = undefined;
    const { activeElement, body } = document;
    if (held && (activeElement === body || !activeElement?.checkVisibility())) target(held).focus({ preventScroll: true });
  }

  /** Stays where it is; but events that are filtered out cannot be reached. */
  stay() {
    this.goTo(this.here);
  }

  /**
   * Makes an event the one that Tab reaches.
   * @param {Entry | undefined} entry
   */
  goTo(entry) {
    this.here = entry && !entry.isOut ? entry : this.#open.at(-1);
    const next = this.here && target(this.here);
    if (next === this.#reached) return;
    this.#reached?.setAttribute("tabindex", "-1");
    next?.setAttribute("tabindex", "0");
    this.#reached = next;
  }

  /** The events that are not filtered out. */
  get #open() {
    return entries.filter((entry) => !entry.isOut);
  }

  get first() {
    return this.#open[0];
  }

  get last() {
    return this.#open.at(-1);
  }

  /**
   * The next event in time, or the one before.
   * @param {number} step 1 or -1
   */
  beside(step) {
    const open = this.#open;
    return open[(this.here ? open.indexOf(this.here) : -1) + step];
  }

  /**
   * The event nearest in time in the next lane with one, up or down.
   * @param {1 | -1} step
   */
  across(step) {
    const lanes = [...this.#chart.querySelectorAll(".lane")];
    const here = this.here;
    if (!here) return undefined;
    for (let at = lanes.findIndex((lane) => lane.contains(here.mark)) + step; lanes[at]; at += step) {
      const there = this.#open.filter((entry) => lanes[at].contains(entry.mark));
      if (there.length) {
        return there.reduce((a, b) => (Math.abs(b.from - here.from) < Math.abs(a.from - here.from) ? b : a));
      }
    }
    return undefined;
  }
}
