// The list in a frame on another site: what its address asks for stays, and the heading says what.

import { ask, conditions, isPlace, meets, without } from "./embed/asked.js";
import { announce } from "./embed/host.js";
import { lanes } from "./embed/lanes.js";
import { texts } from "./embed/searching.js";
import { heading, notes, offer } from "./embed/telling.js";
import { wear } from "./embed/theme.js";
import { folded } from "./matching.js";
import { write } from "./view.js";

/** @typedef {import("./embed/asked.js").Asked} Asked */
/** @typedef {import("./embed/asked.js").Condition} Condition */
/** @typedef {import("./embed/asked.js").Listed & {element: HTMLElement}} Told */

class TimelineEmbed extends HTMLElement {
  #stop = new AbortController();
  #told = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".told"))].map(told);
  #heading = /** @type {HTMLElement} */ (this.querySelector("h1"));
  #whole = this.#heading.textContent;
  #home = /** @type {HTMLAnchorElement} */ (this.querySelector(".same-view"));
  #axis = JSON.parse(this.dataset.axis ?? "null");
  /** @type {import("./embed/telling.js").Catalogue} */
  #catalogue = {
    title: this.querySelector(".origin-title")?.textContent ?? "",
    names: named(this.dataset.names ?? "{}"),
    phrases: JSON.parse(this.dataset.phrases ?? "{}"),
  };

  async connectedCallback() {
    this.#stop = new AbortController();
    const query = new URLSearchParams(location.search);
    wear(query.get("theme"));
    // Until the words are there, the list is not yet what was asked for.
    this.ariaBusy = "true";
    if (query.get("q")) {
      const found = await texts(this.#home.href);
      for (const one of this.#told) one.text = found.get(one.id) ?? folded(one.element.textContent ?? "");
    }
    this.#show();
    this.ariaBusy = "false";
    announce(location.hash);
    addEventListener("hashchange", () => isPlace(location.hash) || this.#show(), { signal: this.#stop.signal });
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  #show() {
    const asked = ask(location.search, location.hash);
    const found = new Set(this.#told.filter((one) => meets(one, asked)));
    for (const one of this.#told) one.element.hidden = !found.has(one);
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(".period"))) {
      part.hidden = !part.querySelector(".told:not([hidden])");
    }
    const isWhole = conditions(asked).length === 0;
    this.#heading.textContent = isWhole ? this.#whole : heading(asked, found.size, this.#told.length, this.#catalogue);
    for (const old of this.querySelectorAll(".answer, .lanes")) old.remove();
    const drawn = this.#axis && lanes([...found], asked, this.#axis, this.#catalogue.names.track ?? new Map());
    if (drawn) this.#heading.after(drawn);
    // Without any event the page has said that already.
    const said = this.#told.length ? notes(asked, found.size, this.#catalogue) : [];
    if (said.length) this.#heading.after(this.#answer(said, asked, found.size));
    this.#home.href = new URL(this.#view(asked), this.#home.href).href;
  }

  /**
   * What there is to say about the address, and where nothing is left, links to the same list
   * without one condition, as far as that leaves something, and to all of it.
   * @param {string[]} said
   * @param {Asked} asked
   * @param {number} n
   */
  #answer(said, asked, n) {
    const answer = document.createElement("div");
    answer.className = "answer";
    for (const words of said) answer.append(paragraph(words));
    if (n) return answer;
    const offers = paragraph("");
    const all = conditions(asked);
    for (const condition of all.length > 1 ? all : []) {
      const left = this.#told.filter((one) => meets(one, without(asked, condition))).length;
      if (left) offers.append(link(offer(condition, left, this.#catalogue), address(condition)), " ");
    }
    offers.append(link(this.#catalogue.phrases.clear, address(...all)));
    answer.append(offers);
    return answer;
  }

  /**
   * The same view on the home page, as its address says it: there days have two ends.
   * @param {Asked} asked
   */
  #view({ filters, from, to, event }) {
    const first = from ?? Math.min(...this.#told.map((one) => one.from).filter(Number.isFinite));
    const last = to ?? Math.max(...this.#told.map((one) => one.to).filter(Number.isFinite));
    /** @type {import("./view.js").View["window"]} */
    const days = from === null && to === null ? null : [first, Math.max(last, first + 1)];
    return write({ filters, event, window: days?.every(Number.isFinite) ? days : null, day: null, known: false, plain: false });
  }
}

/**
 * An event of the list, from its attributes; where a day is missing it goes on.
 * @param {HTMLElement} element
 * @returns {Told}
 */
function told(element) {
  const { tracks = "", actors = "", sources = "", certainty = "", from = -Infinity, to = Infinity } = element.dataset;
  return {
    element,
    id: element.id,
    tracks: listed(tracks),
    parts: listed(actors).map((part) => /** @type {[string, string]} */ (part.split(":"))),
    sources: listed(sources),
    certainty,
    from: Number(from),
    to: Number(to),
    text: "",
  };
}

/**
 * Names in their order: objects would put those first whose ids are numbers.
 * @param {string} json
 */
function named(json) {
  const kinds = /** @type {[string, [id: string, name: string][]][]} */ (Object.entries(JSON.parse(json)));
  return Object.fromEntries(kinds.map(([kind, pairs]) => [kind, new Map(pairs)]));
}

/**
 * The address of this page without some of its conditions.
 * @param {Condition[]} conditions
 */
function address(...conditions) {
  const query = new URLSearchParams(location.search);
  for (const name of conditions.flatMap((one) => (one === "days" ? ["from", "to"] : [one]))) query.delete(name);
  return `${location.pathname}?${query}`.replace(/\?$/, "");
}

/** @param {string} words */
function paragraph(words) {
  const element = document.createElement("p");
  element.textContent = words;
  return element;
}

/**
 * A link that stays in the frame.
 * @param {string} words
 * @param {string} href
 */
function link(words, href) {
  const element = document.createElement("a");
  return Object.assign(element, { textContent: words, href, target: "_self" });
}

/** @param {string} text */
function listed(text) {
  return text.split(" ").filter(Boolean);
}

customElements.define("timeline-embed", TimelineEmbed);
