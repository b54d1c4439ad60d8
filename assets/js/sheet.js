// The sheet on which the time is drawn: how wide it is, and what of it the window shows.
//
// Its width is a custom property, --zoom; the browser does the rest. But hundreds of marks take
// longer than a frame to lay out: so lanes first keep their width and are stretched to the new one,
// and then are laid out one after the other.

import { nextFrame } from "./frames.js";
import { find } from "./page.js";

/** The greatest width of the time, in ems: the last of the steps in timeline/render/chart/lanes.py. */
const WIDEST = 1920;
/** So many marks are laid out within a frame. */
const MANY = 100;

/** @typedef {{list: HTMLElement, zoom: number}} Lane as it was last laid out */

export class Sheet {
  zoom = 1;
  isRtl = false;
  /** Pixels: the time at zoom 1, what of it can be seen at once, the names beside it, and an em. */
  size = { time: 1, view: 1, names: 0, em: 16 };
  #sheet;
  #overlay;
  /** @type {Lane[]} */
  #lanes;
  #marks;
  #isLayingOut = false;

  /**
   * @param {HTMLElement} window which scrolls the sheet
   * @param {() => void} settled called when all is laid out
   */
  constructor(window, settled) {
    this.window = window;
    this.settled = settled;
    this.#sheet = find(window, ".sheet");
    this.#overlay = find(window, ".overlay");
    this.#lanes = [...window.querySelectorAll("ol")].map((list) => ({ list, zoom: 1 }));
    this.#marks = window.querySelectorAll("li").length;
  }

  /**
   * Without script the window scrolls from its end, so that it begins there. But then everything
   * would move, and be painted anew, whenever the sheet grows.
   */
  begin() {
    const fromEnd = Math.abs(this.window.scrollLeft);
    this.window.toggleAttribute("data-from-start", true);
    this.measure();
    this.scrollTo(this.time - this.size.view - fromEnd);
  }

  /**
   * Takes the measures of the screen. The latest stays in view when it is.
   * @returns whether they are others than before
   */
  resize() {
    const isLatest = this.shown.to > 0.995;
    const before = this.size.view;
    this.measure();
    if (isLatest) this.scrollTo(this.time);
    return this.size.view !== before;
  }

  measure() {
    const time = this.#overlay.getBoundingClientRect().width;
    const names = this.#sheet.getBoundingClientRect().width - time;
    const { direction, fontSize } = getComputedStyle(this.#sheet);
    this.isRtl = direction === "rtl";
    this.size = { time: time / this.zoom, view: this.window.clientWidth - names, names, em: parseFloat(fontSize) };
  }

  /** Pixels of the whole time. */
  get time() {
    return this.size.time * this.zoom;
  }

  /** Pixels by which the time is scrolled away at its start. */
  get scrolled() {
    return Math.abs(this.window.scrollLeft);
  }

  /** The fractions of the time between which the window stands. */
  get shown() {
    const from = this.scrolled / this.time;
    return { from, to: Math.min(1, from + this.size.view / this.time) };
  }

  /** @param {number} pixels of the time before what is seen */
  scrollTo(pixels) {
    const within = Math.max(0, pixels);
    this.window.scrollLeft = this.isRtl ? -within : within;
  }

  /** @param {number} zoom 1: the whole time, as wide as the window */
  zoomTo(zoom) {
    this.zoom = Math.min(Math.max(zoom, 1), Math.max(1, WIDEST * this.size.em / this.size.time));
    this.#sheet.style.setProperty("--zoom", this.zoom.toFixed(4));
    if (this.#marks <= MANY) return this.settled();
    for (const lane of this.#lanes) stretch(lane.list, this.size.time * lane.zoom, this.zoom / lane.zoom);
    if (!this.#isLayingOut) void this.#layOut();
  }

  /** Lays lanes out until all are as wide as the sheet; those that are stretched most go first. */
  async #layOut() {
    this.#isLayingOut = true;
    const out = (/** @type {Lane} */ { zoom }) => Math.abs(Math.log(this.zoom / zoom));
    for (let last = 0; ; last = this.zoom) {
      await nextFrame();
      const [first, ...others] = this.#lanes.filter(out).sort((a, b) => out(b) - out(a));
      if (!first) break;
      // A frame in which the sheet is zoomed is full already.
      if (last !== this.zoom) continue;
      let room = MANY - first.list.children.length;
      for (const lane of [first, ...others]) {
        if (lane !== first && (room -= lane.list.children.length) < 0) break;
        lane.zoom = this.zoom;
        stretch(lane.list, 0, 1);
      }
    }
    this.#isLayingOut = false;
    this.settled();
  }

  /**
   * The fraction of the time at a point.
   * @param {number} point pixels from the start of what is seen
   */
  fractionAt(point) {
    return (this.scrolled + point) / this.time;
  }

  /**
   * How far something on the screen is from the start of what is seen.
   * @param {{clientX: number}} at
   */
  pointAt({ clientX }) {
    const frame = this.window.getBoundingClientRect();
    return (this.isRtl ? frame.right - clientX : clientX - frame.left) - this.size.names;
  }
}

/**
 * Gives the marks of a lane a width of their own, by which they are laid out, and stretches that.
 * @param {HTMLElement} list
 * @param {number} width in pixels; 0: that of the sheet
 * @param {number} factor
 */
function stretch({ style }, width, factor) {
  style.inlineSize = factor === 1 ? "" : `${width}px`;
  style.scale = factor === 1 ? "" : `${factor} 1`;
}
