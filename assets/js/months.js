// The months of a large timeline. The page holds only some of their events: when few are left in the
// window, the others are brought from the months' own pages, into text and chart.

import { Cells } from "./cells.js";
import { fitted } from "./fitting.js";
import { gently } from "./frames.js";
import { Heaps } from "./heaps.js";
import { listed, named } from "./listed.js";
import { leadTo } from "./main.js";
import { add, find, phrases, remove, say } from "./page.js";
import { views } from "./view.js";

/** @typedef {import("./page.js").Entry} Entry */
/** @typedef {import("./chart.js").TimelineChart} TimelineChart */

/** So many events are brought at once, and kept besides those that the page came with. */
const MOST = 500;
/** Milliseconds after the last move of the window. */
const SETTLED = 300;
const ID = /^[a-z0-9-]+$/;

/**
 * A month, or a year with what is told of it without a month.
 * @typedef {object} Month
 * @property {HTMLAnchorElement} link to its page, in the list of all
 * @property {number} first day
 * @property {number} last day
 * @property {number} missing how many of its events the page came without
 * @property {Entry[]} brought
 */

export class Months {
  #chart;
  #heaps;
  #saying;
  #failing;
  #cells;
  /** @type {Month[]} */
  #all = listed.filter((link) => link.dataset.missing).map((link) => {
    const [first = 0, last = 0] = (link.dataset.days ?? "").split(" ").map(Number);
    return { link, first, last, missing: Number(link.dataset.missing), brought: [] };
  });
  /** @type {Month[]} those of which something was brought, the oldest first */
  #brought = [];
  /** @type {Set<string>} ids that were looked for */
  #sought = new Set();
  #settling = 0;
  #isBringing = false;

  /** @param {TimelineChart} chart */
  constructor(chart) {
    this.#chart = chart;
    this.#heaps = new Heaps(chart);
    this.#cells = new Cells(find(chart, ".cells"), chart);
    this.#saying = find(chart, ".bringing");
    this.#failing = find(document, ".not-brought");
  }

  /** Brings what is looked at, now and whenever the window has come to rest. */
  watch() {
    const look = () => {
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => void this.#look(), SETTLED);
    };
    this.#chart.addEventListener("moved", look);
    views.addEventListener("change", look);
    this.#cells.listen();
    void this.#look();
  }

  async #look() {
    if (this.#isBringing) return;
    this.#isBringing = true;
    this.#failing.replaceChildren();
    for (let month; (month = (await this.#ofChosen()) ?? this.#inWindow.find(left)); ) {
      if (!(await this.#bring(month))) break;
    }
    this.#isBringing = false;
  }

  /** The months in the window, if their events are few enough. */
  get #inWindow() {
    if (!views.now.window) return [];
    const found = this.#all.filter((month) => this.#isInWindow(month));
    const events = found.reduce((sum, { missing }) => sum + missing, 0);
    return events <= MOST ? found : [];
  }

  /** Not of months that it only touches, since it stands between pixels. @param {Month} month */
  #isInWindow({ first, last }) {
    const { scale, shown } = this.#chart;
    return scale.day(shown.from) < last + 0.5 && first + 0.5 < scale.day(shown.to);
  }

  /** The month of the chosen event, if that is not here; its own page knows it. */
  async #ofChosen() {
    const { event } = views.now;
    if (!ID.test(event) || document.getElementById(event) || this.#sought.has(event)) return undefined;
    this.#sought.add(event);
    const page = await fetched(new URL(`events/${event}.html`, document.baseURI).href);
    // It may be had when the network is there again; one that there is not is asked for once.
    if (!page && !navigator.onLine) this.#sought.delete(event);
    const { period } = /** @type {HTMLElement | null} */ (page?.querySelector("[data-period]"))?.dataset ?? {};
    return this.#all.find((month) => named(month.link) === period && left(month));
  }

  /**
   * @param {Month} month
   * @returns whether its events are here now
   */
  async #bring(month) {
    const when = month.link.textContent ?? "";
    this.#saying.textContent = say(phrases.bringing, { when });
    const page = await fetched(month.link.href);
    this.#saying.textContent = "";
    const template = /** @type {HTMLTemplateElement | null | undefined} */ (page?.querySelector("template[data-order]"));
    if (!page || !template) {
      this.#fail(month);
      return false;
    }
    await this.#insert(month, page, template);
    this.#brought.push(month);
    this.#letGo();
    const known = new Map(this.#all.map((one) => [one.link, one]));
    this.#cells.tell((link) => left(known.get(link)));
    // The browser looked for the chosen event when it was not here.
    const chosen = month.brought.find(({ id }) => id === views.now.event);
    if (chosen) {
      leadTo(chosen.article);
      location.replace(location.hash);
    }
    return true;
  }

  /** @param {Month} month */
  #fail({ link }) {
    const before = document.createElement("span");
    before.textContent = say(phrases.notBrought, { when: link.textContent ?? "" });
    this.#failing.replaceChildren(before, " ", link.cloneNode(true));
  }

  /**
   * Puts a month's entries and marks where they belong.
   * @param {Month} month
   * @param {Document} page
   * @param {HTMLTemplateElement} template
   */
  async #insert(month, page, { content, dataset }) {
    const section = this.#section(month, content);
    /** @type {Element | null} */
    let next = null;
    await gently((dataset.order ?? "").split(" ").reverse(), (id) => {
      const here = document.getElementById(id);
      const article = here ?? content.getElementById(id) ?? page.getElementById(id);
      if (article && !here) section.insertBefore(fitted(article, month.link.href), next);
      next = article;
      return !here;
    });
    section.style.setProperty("--n", String(section.querySelectorAll("article").length));
    /** @type {HTMLElement[]} */
    const marks = [];
    for (const list of /** @type {NodeListOf<HTMLElement>} */ (content.querySelectorAll("ol"))) {
      const lane = find(this.#chart, `.lane[data-track="${list.dataset.track}"] ol`);
      this.#heaps.takeOver(lane);
      await gently(/** @type {HTMLElement[]} */ ([...list.children]), (mark) => {
        lane.insertBefore(mark, [...lane.children].find((other) => at(other) > at(mark)) ?? null);
        marks.push(mark);
        return true;
      });
    }
    month.brought = add(marks);
  }

  /**
   * The part of the text that a month has, made where there is none yet.
   * @param {Month} month
   * @param {DocumentFragment} content
   */
  #section({ link }, content) {
    const own = find(content, "[data-period]");
    const here = document.getElementById(own.id);
    if (here) return here;
    const later = listed.slice(listed.indexOf(link) + 1).map((other) => document.getElementById(`in_${named(other)}`));
    const section = fitted(own, link.href);
    for (const article of section.querySelectorAll("article")) content.append(article);
    find(document, ".register").insertBefore(section, later.find(Boolean) ?? null);
    return section;
  }

  /** Lets those go that were brought first, unless somebody is looking at them. */
  #letGo() {
    const count = () => this.#brought.reduce((sum, { brought }) => sum + brought.length, 0);
    for (const month of [...this.#brought]) {
      if (count() <= MOST) return;
      if (this.#isInWindow(month) || isLookedAt(month)) continue;
      this.#brought = this.#brought.filter((other) => other !== month);
      for (const { article, mark } of month.brought) {
        const section = article.closest("section");
        article.remove();
        mark.remove();
        if (!section?.querySelector("article")) section?.remove();
      }
      remove(month.brought);
      for (const { id } of month.brought) this.#sought.delete(id);
      month.brought = [];
    }
  }
}

/**
 * How many events of a month are not here; none of one with which the page came whole.
 * @param {Month | undefined} month
 */
function left(month) {
  return month ? month.missing - month.brought.length : 0;
}

/** Where a mark stands; a heap comes after all of them. @param {Element} mark */
function at(mark) {
  return mark.matches(".heap") ? Infinity : Number(/** @type {HTMLElement} */ (mark).style.getPropertyValue("--a"));
}

/**
 * Whether a month stands on the screen, or something of it is chosen or has the focus.
 * @param {Month} month
 */
function isLookedAt({ brought }) {
  const { activeElement } = document;
  const { top = 0, bottom = 0 } = brought[0]?.article.closest("section")?.getBoundingClientRect() ?? {};
  const isChosen = (/** @type {Entry} */ { id, article, mark }) =>
    id === views.now.event || article.contains(activeElement) || mark.contains(activeElement);
  return (bottom > 0 && top < innerHeight) || brought.some(isChosen);
}

/**
 * A page of this site, or null where it cannot be had.
 * @param {string} address
 */
async function fetched(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}
