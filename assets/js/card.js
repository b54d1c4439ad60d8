// The card: what an event is, beside its mark, or at the foot of a small screen.

import { target } from "./marks.js";
import { find } from "./page.js";

/** @typedef {import("./page.js").Entry} Entry */

/** Milliseconds in which a pointer can go from a mark to its card. */
const LEAVING = 200;
/** Pixels from mark to card, and by which the card begins before the mark. */
const GAP = 8;
const ASIDE = 24;

export class Card {
  #leaving = 0;
  /** What is pointed at, whether its card is shown or was closed. @type {Entry | null} */
  #shown = null;

  /** @param {HTMLElement} card */
  constructor(card) {
    this.card = card;
    card.addEventListener("pointerenter", () => clearTimeout(this.#leaving));
    card.addEventListener("pointerleave", () => this.hideSoon());
    find(card, "[data-go=close]").addEventListener("click", () => this.#close());
    // Wherever the focus is: a pointer may have brought the card.
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#close();
    });
  }

  /**
   * @param {Entry} entry
   * @param {HTMLElement} mark beside which it appears
   * @param {number} x pixels from the left of the screen, where the mark is
   * @param {{stays?: boolean}} [options] whether it stays until it is closed
   */
  show(entry, mark, x, { stays = false } = {}) {
    clearTimeout(this.#leaving);
    if (this.#shown === entry && !stays) return;
    this.#shown = entry;
    const { article, link } = entry;
    const frame = /** @type {HTMLElement} */ (this.card.parentElement).getBoundingClientRect();
    this.#place(mark.getBoundingClientRect(), frame, x);
    const title = /** @type {HTMLAnchorElement} */ (find(this.card, ".card-title a"));
    title.textContent = find(link, ".label").textContent;
    title.href = link.hash;
    // A card that goes with the focus of its mark is passed by: it could not take the focus.
    title.tabIndex = stays ? 0 : -1;
    this.#say(".card-when", article.querySelector(".entry-when :is(time, .time)")?.textContent);
    this.#say(".card-certainty", article.querySelector(".entry-certainty")?.textContent);
    this.#say(".card-who", who(article));
    this.card.toggleAttribute("data-stays", stays);
    this.card.hidden = false;
  }

  /** @param {EventTarget | null} one */
  has(one) {
    return this.card.contains(/** @type {Node | null} */ (one));
  }

  /** Closes the card until something else is pointed at; the focus in it goes back to its mark. */
  #close() {
    if (this.has(document.activeElement)) target(/** @type {Entry} */ (this.#shown)).focus({ preventScroll: true });
    this.card.toggleAttribute("data-stays", false);
    this.card.hidden = true;
  }

  hide() {
    clearTimeout(this.#leaving);
    this.#shown = null;
    this.card.hidden = true;
  }

  /** Hides a card that does not stay, unless the pointer reaches it. */
  hideSoon() {
    if (!this.#shown || this.card.hasAttribute("data-stays")) return;
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.hide(), LEAVING);
  }

  /**
   * @param {string} selector
   * @param {string | null | undefined} text
   */
  #say(selector, text) {
    const element = find(this.card, selector);
    element.textContent = text?.trim().replace(/\s+/g, " ") ?? "";
    element.hidden = !element.textContent;
  }

  /**
   * Below the mark, or above in the lower half of the screen; within the chart. It is anchored at
   * whichever of its sides is known, since to measure the card would lay the page out once more.
   * @param {DOMRect} at of the mark
   * @param {DOMRect} frame of the chart
   * @param {number} x
   */
  #place(at, frame, x) {
    const isBelow = at.bottom < innerHeight / 2;
    const isBefore = x - frame.left > frame.width / 2;
    const { style } = this.card;
    style.top = isBelow ? `${at.bottom - frame.top + GAP}px` : "auto";
    style.bottom = isBelow ? "auto" : `${frame.bottom - at.top + GAP}px`;
    style.left = isBefore ? "auto" : `${Math.max(x - frame.left - ASIDE, 0)}px`;
    style.right = isBefore ? `${Math.max(frame.right - x - ASIDE, 0)}px` : "auto";
  }
}

/**
 * The line of who took part in which role.
 * @param {HTMLElement} article
 */
function who(article) {
  const roles = [...article.querySelectorAll(".entry-who > div")];
  return roles.map((role) => [...role.children].map((part) => part.textContent?.trim()).join(": ")).join(" · ");
}
