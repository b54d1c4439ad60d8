// The state of play on any day, as it had happened or as it was publicly known by then.

import { fromIso, iso, words, ymd } from "./days.js";
import { gently } from "./frames.js";
import { byId, enable, find, phrases } from "./page.js";
import { views } from "./view.js";

/**
 * A change of a track's state, as the page tells it.
 * @typedef {object} Move
 * @property {number} day
 * @property {number} known
 * @property {string} label
 * @property {string} tone
 * @property {number} step rungs up (+) or down (-)
 * @property {string} since in words
 * @property {string} event its id
 * @property {string} title of the event
 */

/** @typedef {{line: HTMLElement, moves: Move[], first: string, told: Move | null | undefined}} Track `told` is the one it shows, null: as the page has it */

export class TimelineDay extends HTMLElement {
  #stop = new AbortController();
  #date = /** @type {HTMLInputElement} */ (find(this, "[name=day]"));
  #slide = /** @type {HTMLInputElement} */ (find(this, "[name=slide]"));
  #first = Number(this.dataset.first);
  #last = Number(this.dataset.last);
  /** @type {Track[]} */
  #tracks = [...document.querySelectorAll("[data-moves]")].map((line) => {
    const at = /** @type {HTMLElement} */ (line);
    return { line: at, moves: JSON.parse(at.dataset.moves ?? "[]"), first: at.innerHTML, told: null };
  });

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    enable(this);
    // A date field knows the years 1 to 9999; beyond them the slider and the buttons remain.
    const isWritten = [this.#first, this.#last].every((day) => ymd(day)[0] > 0 && ymd(day)[0] < 10_000);
    find(this, "label").hidden = !isWritten;
    if (isWritten) [this.#date.min, this.#date.max] = [iso(this.#first), iso(this.#last)];
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
      const day = fromIso(this.#date.value);
      if (day !== null || !this.#date.value) views.change({ day });
    } else if (target instanceof HTMLInputElement) {
      views.change({ known: target.value === "known" });
    }
  }

  /** @param {Event} event */
  #pressed({ target }) {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    const { day, known } = views.now;
    const now = day ?? this.#last + 1;
    const days = this.#tracks.flatMap(({ moves }) => moves.map((move) => (known ? move.known : move.day)));
    const wanted = {
      before: Math.max(...days.filter((other) => other < now)),
      after: Math.min(...days.filter((other) => other > now)),
      none: Infinity,
    }[button.dataset.day ?? "none"];
    if (wanted === -Infinity) return;
    views.change({ day: wanted !== undefined && wanted < Infinity ? wanted : null });
  }

  #say() {
    this.#slide.ariaValueText = words(Number(this.#slide.value), phrases);
  }

  #follow() {
    const { day, known } = views.now;
    const last = day ?? this.#last;
    this.#date.value = day === null ? "" : iso(day).slice(0, 10);
    this.#slide.value = String(last);
    if (day !== null) this.#say();
    find(this, "[data-day=none]").toggleAttribute("disabled", day === null);
    for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[name=reading]"))) {
      radio.checked = (radio.value === "known") === known;
    }
    for (const track of this.#tracks) tell(track, day, known);
    this.#mark();
  }

  /** Makes what had not happened by the day step back. */
  #mark() {
    const { day, known } = views.now;
    // Lane by lane, so that only one is drawn anew at a time.
    void gently(byId.values(), ({ article, mark, ...entry }) => {
      const isLater = day !== null && (known ? entry.known : entry.day) > day;
      if (mark.hasAttribute("data-later") === isLater) return false;
      mark.toggleAttribute("data-later", isLater);
      article.toggleAttribute("data-later", isLater);
      return true;
    }, "later");
  }
}

/**
 * Says in a track's line where it stood at the end of a day; without a day, as the page has it.
 * @param {Track} track
 * @param {number | null} day
 * @param {boolean} known whether only what was known by then counts
 */
function tell(track, day, known) {
  const { line, moves, first } = track;
  const last = day === null ? null : moves.findLast((other) => (known ? other.known : other.day) <= day);
  const move = last === moves.at(-1) ? null : last;
  if (move === track.told) return;
  track.told = move;
  line.innerHTML = first;
  if (move === null) return;
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
