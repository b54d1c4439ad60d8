// The chart: what its buttons and keys do, and how it follows the view.

import { rounded, words } from "./days.js";
import { gently, layOutAll, nextFrame } from "./frames.js";
import { dragByMouse, zoomByHand } from "./gestures.js";
import { entryOf, members, target } from "./marks.js";
import { byId, enable, find, phrases } from "./page.js";
import { place, Pointing } from "./pointing.js";
import { Scale } from "./scale.js";
import { Sheet } from "./sheet.js";
import { Steps } from "./steps.js";
import { views } from "./view.js";
import { Walk } from "./walk.js";

/** @typedef {import("./page.js").Entry} Entry */

const STEP = Math.SQRT2;
/** By how much buttons and keys zoom; 0: to the whole time. @type {Record<string, number>} */
const ZOOMS = { in: STEP, "+": STEP, "=": STEP, out: 1 / STEP, "-": 1 / STEP, all: 0, 0: 0 };
/** So many milliseconds after the last step of a zoom or pan, it is written down. */
const SETTLED = 250;

export class TimelineChart extends HTMLElement {
  #stop = new AbortController();
  #window = find(this, ".chart-window");
  #dayLine = find(this, ".day-line");
  #scales = JSON.parse(this.dataset.knots ?? "[]").map((/** @type {import("./scale.js").Knot[]} */ knots) => new Scale(knots));
  #sheet = new Sheet(this.#window, () => this.#makeRoom());
  #steps = new Steps();
  #walk = new Walk(this);
  #pointing = new Pointing(this, this.#sheet);
  /** @type {Entry | undefined} */
  #chosen;
  /** The window as it was shown or written last; undefined: to be shown again. @type {import("./view.js").View["window"] | undefined} */
  #written = null;
  #settling = 0;
  /** Where the window began when what is near it was named last, as a fraction. */
  #named = 0;
  #hasZoomed = false;

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    enable(this);
    const resizing = new ResizeObserver(() => {
      if (this.#sheet.resize()) {
        // Other pixels, but the same time.
        this.#written = undefined;
        this.#follow();
        this.dispatchEvent(new Event("moved"));
      }
      this.#steps.space(this);
      void this.#makeRoom();
    });
    signal.addEventListener("abort", () => resizing.disconnect());

