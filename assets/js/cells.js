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
    this.#chart.addEventListener("settled", () => this.#stay());
    this.#stay();
  }

  /** The numbers that have room. */
  get #shown() {
    const other = views.now.plain ? ".on-folded" : ".on-plain";
    return this.#links.filter((link) => !link.closest(`[data-waits], ${other}`));
  }

  /** Tab reaches one of them. @param {HTMLAnchorElement} [link] */
  #stay(link) {
    const shown = this.#shown;
    const reached = link ?? shown.find(({ tabIndex }) => tabIndex === 0) ?? shown.at(-1);
    for (const other of this.#links) other.tabIndex = other === reached ? 0 : -1;
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
    this.#stay(link);
    link.focus();
  }

  /** @param {MouseEvent} event */
  #press(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { style } = /** @type {HTMLElement} */ (link.parentElement);
    const { scale } = this.#chart;
    const [first, last] = ["--from", "--to"].map((end) => Math.round(scale.day(Number(style.getPropertyValue(end)))));
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
      const { style } = /** @type {HTMLElement} */ (link.parentElement);
      style.setProperty("--here", String(Number(style.getPropertyValue("--full")) * n / total));
    }
  }
}
