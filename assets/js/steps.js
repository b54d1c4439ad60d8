// What is shown at which width. When a chart is zoomed, only what changes is touched.

import { gently, halt } from "./frames.js";
import { find } from "./page.js";

/** The widths from which and until which something is shown. @typedef {readonly [from: number, until: number]} Widths */

/**
 * @typedef {object} Rule
 * @property {string} attribute
 * @property {boolean} means whether it is there when the element is shown, or else when it is not
 * @property {readonly Widths[]} widths for every axis
 * @property {readonly number[]} places for every axis, as fractions of the time
 * @property {boolean} [isNear] whether it is shown only near the window: a label far from it would take
 *   time to lay out and to draw
 */

/** What of the time is seen. @typedef {{from: number, to: number}} Stretch */

/** What there is no word about is shown; a word that is no number: never. */
const NEVER = /** @type {const} */ ([Infinity, Infinity]);

/** How far from the middle of the window is near, in lengths of it: itself, and one to either side. */
const NEAR = 1.5;
/** To draw a lane anew costs as much as so many changes in it. */
const LANE = 6;
/** Ems that a letter takes, in text of narrow ones, and letters to a word. */
const LETTER = 0.42;
const WORD = 6;

export class Steps {
  /** So many times the room that the page reckons with do labels take. */
  #spacing = 1;
  /** @type {Map<Element, Rule>} */
  #rules = new Map();

  /**
   * Takes note of what the page says about an element of the chart, and about its label.
   * @param {HTMLElement} element a mark, a heap, or part of the axis
   */
  add(element) {
    const { style, classList } = element;
    const { step, until, label, plainStep, plainLabel } = element.dataset;
    const place = Number(style.getPropertyValue("--a") || style.getPropertyValue("--at"));
    const places = [place, Number(style.getPropertyValue("--pa") || place)];
    const own = widths(step, until);
    const both = classList.contains("mark") ? [own, widths(plainStep)] : [own, NEVER];
    const shown = element.closest(".on-plain") ? [NEVER, own] : both;
    this.#rules.set(element, { attribute: "data-waits", means: false, widths: shown, places });
    const words = element.querySelector(".label");
    const named = [label, plainLabel].map((from) => widths(from ?? "never"));
    if (words) this.#rules.set(words, { attribute: "data-named", means: true, widths: named, places, isNear: true });
  }

  /** @param {Element} element which leaves the page */
  drop(element) {
    for (const one of [element, element.querySelector(".label")]) if (one) this.#rules.delete(one);
  }

  /**
   * Makes the attributes those of a width, a few in every frame: first those that make room, then
   * those of what is seen, then the others; of each lane after lane.
   * @param {number} width
   * @param {number} axis
   * @param {Stretch} seen
   */
  goTo(width, axis, { from, to }) {
    /** @type {{element: Element, attribute: string, isOn: boolean, order: number}[]} */
    const changes = [];
    const middle = (from + to) / 2;
    for (const [element, { attribute, means, widths, places, isNear }] of this.#rules) {
      const [least, most] = widths[axis] ?? NEVER;
      const apart = Math.abs(places[axis] - middle);
      const room = isNear ? width / this.#spacing : width;
      const isShown = room >= least && room < most && (!isNear || apart < NEAR * (to - from));
      const isOn = isShown === means;
      if (isOn !== element.hasAttribute(attribute)) changes.push({ element, attribute, isOn, order: isShown ? 1 + Number(apart > (to - from) / 2) : 0 });
    }
    changes.sort((a, b) => a.order - b.order);
    /** @type {Element | null} */
    let last = null;
    return gently(changes, ({ element, attribute, isOn }) => {
      element.toggleAttribute(attribute, isOn);
      const lane = element.closest(".lane");
      const cost = lane === last ? 1 : LANE;
      last = lane;
      return cost;
    }, "steps");
  }

  /**
   * Gives labels the room that they take with the text spacing that a reader sets (WCAG 2.2, 1.4.12).
   * @param {HTMLElement} chart
   */
  space(chart) {
    const { fontSize, letterSpacing, wordSpacing } = getComputedStyle(find(chart, ".label"));
    const more = (parseFloat(letterSpacing) || 0) + (parseFloat(wordSpacing) || 0) / WORD;
    this.#spacing = Math.max(1, 1 + more / parseFloat(fontSize) / LETTER);
    // As a rule nothing is set: every mark inherits it, and would be styled again.
    if (chart.toggleAttribute("data-spaced", this.#spacing > 1)) chart.style.setProperty("--spacing", this.#spacing.toFixed(2));
    else chart.style.removeProperty("--spacing");
  }

  /** Leaves things as they are, since the width is changing again. */
  wait() {
    halt("steps");
  }
}

/**
 * @param {string | undefined} from a width in words, as the page has it
 * @param {string} [until]
 * @returns {Widths}
 */
export function widths(from, until) {
  return [Number(from ?? 0) || (from ? Infinity : 0), Number(until ?? Infinity)];
}
