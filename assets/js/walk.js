// The way through the chart by keys: Tab reaches one mark, and arrows lead on from there.

import { nextFrame } from "./frames.js";
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

  /**
   * Gives the focus to the event to which a key leads.
   * @param {string} key
   * @param {number} ahead 1 where the later is further right, -1 where it is further left
   * @returns whether the key leads anywhere
   */
  follow(key, ahead) {
    /** @type {Record<string, () => Entry | undefined>} */
    const ways = {
      ArrowRight: () => this.beside(ahead),
      ArrowLeft: () => this.beside(-ahead),
      ArrowUp: () => this.#across(-1),
      ArrowDown: () => this.#across(1),
      Home: () => this.#open[0],
      End: () => this.#open.at(-1),
    };
    if (!(key in ways)) return false;
    const entry = ways[key]();
    if (entry) {
      this.goTo(entry);
      target(entry).focus({ preventScroll: true });
      void nextFrame().then(() => target(entry).scrollIntoView({ block: "nearest", inline: "nearest" }));
    }
    return true;
  }

  /**
   * The next event in time, or the one before.
   * @param {number} step 1 or -1
   */
  beside(step) {
    const open = this.#open;
    return open[open.indexOf(/** @type {Entry} */ (this.here)) + step];
  }

  /**
   * The event nearest in time in the next lane with one, up or down.
   * @param {1 | -1} step
   */
  #across(step) {
    const lanes = [...this.#chart.querySelectorAll(".lane")];
    const { here } = this;
    if (!here) return undefined;
    const apart = (/** @type {Entry} */ { from }) => Math.abs(from - here.from);
    for (let at = lanes.findIndex((lane) => lane.contains(here.mark)) + step; lanes[at]; at += step) {
      const [nearest] = this.#open.filter(({ mark }) => lanes[at].contains(mark)).sort((a, b) => apart(a) - apart(b));
      if (nearest) return nearest;
    }
    return undefined;
  }
}
