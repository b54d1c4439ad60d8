// What hands do to the chart: wheels and fingers zoom, a mouse drags.

import { pause } from "./frames.js";

/** @typedef {{clientX: number}} At */
/** Zooms by a factor, and keeps what is at a point where it is. @typedef {(factor: number, at: At) => void} Zoom */

/**
 * Listens to wheels and fingers. Scrolling is the window's own, so that neither is ever taken from
 * the page.
 * @param {HTMLElement} window
 * @param {Zoom} zoom called once in a frame at most
 * @param {AbortSignal} signal
 */
export function zoomByHand(window, zoom, signal) {
  let turned = 1;
  /** @param {number} factor @param {At} at */
  const turn = (factor, at) => {
    // Not in the frame in which browsers tell of hands: it has enough to draw.
    if (turned === 1) {
      void pause().then(() => {
        zoom(turned, at);
        turned = 1;
      });
    }
    turned *= factor;
  };
  window.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    turn(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.003)), event);
  }, { passive: false, signal });
  window.addEventListener("touchstart", (start) => {
    if (start.touches.length === 2) pinch(window, start, turn, signal);
  }, { passive: true, signal });
}

/**
 * Only while two fingers are down does anything keep the browser from scrolling by itself.
 * @param {HTMLElement} window
 * @param {TouchEvent} start
 * @param {Zoom} turn
 * @param {AbortSignal} signal
 */
function pinch(window, start, turn, signal) {
  const apart = (/** @type {TouchList} */ [a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  let last = apart(start.touches);
  const options = untilEnd(window, ["touchend", "touchcancel"], signal);
  window.addEventListener("touchmove", (move) => {
    if (move.touches.length !== 2) return;
    move.preventDefault();
    const [a, b] = move.touches;
    const now = apart(move.touches);
    turn(now / last, { clientX: (a.clientX + b.clientX) / 2 });
    last = now;
  }, { passive: false, ...options });
}

/**
 * A mouse takes hold of the ground and drags it; a click is not a drag.
 * @param {HTMLElement} window
 * @param {AbortSignal} signal
 */
export function dragByMouse(window, signal) {
  window.addEventListener("pointerdown", (start) => {
    const isGround = start.target instanceof Element && !start.target.closest("a");
    if (start.pointerType !== "mouse" || start.button || !isGround || start.offsetY > window.clientHeight) return;
    const { scrollLeft } = window;
    // Wherever it ends.
    const options = untilEnd(document, ["pointerup", "pointercancel"], signal);
    // Nor does it choose words, which takes long among hundreds of marks.
    window.addEventListener("selectstart", (event) => event.preventDefault(), options);
    window.addEventListener("pointermove", (move) => {
      const by = move.clientX - start.clientX;
      if (Math.abs(by) > SLACK) window.setPointerCapture(start.pointerId);
      if (window.hasPointerCapture(start.pointerId)) window.scrollLeft = scrollLeft - by;
    }, options);
  }, { signal });
  // A link under the mouse is a browser's to drag away, which would hold the page up.
  window.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
}

/** Pixels by which a hand moves without meaning it. */
const SLACK = 4;

/**
 * Options for listeners that hear only until a gesture ends.
 * @param {EventTarget} target
 * @param {readonly string[]} ends names of events
 * @param {AbortSignal} signal
 */
export function untilEnd(target, ends, signal) {
  const over = new AbortController();
  const options = { signal: AbortSignal.any([over.signal, signal]) };
  for (const end of ends) target.addEventListener(end, () => over.abort(), options);
  return options;
}