    const on = this.#window;
    on.addEventListener("scroll", () => this.#scrolled(), { passive: true, signal });
    on.addEventListener("keydown", (event) => this.#key(event), { signal });
    on.addEventListener("focusin", (event) => void this.#focus(event), { signal });
    this.#pointing.listen(signal);
    zoomByHand(on, (factor, at) => this.zoomBy(factor, this.#sheet.pointAt(at)), signal);
    dragByMouse(on, signal);
    this.addEventListener("click", (event) => this.#click(event), { signal });
    views.addEventListener("change", () => this.#follow(), { signal });
    for (const name of ["filtering", "filtered"]) document.addEventListener(name, () => this.#walk.stay(), { signal });
    this.#sheet.begin();
    this.#follow();
    document.addEventListener("entries", (event) => {
      void this.#change(/** @type {CustomEvent<import("./page.js").Changes>} */ (event).detail);
    }, { signal });
    // What stands in a legend is as wide as its words.
    void this.#gather(this.querySelectorAll(".mark, .heap, .tick, .cell"))
      .then(() => [on, find(this, ".legend li")].forEach((one) => resizing.observe(one)));
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  /**
   * Takes links out of the way of Tab, and notes what is shown at which width.
   * @param {Iterable<HTMLElement>} elements
   */
  async #gather(elements) {
    await gently(elements, (element) => {
      this.#steps.add(element);
      if (element.matches(".heap")) members(element);
      const link = element.querySelector("a");
      if (link && !link.hasAttribute("tabindex")) link.setAttribute("tabindex", "-1");
    });
    this.#walk.stay();
  }

  /**
   * Events came after the page, or went.
   * @param {import("./page.js").Changes} changes
   */
  async #change({ added, removed }) {
    for (const { mark } of removed) this.#steps.drop(mark);
    await this.#gather(added.map(({ mark }) => mark));
    this.#follow();
    await this.#makeRoom();
  }

  /** Shows what has room at this width; an event that has none is reached by the heap it is in. */
  async #makeRoom() {
    const { time, size, shown } = this.#sheet;
    this.#named = shown.from;
    this.#walk.hold();
    const width = time / size.em;
    if (!(await this.#steps.goTo(width, views.now.plain ? 1 : 0, shown))) return;
    this.dispatchEvent(new CustomEvent("settled", { detail: width }));
    this.#walk.stay();
    this.#walk.letGo();
  }

  /** The window was scrolled: what comes near is named before it is seen. */
  #scrolled() {
    const { shown, isStretched } = this.#sheet;
    if (!isStretched && Math.abs(shown.from - this.#named) > (shown.to - shown.from) / 2) void this.#makeRoom();
    this.#moved();
  }

  /** The axis that is drawn. @returns {Scale} */
  get scale() {
    return this.#scales[views.now.plain ? 1 : 0] ?? this.#scales[0];
  }

  /** The fractions of the time between which the window stands. */
  get shown() {
    return this.#sheet.shown;
  }

  /**
   * Moves the window so that it begins at a fraction.
   * @param {number} from
   */
  show(from) {
    this.#sheet.scrollTo(from * this.#sheet.time);
  }

  /**
   * Zooms, and keeps what is at a point where it is.
   * @param {number} factor
   * @param {number} [point] pixels from the start of what is seen; the middle, or the latest when
   *   that is in view, where none is given
   */
  zoomBy(factor, point = this.shown.to > 0.995 ? this.#sheet.size.view : this.#sheet.size.view / 2) {
    const fraction = this.#sheet.fractionAt(point);
    this.#steps.wait();
    this.#sheet.zoomTo(this.#sheet.zoom * factor);
    this.#sheet.scrollTo(fraction * this.#sheet.time - point);
    this.#zoomed();
  }

  /**
   * Zooms once the button or key has been seen to be pressed; around the present event, if it can be
   * seen.
   * @param {number} factor 0: to the whole time, at its latest
   */
  async #step(factor) {
    this.#steps.wait();
    await nextFrame();
    if (factor) return this.zoomBy(factor, this.#center);
    this.#sheet.zoomTo(1);
    this.#showLatest();
  }

  /** Where the present event is, if it can be seen. */
  get #center() {
    const { here } = this.#walk;
    const point = here ? this.#pointing.pointOf(here) : -1;
    return point >= 0 && point <= this.#sheet.size.view ? point : undefined;
  }

  #showLatest() {
    this.show(1);
    this.#zoomed();
  }

  #zoomed() {
    this.#hasZoomed = true;
    this.#moved();
    layOutAll();
  }

  /** The window stands elsewhere: tells the overview, and writes it down when it has settled. */
  #moved() {
    this.dispatchEvent(new Event("moved"));
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      const { from, to } = this.shown;
      const isAll = this.#sheet.zoom === 1 && to > 0.995;
      const days = /** @type {[number, number]} */ ([from, to].map((at) => rounded(this.scale.whole.day(at), phrases)));
      this.#written = isAll ? null : days;
      views.change({ window: this.#written }, { continues: !this.#hasZoomed });
      this.#hasZoomed = false;
    }, SETTLED);
  }

  /** Shows what the view says. */
  #follow() {
    const { window, plain, event, day } = views.now;
    if (this.hasAttribute("data-plain") !== plain) {
      this.toggleAttribute("data-plain", plain);
      this.querySelector("[data-axis-plain]")?.setAttribute("aria-pressed", String(plain));
      this.#written = undefined;
      void this.#makeRoom();
    }
    this.#dayLine.hidden = day === null;
    if (day !== null) place(this.#dayLine, this.scale.at(day + 1), words(day, phrases));
    const isElsewhere = String(window) !== String(this.#written);
    if (isElsewhere) {
      this.#written = window;
      const [from, to] = window ? window.map((day) => this.scale.whole.at(day)) : [0, 1];
      const { view, time } = this.#sheet.size;
      this.#sheet.zoomTo(window ? view / time / Math.max(to - from, 1e-6) : 1);
      this.#sheet.scrollTo((window ? from : 1) * this.#sheet.time);
    }
    const chosen = byId.get(event);
    if (chosen === this.#chosen) return;
    this.#chosen?.mark.toggleAttribute("data-current", false);
    this.#chosen = chosen;
    chosen?.mark.toggleAttribute("data-current", true);
    if (!chosen || chosen === this.#walk.here) return;
    this.#walk.goTo(chosen);
    // A view with a window of its own shows that.
    if (!isElsewhere || !window) this.#sheet.reveal(target(chosen));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key in ZOOMS) void this.#step(ZOOMS[key]);
    else if (!this.#walk.follow(key, this.#sheet.isRtl ? -1 : 1)) return;
    event.preventDefault();
  }

  /** @param {FocusEvent} event */
  async #focus(event) {
    const entry = entryOf(event.target);
    if (!entry) return;
    this.#walk.goTo(entry);
    await nextFrame();
    if (event.target === document.activeElement) this.#pointing.tell(entry);
  }

  /** @param {PointerEvent} event */
  #click(event) {
    const pressed = /** @type {Element} */ (event.target);
    const button = pressed.closest("button");
    if (button) return this.#press(button);
    const entry = entryOf(pressed);
    if (event.pointerType === "touch" && pressed.closest(".lane") && (entry || !pressed.closest("a"))) {
      // A finger covers what it points at: it chooses the nearest, and the card comes first.
      const nearest = entry ?? this.#pointing.nearest(event);
      if (!nearest) return;
      event.preventDefault();
      this.#walk.goTo(nearest);
      this.#pointing.tell(nearest, { stays: true });
    } else if (pressed.closest(".heap") && event.detail) {
      event.preventDefault();
      this.zoomBy(2, this.#sheet.pointAt(event));
    } else if (pressed.closest(".axis") && document.querySelector("timeline-day")) {
      const day = Math.floor(this.scale.day(this.#sheet.fractionAt(this.#sheet.pointAt(event))));
      views.change({ day: Math.min(day, this.scale.last - 1) });
    }
  }

  /** @param {HTMLButtonElement} button */
  #press(button) {
    const { zoom, go, axisPlain } = button.dataset;
    if (zoom === "latest") this.#showLatest();
    else if (zoom) void this.#step(ZOOMS[zoom]);
    if (axisPlain === "") views.change({ plain: !views.now.plain });
    if (go === "next" || go === "previous") {
      const entry = this.#walk.beside(go === "next" ? 1 : -1);
      if (!entry) return;
      this.#walk.goTo(entry);
      this.#sheet.reveal(target(entry));
      this.#pointing.tell(entry, { stays: true });
    }
  }
}
