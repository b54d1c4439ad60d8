// The chart: zoom, pan, keys, crosshair, and the event that is pointed at or chosen.
//
// The width of the sheet is one custom property, --zoom; the browser does the rest. Panning is the
// window's own scrolling, so that neither wheel nor thumb is ever taken from the page.

import { Card } from "./card.js";
import { words } from "./days.js";
import { byId, enable, entries, find, phrases } from "./page.js";
import { Scale } from "./scale.js";
import { Steps } from "./steps.js";
import { views } from "./view.js";

/** @typedef {import("./page.js").Entry} Entry */

const STEP = Math.SQRT2;
/** The greatest width of the time, in ems of the sheet: the last of the steps in chart.css. */
const WIDEST = 1920;
/** So many milliseconds after the last step of a zoom or pan, it is written down. */
const SETTLED = 250;

export class TimelineChart extends HTMLElement {
  #stop = new AbortController();
  #window = find(this, ".chart-window");
  #sheet = find(this, ".sheet");
  #overlay = find(this, ".overlay");
  #crosshair = find(this, ".crosshair");
  #dayLine = find(this, ".day-line");
  #card = new Card(find(this, ".card"));
  #scales = JSON.parse(this.dataset.knots ?? "[]").map((/** @type {import("./scale.js").Knot[]} */ knots) => new Scale(knots));
  #steps = [new Steps(), new Steps()];
  #zoom = 1;
  /** Pixels: the time at zoom 1, what of it can be seen at once, the names beside it, and an em. */
  #size = { time: 1, view: 1, names: 0, em: 16 };
  /** @type {Entry | undefined} the one from which arrow keys go on */
  #here = entries.at(-1);
  /** @type {import("./view.js").View["window"]} */
  #written = null;
  #settling = 0;
  #hasZoomed = false;
  /** By how much wheel or fingers have zoomed since the last frame. */
  #turned = 1;

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    enable(this);
    this.#crosshair.ariaHidden = "true";
    this.#gather();
    this.#measure();
    const resizing = new ResizeObserver(() => this.#measure());
    resizing.observe(this.#window);
    signal.addEventListener("abort", () => resizing.disconnect());

    const on = this.#window;
    on.addEventListener("scroll", () => this.#moved(), { passive: true, signal });
    on.addEventListener("wheel", (event) => this.#wheel(event), { passive: false, signal });
    on.addEventListener("touchstart", (event) => this.#pinch(event), { passive: true, signal });
    on.addEventListener("keydown", (event) => this.#key(event), { signal });
    on.addEventListener("pointermove", (event) => this.#point(event), { signal });
    on.addEventListener("pointerleave", () => this.#leave(), { signal });
    on.addEventListener("focusin", (event) => this.#focus(event), { signal });
    on.addEventListener("focusout", () => this.#card.hide(), { signal });
    this.addEventListener("click", (event) => this.#click(event), { signal });
    views.addEventListener("change", () => this.#follow(), { signal });
    // An event that is filtered out, or in a lane that is closed, cannot be reached.
    document.addEventListener("filtered", () => this.#goTo(this.#here), { signal });

    for (const link of this.querySelectorAll(".mark > a, .heap > a")) link.setAttribute("tabindex", "-1");
    this.#follow();
    this.#goTo(this.#here);
  }

  /** What is shown only from a width on, or only below one. */
  #gather() {
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".mark, .tick, .heap"))) {
      const { step, until, label, plainStep, plainLabel } = element.dataset;
      const own = element.closest(".on-plain") ? 1 : 0;
      this.#steps[own].add(element, "data-waits", step, until);
      this.#steps[0].add(element, "data-named", undefined, label);
      this.#steps[1].add(element, "data-waits", plainStep);
      this.#steps[1].add(element, "data-named", undefined, plainLabel);
    }
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  /** The axis that is drawn. @returns {Scale} */
  get scale() {
    return this.#scales[views.now.plain ? 1 : 0] ?? this.#scales[0];
  }

  /** The fractions of the time between which the window stands. */
  get shown() {
    const from = this.#scrolled / this.#time;
    return { from, to: Math.min(1, from + this.#size.view / this.#time) };
  }

  /**
   * Moves the window so that it begins at a fraction.
   * @param {number} from
   */
  show(from) {
    this.#scrollTo(from * this.#time);
  }

  /**
   * Zooms, and keeps what is at a point where it is.
   * @param {number} factor
   * @param {number} [point] pixels from the start of what is seen; the middle, or the latest when
   *   that is in view, where none is given
   */
  zoomBy(factor, point = this.shown.to > 0.995 ? this.#size.view : this.#size.view / 2) {
    const fraction = (this.#scrolled + point) / this.#time;
    this.#zoomTo(this.#zoom * factor);
    this.#scrollTo(fraction * this.#time - point);
    this.#hasZoomed = true;
    this.#moved();
  }

  /** Goes back to the whole time, at its latest. */
  zoomOut() {
    this.#zoomTo(1);
    this.#scrollTo(this.#time);
    this.#hasZoomed = true;
    this.#moved();
  }

  /** @param {number} zoom */
  #zoomTo(zoom) {
    this.#zoom = Math.min(Math.max(zoom, 1), Math.max(1, WIDEST * this.#size.em / this.#size.time));
    this.#sheet.style.setProperty("--zoom", this.#zoom.toFixed(4));
    this.#steps[views.now.plain ? 1 : 0].goTo(this.#time / this.#size.em);
  }

  /** Pixels of the whole time. */
  get #time() {
    return this.#size.time * this.#zoom;
  }

  /** Pixels by which the time is scrolled away at its start. The window scrolls from its end. */
  get #scrolled() {
    return Math.max(0, this.#time - this.#size.view - Math.abs(this.#window.scrollLeft));
  }

  /** @param {number} pixels */
  #scrollTo(pixels) {
    const fromEnd = Math.max(0, this.#time - this.#size.view - Math.max(0, pixels));
    this.#window.scrollLeft = getComputedStyle(this).direction === "rtl" ? fromEnd : -fromEnd;
  }

  #measure() {
    const time = this.#overlay.getBoundingClientRect().width;
    const names = this.#sheet.getBoundingClientRect().width - time;
    const em = parseFloat(getComputedStyle(this.#sheet).fontSize);
    this.#size = { time: time / this.#zoom, view: this.#window.clientWidth - names, names, em };
    this.#steps[views.now.plain ? 1 : 0].goTo(time / em);
    this.dispatchEvent(new Event("moved"));
  }

  /** The window stands elsewhere: tells the overview, and writes it down when it has settled. */
  #moved() {
    this.dispatchEvent(new Event("moved"));
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      const { from, to } = this.shown;
      const isAll = this.#zoom === 1 && to > 0.995;
      const days = /** @type {[number, number]} */ ([this.scale.day(from), this.scale.day(to)].map(Math.round));
      this.#written = isAll ? null : days;
      views.change({ window: this.#written }, { continues: !this.#hasZoomed });
      this.#hasZoomed = false;
      this.#goTo(this.#here);
    }, SETTLED);
  }

  /** Shows what the view says. */
  #follow() {
    const { window, plain, event, day } = views.now;
    if (this.hasAttribute("data-plain") !== plain) {
      this.toggleAttribute("data-plain", plain);
      this.#steps[plain ? 0 : 1].leave();
      this.#steps[plain ? 1 : 0].goTo(this.#time / this.#size.em);
    }
    this.#dayLine.hidden = day === null;
    if (day !== null) place(this.#dayLine, this.scale.at(day + 1), words(day, phrases));
    if (String(window) !== String(this.#written)) {
      this.#written = window;
      const [from, to] = window ? window.map((day) => this.scale.at(day)) : [0, 1];
      this.#zoomTo(window ? this.#size.view / this.#size.time / Math.max(to - from, 1e-6) : 1);
      this.#scrollTo(window ? from * this.#time : this.#time);
    }
    for (const mark of this.querySelectorAll(".mark[data-current]")) mark.removeAttribute("data-current");
    const chosen = byId.get(event);
    chosen?.mark.setAttribute("data-current", "");
    if (chosen && chosen !== this.#here) {
      this.#goTo(chosen);
      this.#reveal(target(chosen));
    }
  }

  /**
   * Makes an event the one that Tab reaches.
   * @param {Entry | undefined} entry
   */
  #goTo(entry) {
    for (const link of this.querySelectorAll('.chart-window ol [tabindex="0"]')) link.setAttribute("tabindex", "-1");
    this.#here = entry && !entry.isOut ? entry : this.#open.at(-1);
    if (this.#here) target(this.#here).tabIndex = 0;
  }

  /** The events that are not filtered out. */
  get #open() {
    return entries.filter((entry) => !entry.isOut);
  }

  /**
   * Scrolls the window, not the page, so that something in it can be seen.
   * @param {HTMLElement} element
   */
  #reveal(element) {
    const { left, right } = element.getBoundingClientRect();
    const frame = this.#window.getBoundingClientRect();
    const before = left - frame.left - (isRtl(this) ? 0 : this.#size.names);
    const after = right - frame.right + (isRtl(this) ? this.#size.names : 0);
    if (before < 0 || after > 0) this.#window.scrollLeft += before < 0 ? before - MARGIN : after + MARGIN;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const open = this.#open;
    const at = this.#here ? open.indexOf(this.#here) : -1;
    const ahead = isRtl(this) ? "ArrowLeft" : "ArrowRight";
    const go = (/** @type {Entry | undefined} */ entry) => {
      if (!entry) return;
      this.#goTo(entry);
      target(entry).focus({ preventScroll: true });
      target(entry).scrollIntoView({ block: "nearest", inline: "nearest" });
    };
    switch (event.key) {
      case "ArrowRight":
      case "ArrowLeft":
        go(open[at + (event.key === ahead ? 1 : -1)]);
        break;
      case "ArrowUp":
      case "ArrowDown":
        go(this.#beside(event.key === "ArrowDown" ? 1 : -1));
        break;
      case "Home":
        go(open[0]);
        break;
      case "End":
        go(open.at(-1));
        break;
      case "+":
      case "=":
        this.zoomBy(STEP, this.#center);
        break;
      case "-":
        this.zoomBy(1 / STEP, this.#center);
        break;
      case "0":
        this.zoomOut();
        break;
      case "Escape":
        this.#card.hide();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  /**
   * The event nearest in time in the next lane with one, up or down.
   * @param {1 | -1} step
   */
  #beside(step) {
    const lanes = [...this.querySelectorAll(".lane")];
    const here = this.#here;
    if (!here) return undefined;
    for (let at = lanes.findIndex((lane) => lane.contains(here.mark)) + step; lanes[at]; at += step) {
      const there = this.#open.filter((entry) => lanes[at].contains(entry.mark));
      if (there.length) {
        return there.reduce((a, b) => (Math.abs(b.from - here.from) < Math.abs(a.from - here.from) ? b : a));
      }
    }
    return undefined;
  }

  /**
   * Shows the card of an event.
   * @param {Entry} entry
   * @param {{stays?: boolean}} [options]
   */
  #tell(entry, options) {
    const { left, right } = this.#window.getBoundingClientRect();
    const point = this.#pointOf(entry) + this.#size.names;
    this.#card.show(entry, target(entry), isRtl(this) ? right - point : left + point, options);
  }

  /**
   * How far the mark of an event is from the start of what is seen.
   * @param {Entry} entry
   */
  #pointOf(entry) {
    const at = Number(entry.mark.style.getPropertyValue(views.now.plain ? "--pa" : "--a"));
    return at * this.#time - this.#scrolled;
  }

  /** Where the present event is, if it can be seen: the point at which keys zoom. */
  get #center() {
    const point = this.#here && this.#pointOf(this.#here);
    return point && point >= 0 && point <= this.#size.view ? point : undefined;
  }

  /**
   * How far something on the screen is from the start of what is seen.
   * @param {{clientX: number}} event
   */
  #pointAt({ clientX }) {
    const frame = this.#window.getBoundingClientRect();
    return (isRtl(this) ? frame.right - clientX : clientX - frame.left) - this.#size.names;
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.#turn(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.003)), event);
  }

  /**
   * Zooms once in a frame, however many turns there are in it: each lays the chart out anew.
   * @param {number} factor
   * @param {{clientX: number}} at
   */
  #turn(factor, at) {
    const isFirst = this.#turned === 1;
    this.#turned *= factor;
    if (!isFirst) return;
    requestAnimationFrame(() => {
      this.zoomBy(this.#turned, this.#pointAt(at));
      this.#turned = 1;
    });
  }

  /** @param {TouchEvent} start */
  #pinch(start) {
    if (start.touches.length !== 2) return;
    const apart = (/** @type {TouchList} */ [a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    let last = apart(start.touches);
    const over = new AbortController();
    const options = { signal: AbortSignal.any([over.signal, this.#stop.signal]) };
    // Only while two fingers are down does anything keep the browser from scrolling by itself.
    this.#window.addEventListener("touchmove", (move) => {
      if (move.touches.length !== 2) return;
      move.preventDefault();
      const [a, b] = move.touches;
      const now = apart(move.touches);
      this.#turn(now / last, { clientX: (a.clientX + b.clientX) / 2 });
      last = now;
    }, { passive: false, ...options });
    for (const end of ["touchend", "touchcancel"]) {
      this.#window.addEventListener(end, () => over.abort(), options);
    }
  }

  /** @param {PointerEvent} event */
  #point(event) {
    if (event.pointerType === "touch") return;
    const fraction = (this.#scrolled + this.#pointAt(event)) / this.#time;
    this.#crosshair.hidden = fraction < 0;
    place(this.#crosshair, fraction, words(Math.floor(this.scale.day(fraction)), phrases));
    const entry = entryOf(event.target);
    if (entry) this.#tell(entry);
    else this.#card.hideSoon();
  }

  #leave() {
    this.#crosshair.hidden = true;
    this.#card.hideSoon();
  }

  /** @param {FocusEvent} event */
  #focus(event) {
    const entry = entryOf(event.target);
    if (!entry) return;
    this.#goTo(entry);
    this.#tell(entry);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const pressed = event.target instanceof Element ? event.target : null;
    const button = pressed?.closest("button");
    if (button) return this.#press(button);
    const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
    const entry = entryOf(pressed);
    if (isTouch && pressed?.closest(".lane ol")) {
      // A finger covers what it points at: it chooses the nearest, and the card comes first.
      const nearest = entry ?? this.#nearest(event);
      if (!nearest) return;
      event.preventDefault();
      this.#goTo(nearest);
      this.#tell(nearest, { stays: true });
    } else if (pressed?.closest(".heap") && event.detail) {
      event.preventDefault();
      this.zoomBy(2, this.#pointAt(event));
    } else if (pressed?.closest(".axis") && customElements.get("timeline-day")) {
      views.change({ day: Math.floor(this.scale.day((this.#scrolled + this.#pointAt(event)) / this.#time)) });
    }
  }

  /** @param {HTMLButtonElement} button */
  #press(button) {
    const { zoom, go } = button.dataset;
    if (zoom === "in") this.zoomBy(STEP);
    if (zoom === "out") this.zoomBy(1 / STEP);
    if (zoom === "all") this.zoomOut();
    if (zoom === "latest") this.show(1);
    if ("axisPlain" in button.dataset) views.change({ plain: !views.now.plain });
    if (go === "close") this.#card.hide();
    if (go === "next" || go === "previous") {
      const open = this.#open;
      const entry = this.#here && open[open.indexOf(this.#here) + (go === "next" ? 1 : -1)];
      if (!entry) return;
      this.#goTo(entry);
      this.#reveal(target(entry));
      this.#tell(entry, { stays: true });
    }
  }

  /**
   * The event whose mark is nearest to a finger.
   * @param {MouseEvent} event
   */
  #nearest(event) {
    const point = this.#pointAt(event);
    let nearest;
    let least = FINGER;
    for (const entry of this.#open) {
      const across = Math.abs(this.#pointOf(entry) - point);
      if (across >= least || !entry.link.checkVisibility()) continue;
      const { top, height } = entry.link.getBoundingClientRect();
      const distance = Math.hypot(across, top + height / 2 - event.clientY);
      if (distance < least) [least, nearest] = [distance, entry];
    }
    return nearest;
  }
}

/** Pixels: how far from a mark a finger may be, and how far from the edge a mark should be. */
const FINGER = 36;
const MARGIN = 24;

/**
 * @param {HTMLElement} line
 * @param {number} fraction
 * @param {string} text
 */
function place(line, fraction, text) {
  line.style.setProperty("--from", fraction.toFixed(5));
  const label = find(line, "span");
  if (label.textContent !== text) label.textContent = text;
}

/**
 * What stands for an event at this width: its own link, or that of the heap it is in.
 * @param {Entry} entry
 * @returns {HTMLAnchorElement}
 */
function target({ link, mark, id }) {
  if (link.checkVisibility()) return link;
  const lane = /** @type {HTMLElement} */ (mark.parentElement);
  const index = String([...lane.children].indexOf(mark));
  for (const heap of /** @type {NodeListOf<HTMLElement>} */ (lane.querySelectorAll(".heap"))) {
    if (heap.dataset.members?.split(" ").includes(index) && heap.checkVisibility()) {
      const one = /** @type {HTMLAnchorElement} */ (heap.firstElementChild);
      one.hash = id;
      return one;
    }
  }
  return link;
}

/**
 * The event whose mark or heap something belongs to.
 * @param {EventTarget | null} element
 */
function entryOf(element) {
  const link = element instanceof Element ? element.closest(".mark, .heap")?.querySelector("a") : null;
  return link ? byId.get(link.hash.slice(1)) : undefined;
}

/** @param {Element} element */
function isRtl(element) {
  return getComputedStyle(element).direction === "rtl";
}
