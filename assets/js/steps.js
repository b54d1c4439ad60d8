// What is shown at which width. When a chart is zoomed, only what changes is touched.

import { gently, halt } from "./frames.js";

/** The widths from which and until which something is shown. @typedef {readonly [from: number, until: number]} Widths */

/** @typedef {{element: Element, attribute: string, means: boolean, widths: readonly Widths[], isOn: boolean}} Rule */

/** What there is no word about is shown; a word that is no number: never. */
export const ALWAYS = /** @type {const} */ ([0, Infinity]);
export const NEVER = /** @type {const} */ ([Infinity, Infinity]);

export class Steps {
  /** @type {Rule[]} */
  #rules = [];

  /**
   * @param {Element} element
   * @param {string} attribute
   * @param {boolean} means whether it has the attribute when it is shown, or else when it is not
   * @param {readonly Widths[]} widths for every axis
   */
  add(element, attribute, means, widths) {
    this.#rules.push({ element, attribute, means, widths, isOn: element.hasAttribute(attribute) });
  }

  /**
   * Makes the attributes those of a width, a few in every frame.
   * @param {number} width
   * @param {number} axis
   */
  goTo(width, axis) {
    return gently(this.#rules, (rule) => {
      const [from, until] = rule.widths[axis] ?? NEVER;
      const isOn = (width >= from && width < until) === rule.means;
      if (isOn === rule.isOn) return false;
      rule.isOn = isOn;
      rule.element.toggleAttribute(rule.attribute, isOn);
      return true;
    }, "steps");
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
