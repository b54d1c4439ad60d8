// What is shown at which width. When a chart is zoomed, only what changes is touched.

/** @typedef {{width: number, element: Element, attribute: string, isOn: boolean}} Change */

export class Steps {
  /** @type {Change[]} */
  #changes = [];
  /** How many changes have taken place: those at widths up to the present one. */
  #done = 0;
  #isBegun = false;

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
   * Makes the attributes those of a width.
   * @param {number} width
   */
  goTo(width) {
    if (!this.#isBegun) this.#begin();
    while (this.#done < this.#changes.length && this.#changes[this.#done].width <= width) {
      const { element, attribute, isOn } = this.#changes[this.#done++];
      element.toggleAttribute(attribute, isOn);
    }
    while (this.#done > 0 && this.#changes[this.#done - 1].width > width) {
      const { element, attribute, isOn } = this.#changes[--this.#done];
      element.toggleAttribute(attribute, !isOn);
    }
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
