// The sheet on which the time is drawn: how wide it is, and what of it the window shows.
//
// Its width is a custom property, --zoom; the browser does the rest. But hundreds of marks take
// longer than a frame to lay out: so lanes first keep their width and are stretched to the new one,
// and when the zoom stands still they are laid out one after the other.

import { layOutAll, nextFrame } from "./frames.js";
import { find } from "./page.js";

/** The greatest width of the time, in ems: the last of the steps in timeline/render/chart/lanes.py. */
const WIDEST = 1920;
/** So many marks are laid out within a frame. */
const MANY = 100;
/** A zoom stands still when it was the same for so many frames. */
const STILL = 3;
/** Pixels: how far from the edge a mark should be. */
const MARGIN = 24;

/** @typedef {{list: HTMLElement, width: number}} Lane with the pixels for which it was last laid out; 0: as wide as the sheet */

export class Sheet {
  zoom = 1;
  isRtl = false;
  /** Whether lanes are not laid out yet as wide as the sheet. */
  isStretched = false;
  /** Pixels: the time at zoom 1, what of it can be seen at once, the names beside it, and an em. */
  size = { time: 1, view: 1, names: 0, em: 16 };
  #sheet;
  #overlay;
  /** @type {Lane[]} */
  #lanes;
  #isSlow;

  /**
   * @param {HTMLElement} window which scrolls the sheet
   * @param {() => void} settled called when all is laid out
   */
  constructor(window, settled) {
    this.window = window;
    this.settled = settled;
    this.#sheet = find(window, ".sheet");
    this.#overlay = find(window, ".overlay");
    this.#lanes = [...window.querySelectorAll("ol")].map((list) => ({ list, width: 0 }));
    this.#isSlow = window.querySelectorAll("li").length > MANY;
  }

  /**
   * Without script the window scrolls from its end, so that it begins there. But then everything
   * would move, and be painted anew, whenever the sheet grows.
   */
  begin() {
    const fromEnd = Math.abs(this.window.scrollLeft);
    this.window.toggleAttribute("data-from-start", true);
    // On a layer of its own a lane is not drawn anew while it is stretched.
    if (this.#isSlow) for (const { list } of this.#lanes) list.style.willChange = "transform";
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
    if (!this.isStretched && this.#lanes.some(({ width }) => width !== widthOf(this.#overlay))) this.#release();
    this.measure();
    if (isLatest) this.scrollTo(this.time);
    return this.size.view !== before;
  }

  measure() {
    const time = widthOf(this.#overlay);
    const names = widthOf(this.#sheet) - time;
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
    if (this.#isSlow && !this.isStretched) this.#hold();
    this.#sheet.style.setProperty("--zoom", this.zoom.toFixed(4));
    if (!this.#isSlow) return this.settled();
    for (const { list, width } of this.#lanes) stretch(list, width, this.time / width);
    if (!this.isStretched) void this.#layOut();
  }

  /** Lanes keep the width that they have, to the last part of a pixel: else all would be laid out. */
  #hold() {
    const width = widthOf(this.#overlay);
    for (const lane of this.#lanes) {
      if (lane.width === width) continue;
      lane.width = width;
      stretch(lane.list, width, 1);
    }
  }

  /** Lanes are as wide as the sheet again, whatever it comes to. */
  #release() {
    for (const lane of this.#lanes) {
      lane.width = 0;
      lane.list.style.inlineSize = "";
    }
  }

  /** Lays lanes out until all are as wide as the sheet; those that are stretched most go first. */
  async #layOut() {
    this.isStretched = true;
    for (let last = 0, frames = 0; ; last = this.zoom) {
      await nextFrame();
      // As the browser has rounded it; asked when nothing has changed, else it would lay all out.
      const wanted = widthOf(this.#overlay);
      const out = (/** @type {Lane} */ { width }) => Math.abs(Math.log(wanted / width));
      const [first, ...others] = this.#lanes.filter(out).sort((a, b) => out(b) - out(a));
      if (!first) break;
      frames = last === this.zoom ? frames + 1 : 0;
      if (frames < STILL) continue;
      let room = MANY - first.list.children.length;
      for (const lane of [first, ...others]) {
        if (lane !== first && (room -= lane.list.children.length) < 0) break;
        lane.width = wanted;
        stretch(lane.list, wanted, 1);
      }
      layOutAll();
    }
    for (const { list } of this.#lanes) list.style.scale = "";
    this.isStretched = false;
    this.settled();
  }

  /**
   * Scrolls the window, not the page, so that something in it can be seen.
   * @param {Element} element
   */
  reveal(element) {
    const { left, right } = element.getBoundingClientRect();
    const frame = this.window.getBoundingClientRect();
    const before = left - frame.left - (this.isRtl ? 0 : this.size.names);
    const after = right - frame.right + (this.isRtl ? this.size.names : 0);
    if (before < 0 || after > 0) this.window.scrollLeft += before < 0 ? before - MARGIN : after + MARGIN;
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
 * @param {number} width in pixels
 * @param {number} factor
 */
function stretch({ style }, width, factor) {
  style.inlineSize = `${width}px`;
  style.scale = factor === 1 ? "" : `${factor} 1`;
}

/** @param {Element} element */
function widthOf(element) {
  return element.getBoundingClientRect().width;
}
