// What is shown at which width. When a chart is zoomed, only what changes is touched.

import { BATCH, nextFrame } from "./frames.js";

/** @typedef {{width: number, element: Element, attribute: string, isOn: boolean}} Change */

export class Steps {
  /** @type {Change[]} */
  #changes = [];
  /** How many changes have taken place: those at widths up to the present one. */
  #done = 0;
  #width = 0;
  #isBegun = false;
  #isOnItsWay = false;

  /**
   * An element that loses an attribute at one width, and gets it at another.
   * @param {Element} element
   * @param {string} attribute
   * @param {string | undefined} off the width from which it is without; a word: never
   * @param {string | undefined} [on] the width from which it is with
   */
  add(element, attribute, off, on) {
    for (const [width, isOn] of /** @type {const} */ ([[off, false], [on, true]])) {
      if (width) this.#changes.push({ width: Number(width) || Infinity, element, attribute, isOn });
    }
  }

  /**
   * Makes the attributes those of a width: at once when this begins, then a few in every frame.
   * @param {number} width
   */
  goTo(width) {
    this.#width = width;
    if (!this.#isBegun) {
      this.#begin();
      this.#advance(Infinity);
    } else if (!this.#isOnItsWay) {
      void this.#followUp();
    }
  }

  async #followUp() {
    this.#isOnItsWay = true;
    while (this.#isBegun && this.#advance(BATCH)) await nextFrame();
    this.#isOnItsWay = false;
  }

  /**
   * Makes some of the changes between the present width and the one wanted.
   * @param {number} most
   * @returns whether there may be more
   */
  #advance(most) {
    const changes = this.#changes;
    for (let made = 0; made < most; made += 1) {
      if (this.#done < changes.length && changes[this.#done].width <= this.#width) {
        const { element, attribute, isOn } = changes[this.#done++];
        element.toggleAttribute(attribute, isOn);
      } else if (this.#done > 0 && changes[this.#done - 1].width > this.#width) {
        const { element, attribute, isOn } = changes[--this.#done];
        element.toggleAttribute(attribute, !isOn);
      } else {
        return false;
      }
    }
    return true;
  }

  /** Takes all the attributes away, since others will say what is shown. */
  leave() {
    for (const { element, attribute } of this.#changes) element.removeAttribute(attribute);
    this.#isBegun = false;
  }

  #begin() {
    this.#changes.sort((a, b) => a.width - b.width);
    for (const { element, attribute, isOn } of this.#changes.toReversed()) element.toggleAttribute(attribute, !isOn);
    this.#done = 0;
    this.#isBegun = true;
  }
}
