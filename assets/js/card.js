// The card: what an event is, beside its mark, or at the foot of a small screen.

import { find } from "./page.js";

/** @typedef {import("./page.js").Entry} Entry */

/** Milliseconds in which a pointer can go from a mark to its card. */
const LEAVING = 200;

export class Card {
  #leaving = 0;
  /** @type {Entry | null} */
  #shown = null;

  /** @param {HTMLElement} card */
  constructor(card) {
    this.card = card;
    card.addEventListener("pointerenter", () => clearTimeout(this.#leaving));
    card.addEventListener("pointerleave", () => this.hideSoon());
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
    const title = /** @type {HTMLAnchorElement} */ (find(this.card, ".card-title a"));
    title.textContent = find(link, ".label").textContent;
    title.href = link.hash;
    this.#say(".card-when", article.querySelector(".entry-when :is(time, .time)")?.textContent);
    this.#say(".card-certainty", article.querySelector(".entry-certainty")?.textContent);
    this.#say(".card-who", who(article));
    this.card.toggleAttribute("data-stays", stays);
    this.card.hidden = false;
    this.#place(mark, x);
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
   * Below the mark, or above where there is more room; within the chart.
   * @param {HTMLElement} mark
   * @param {number} x
   */
  #place(mark, x) {
    const around = /** @type {HTMLElement} */ (this.card.offsetParent ?? this.card.parentElement);
    const frame = around.getBoundingClientRect();
    const at = mark.getBoundingClientRect();
    const own = this.card.getBoundingClientRect();
    const left = Math.min(Math.max(x - frame.left - 24, 0), frame.width - own.width);
    const isBelow = at.bottom + own.height + 12 < innerHeight || at.top < own.height + 12;
    const top = isBelow ? at.bottom - frame.top + 8 : at.top - frame.top - own.height - 8;
    this.card.style.translate = `${left}px ${top}px`;
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
