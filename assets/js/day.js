// The state of play on any day, as it had happened or as it was publicly known by then.

import { fromIso, iso, words } from "./days.js";
import { gently } from "./frames.js";
import { byId, enable, find, phrases } from "./page.js";
import { views } from "./view.js";

/**
 * An event that leaves a track in a state, as the page tells it.
 * @typedef {object} Telling
 * @property {number} day
 * @property {number} known
 * @property {number} rung of the state on the ladder, from the coldest
 * @property {string} label
 * @property {string} tone
 * @property {string} since in words
 * @property {string} event its id
 * @property {string} title of the event
 */

/** The state in force, and how many rungs it is above the one before. @typedef {Telling & {step: number}} Move */

/** @typedef {{line: HTMLElement, tellings: Telling[], first: string, told: string}} Track `told` is what it shows; "": as the page has it */

export class TimelineDay extends HTMLElement {
  #stop = new AbortController();
  #date = /** @type {HTMLInputElement} */ (find(this, "[name=day]"));
  #slide = /** @type {HTMLInputElement} */ (find(this, "[name=slide]"));
  #last = Number(this.dataset.last);
  /** @type {Track[]} */
  #tracks = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-tellings]"))].map((line) => {
    return { line, tellings: JSON.parse(line.dataset.tellings ?? "[]"), first: line.innerHTML, told: "" };
  });
  /** The days of changes: of those that happened, and of those that were public. */
  #turns = [false, true].map((known) => this.#tracks.flatMap(({ tellings }) => turns(tellings, known)));

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    enable(this);
    // Beyond the years that a date field knows, the slider, the buttons and words remain.
    this.toggleAttribute("data-told", find(this, "label").hidden);
    this.addEventListener("input", (event) => this.#chosen(event), { signal });
    this.addEventListener("click", (event) => this.#pressed(event), { signal });
    this.#slide.addEventListener("focus", () => this.#say(), { signal });
    views.addEventListener("change", (event) => {
      const before = /** @type {CustomEvent<import("./view.js").View>} */ (event).detail;
      if (views.now.day !== before.day || views.now.known !== before.known) this.#follow();
    }, { signal });
    document.addEventListener("entries", () => this.#mark(), { signal });
    this.#follow();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  /** @param {Event} event */
  #chosen({ target }) {
    if (target === this.#slide) {
      const day = Number(this.#slide.value);
      views.change({ day: day < this.#last ? day : null }, { continues: views.now.day !== null });
    } else if (target === this.#date) {
      const { value, min, validity } = this.#date;
      // Half typed: a month without a day, or the year 202 on the way to 2022.
      if (validity.badInput || (value && value < "1000" && min > "1000")) return;
      const day = fromIso(value);
      if (day !== null || !value) views.change({ day });
    } else if (target instanceof HTMLInputElement) {
      views.change({ known: target.value === "known" });
    }
  }

  /** @param {Event} event */
  #pressed({ target }) {
    const button = /** @type {Element} */ (target).closest("button");
    if (button?.ariaDisabled === "false") views.change({ day: this.#ways[/** @type {string} */ (button.dataset.day)] });
  }

  /**
   * The days to which the buttons lead: that of the change before, that of the one after, and none.
   * Infinite: there is no such change.
   * @returns {Record<string, number | null>}
   */
  get #ways() {
    const { day, known } = views.now;
    const now = day ?? Infinity;
    const days = this.#turns[Number(known)];
    return {
      before: Math.max(...days.filter((other) => other < now)),
      after: Math.min(...days.filter((other) => other > now)),
      none: null,
    };
  }

  #say() {
    this.#slide.ariaValueText = words(Number(this.#slide.value), phrases);
  }

  #follow() {
    const { day, known } = views.now;
    const last = day ?? this.#last;
    if (!this.#date.validity.badInput) this.#date.value = day === null ? "" : iso(day).slice(0, 10);
    this.#slide.value = String(last);
    if (day !== null || this.#slide.ariaValueText) this.#say();
    // Not disabled: the one that was just pressed would lose the focus.
    for (const [way, to] of Object.entries(this.#ways)) {
      find(this, `[data-day=${way}]`).ariaDisabled = String([day, Infinity, -Infinity].includes(to));
    }
    for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[name=reading]"))) {
      radio.checked = (radio.value === "known") === known;
    }
    const reading = this.querySelector(":checked")?.parentElement?.textContent?.trim();
    find(this, ".on-paper").textContent = day === null ? "" : words(day, phrases) + (reading ? `: ${reading}` : "");
    for (const track of this.#tracks) tell(track, day, known);
    this.#mark();
  }

  /** Makes what had not happened by the day step back. */
  #mark() {
    const { day, known } = views.now;
    // Lane by lane, so that only one is drawn anew at a time.
    void gently(byId.values(), ({ article, mark, ...entry }) => {
      // Nobody has said that what was planned came about.
      const isLater = day !== null && (entry.certainty === "planned" || (known ? entry.known : entry.day) > day);
      if (mark.hasAttribute("data-later") === isLater) return false;
      mark.toggleAttribute("data-later", isLater);
      article.toggleAttribute("data-later", isLater);
      return 2;
    }, "later");
  }
}

/**
 * The state at the end of a day, by the event that brought it: of those that had happened, or were
 * public, the first of the last ones that tell the same state.
 * @param {readonly Telling[]} tellings in the order in which they happened
 * @param {number} day
 * @param {boolean} known whether only what was publicly known by then counts
 * @returns {Move | undefined}
 */
function inForce(tellings, day, known) {
  const past = tellings.filter((other) => (known ? other.known : other.day) <= day);
  const before = past.findLastIndex(({ rung }) => rung !== past.at(-1)?.rung);
  const first = past[before + 1];
  return first && { ...first, step: before < 0 ? 0 : first.rung - past[before].rung };
}

/**
 * The days on which the state of a track becomes another.
 * @param {readonly Telling[]} tellings
 * @param {boolean} known
 */
function turns(tellings, known) {
  const days = tellings.map((other) => (known ? other.known : other.day));
  return days.filter((day) => inForce(tellings, day, known)?.rung !== inForce(tellings, day - 1, known)?.rung);
}

/**
 * Says in a track's line where it stood at the end of a day; without a day, as the page has it.
 * @param {Track} track
 * @param {number | null} day
 * @param {boolean} known whether only what was known by then counts
 */
function tell(track, day, known) {
  const { line, tellings, first } = track;
  const move = day === null ? null : inForce(tellings, day, known);
  const now = inForce(tellings, Infinity, false);
  const isNow = day === null || (move && move.event === now?.event && move.step === now.step);
  const told = isNow ? "" : `${move?.event} ${move?.step}`;
  if (told === track.told) return;
  track.told = told;
  if (isNow) {
    line.innerHTML = first;
    return;
  }
  // In its place: the line has the same parts for every state.
  const state = find(line, ".standing-state");
  const event = /** @type {HTMLAnchorElement} */ (find(line, ".standing-event"));
  line.querySelector(".standing-step")?.remove();
  state.textContent = move?.label ?? phrases.noState;
  state.dataset.tone = move?.tone ?? "none";
  find(line, ".standing-since").textContent = move?.since ?? "";
  event.textContent = move?.title ?? "";
  event.hidden = !move;
  if (!move) return;
  event.href = event.href.replace(/[^/]+(?=\.html$)/, move.event);
  const step = document.querySelector(`template[data-step="${Math.sign(move.step)}"]`);
  if (step instanceof HTMLTemplateElement) state.after(step.content.cloneNode(true));
}
