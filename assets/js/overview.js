// The overview: where the window stands in the whole time. It can be dragged, and moved by keys.

import { rounded, told } from "./days.js";
import { nextFrame } from "./frames.js";
import { untilEnd } from "./gestures.js";
import { find, phrases, say } from "./page.js";
import { views } from "./view.js";

/** @typedef {import("./chart.js").TimelineChart} TimelineChart */

export class TimelineOverview extends HTMLElement {
  #stop = new AbortController();
  #window = find(this, ".overview-window");
  #chart = /** @type {TimelineChart} */ (document.querySelector("timeline-chart"));

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#chart.addEventListener("moved", () => {
      // Asked but once: when something has changed, the browser lays all out to tell.
      const { shown } = this.#chart;
      this.#follow(shown);
      this.#say(shown);
    }, { signal });
    views.addEventListener("change", (event) => {
      const before = /** @type {CustomEvent<import("./view.js").View>} */ (event).detail;
      if (views.now.plain !== before.plain) this.#follow();
    }, { signal });
    this.addEventListener("pointerdown", (event) => this.#drag(event), { signal });
    this.#window.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.#window.addEventListener("focus", () => this.#say(), { signal });
    this.#follow();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  /** @param {import("./steps.js").Stretch} stretch */
  #follow({ from, to } = this.#chart.shown) {
    this.toggleAttribute("data-plain", views.now.plain);
    this.#window.style.setProperty("--from", from.toFixed(5));
    this.#window.style.setProperty("--to", to.toFixed(5));
    const room = 1 - (to - from);
    this.#window.ariaValueNow = String(room > 0.001 ? Math.round((100 * from) / room) : 0);
  }

  /**
   * Puts into words where the window stands; at first the page has no need of it.
   * @param {import("./steps.js").Stretch} stretch
   */
  #say({ from, to } = this.#chart.shown) {
    const { scale } = this.#chart;
    const [first, last] = [from, to].map((at) => rounded(scale.day(at), phrases));
    this.#window.ariaValueText = say(phrases.window, {
      from: told(first, phrases),
      to: told(phrases.moment ? last : last - 1, phrases),
    });
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    if (event.button) return;
    const frame = this.getBoundingClientRect();
    const isRtl = getComputedStyle(this).direction === "rtl";
    const fraction = ({ clientX = 0 }) => (isRtl ? frame.right - clientX : clientX - frame.left) / frame.width;
    const { from, to } = this.#chart.shown;
    const start = fraction(event);
    // Beside the window, it first jumps to where one points.
    const grip = start >= from && start <= to ? start - from : (to - from) / 2;
    let last = event;
    const show = () => this.#chart.show(fraction(last) - grip);
    const move = (/** @type {PointerEvent} */ at) => {
      last = at;
      show();
    };
    void nextFrame().then(show);
    this.setPointerCapture(event.pointerId);
    this.addEventListener("pointermove", move, untilEnd(this, ["pointerup", "pointercancel"], this.#stop.signal));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { from, to } = this.#chart.shown;
    const length = to - from;
    const ahead = getComputedStyle(this).direction === "rtl" ? -1 : 1;
    /** @type {Record<string, number>} */
    const moves = {
      ArrowLeft: from - ahead * length / 10,
      ArrowRight: from + ahead * length / 10,
      ArrowDown: from - length / 10,
      ArrowUp: from + length / 10,
      PageDown: from - length,
      PageUp: from + length,
      Home: 0,
      End: 1,
    };
    if (!(event.key in moves)) return;
    event.preventDefault();
    this.#chart.show(moves[event.key]);
  }
}
