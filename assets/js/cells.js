// The row that counts all events: keys lead from number to number, a press shows that time in the
// window, and every number tells how many of its events are here.

import { between, named } from "./listed.js";
import { numeral, phrases, say } from "./page.js";
import { views } from "./view.js";

/** @typedef {import("./chart.js").TimelineChart} TimelineChart */

export class Cells {
  #chart;
  #row;
  #links;
  /** @type {HTMLAnchorElement | undefined} the one that Tab reaches */
  #reached;
  /** Whether that has the focus, or has lost it only because it had no room any more. */
  #isHeld = false;

  /**
   * @param {HTMLElement} row
   * @param {TimelineChart} chart
   */
  constructor(row, chart) {
    this.#chart = chart;
    this.#row = row;
    this.#links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (row.querySelectorAll(".cell a"))];
  }

  listen() {
    this.#row.addEventListener("keydown", (event) => this.#key(event));
    this.#row.addEventListener("click", (event) => this.#press(event));
    this.#row.addEventListener("focusin", ({ target }) => {
      this.#reach(/** @type {HTMLAnchorElement} */ (target));
      this.#isHeld = true;
    });
    this.#row.addEventListener("focusout", ({ target }) => {
      this.#isHeld = !this.#shown.includes(/** @type {HTMLAnchorElement} */ (target));
    });
    this.#chart.addEventListener("settled", () => this.#stay());
    this.#stay();
  }

  /** The numbers that have room. */
  get #shown() {
    const other = views.now.plain ? ".on-folded" : ".on-plain";
    return this.#links.filter((link) => !link.closest(`[data-waits], ${other}`));
  }

  /** @param {HTMLAnchorElement | undefined} link that Tab reaches from now on */
  #reach(link) {
    this.#reached = link;
    for (const other of this.#links) other.tabIndex = other === link ? 0 : -1;
  }

  /** Where the one that Tab reaches has no room any more, the one at its time stands for it. */
  #stay() {
    const shown = this.#shown;
    const before = this.#reached;
    if (!before || !shown.includes(before)) {
      this.#reach(shown.find((link) => before && at(link, "--to") > at(before, "--from")) ?? shown.at(-1));
    }
    const { activeElement, body } = document;
    const isLost = activeElement === body || !activeElement?.checkVisibility();
    if (this.#isHeld && isLost) this.#reached?.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const shown = this.#shown;
    const here = shown.findIndex((link) => link === event.target);
    const ahead = getComputedStyle(this.#row).direction === "rtl" ? -1 : 1;
    /** @type {Record<string, HTMLAnchorElement | undefined>} */
    const ways = { ArrowRight: shown[here + ahead], ArrowLeft: shown[here - ahead], Home: shown[0], End: shown.at(-1) };
    if (here < 0 || !Object.hasOwn(ways, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const link = ways[event.key];
    if (!link) return;
    link.focus();
  }

  /** @param {MouseEvent} event */
  #press(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { scale } = this.#chart;
    const [first, last] = ["--from", "--to"].map((end) => Math.round(scale.day(at(link, end))));
    // Where that time is shown already, the link leads to its page.
    if (String(views.now.window) === String([first, last])) return;
    event.preventDefault();
    views.change({ window: [first, last] });
  }

  /**
   * Makes every number say how many of its events are here.
   * @param {(listed: HTMLAnchorElement) => number} left how many events of a period are not
   */
  tell(left) {
    for (const link of this.#links) {
      const { all, last = named(link) } = link.dataset;
      if (!all) continue;
      const total = Number(link.textContent?.replace(/\D/g, ""));
      const n = between(named(link), last).reduce((sum, period) => sum - left(period), total);
      link.ariaLabel = n === total ? all : say(phrases.cellPartly, { all, n: numeral(n) });
      link.parentElement?.style.setProperty("--here", String(at(link, "--full") * n / total));
    }
  }
}

/**
 * What the page says of a number: where it begins or ends, and how high its bar is, as fractions.
 * @param {HTMLAnchorElement} link
 * @param {string} property
 */
function at({ parentElement }, property) {
  return Number(parentElement?.style.getPropertyValue(property));
}
