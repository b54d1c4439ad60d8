// What a pointer or the focus is at: the line that says which day, and the card of an event.

import { Card } from "./card.js";
import { told } from "./days.js";
import { entryOf, hasRoom, placeOf, target } from "./marks.js";
import { entries, find, phrases } from "./page.js";

/** @typedef {import("./page.js").Entry} Entry */
/** @typedef {import("./chart.js").TimelineChart} TimelineChart */

/** Pixels: how far from a mark a finger may be. */
const FINGER = 36;

export class Pointing {
  #chart;
  #sheet;
  #card;
  #crosshair;

  /**
   * @param {TimelineChart} chart
   * @param {import("./sheet.js").Sheet} sheet
   */
  constructor(chart, sheet) {
    this.#chart = chart;
    this.#sheet = sheet;
    this.#card = new Card(find(chart, ".card"));
    this.#crosshair = find(chart, ".crosshair");
    this.#crosshair.ariaHidden = "true";
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const { window } = this.#sheet;
    window.addEventListener("pointermove", (event) => this.#point(event), { signal });
    window.addEventListener("pointerleave", () => {
      this.#crosshair.hidden = true;
      this.#card.hideSoon();
    }, { signal });
    window.addEventListener("focusout", ({ relatedTarget }) => {
      if (!entryOf(relatedTarget) && !this.#card.has(relatedTarget)) this.hide();
    }, { signal });
  }

  /** @param {PointerEvent} event */
  #point(event) {
    if (event.pointerType === "touch") return;
    const fraction = this.#sheet.fractionAt(this.#sheet.pointAt(event));
    const entry = entryOf(event.target);
    if (entry) this.tell(entry);
    else this.#card.hideSoon();
    this.#crosshair.hidden = fraction < 0;
    place(this.#crosshair, fraction, told(this.#chart.scale.day(fraction), phrases));
  }

  /**
   * Shows the card of an event.
   * @param {Entry} entry
   * @param {{stays?: boolean}} [options]
   */
  tell(entry, options) {
    const { isRtl, size, window } = this.#sheet;
    const { left, right } = window.getBoundingClientRect();
    const point = this.pointOf(entry) + size.names;
    this.#card.show(entry, target(entry), isRtl ? right - point : left + point, options);
  }

  hide() {
    this.#card.hide();
  }

  /**
   * How far the mark of an event is from the start of what is seen.
   * @param {Entry} entry
   */
  pointOf(entry) {
    return placeOf(entry) * this.#sheet.time - this.#sheet.scrolled;
  }

  /**
   * The event whose mark or heap is nearest to a finger.
   * @param {MouseEvent} event
   */
  nearest(event) {
    const point = this.#sheet.pointAt(event);
    /** @type {Entry | undefined} */
    let nearest;
    let least = FINGER;
    /** @param {Entry | undefined} entry @param {number} across @param {DOMRect} frame */
    const weigh = (entry, across, { top, height }) => {
      const distance = Math.hypot(across, top + height / 2 - event.clientY);
      if (distance < least) [least, nearest] = [distance, entry];
    };
    for (const entry of entries) {
      const across = Math.abs(this.pointOf(entry) - point);
      if (across < least && !entry.isOut && hasRoom(entry)) weigh(entry, across, entry.link.getBoundingClientRect());
    }
    for (const link of this.#chart.querySelectorAll(".heap:not([data-waits], [hidden]) > a")) {
      const frame = link.getBoundingClientRect();
      weigh(entryOf(link), frame.left + frame.width / 2 - event.clientX, frame);
    }
    return nearest;
  }
}

/**
 * Puts a line over the lanes at a fraction of the time, with words.
 * @param {HTMLElement} line
 * @param {number} fraction
 * @param {string} text
 */
export function place(line, fraction, text) {
  line.style.setProperty("--from", fraction.toFixed(5));
  const label = find(line, "span");
  if (label.textContent !== text) label.textContent = text;
}
