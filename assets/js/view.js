// The view: everything that the address bar holds, and how it is written there.

import { fromIso, iso } from "./days.js";

/** @typedef {"q" | "track" | "actor" | "role" | "source" | "certainty"} Filter */

/** What the events are filtered by. */
export const FILTERS = /** @type {const} */ (["q", "track", "actor", "role", "source", "certainty"]);

/**
 * @typedef {object} View
 * @property {Readonly<Record<Filter, string>>} filters the chosen ids, and the words searched for; "" is any
 * @property {number | null} day the day for which the state of play is told; null: the latest
 * @property {boolean} known whether only what was publicly known by that day counts
 * @property {readonly [from: number, to: number] | null} window days shown in the chart; null: the latest
 * @property {boolean} plain whether nothing is folded
 * @property {string} event the id of the chosen event, or ""
 */

/**
 * Reads a view from the parts of an address; what cannot be understood is left out.
 * @param {string} search the query, with or without "?"
 * @param {string} hash with or without "#"
 * @returns {View}
 */
export function read(search, hash) {
  const query = new URLSearchParams(search);
  const filters = Object.fromEntries(FILTERS.map((name) => [name, query.get(name) ?? ""]));
  const from = fromIso(query.get("from"));
  const to = fromIso(query.get("to"));
  return {
    filters: /** @type {Record<Filter, string>} */ (filters),
    day: fromIso(query.get("day")),
    known: query.get("by") === "known",
    window: from !== null && to !== null && from < to ? [from, to] : null,
    plain: query.get("axis") === "plain",
    event: decoded(hash.replace(/^#/, "")),
  };
}

/** @param {string} fragment which anybody may have written */
function decoded(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/**
 * The query and fragment of a view, "" where nothing is chosen.
 * @param {View} view
 */
export function write(view) {
  const query = new URLSearchParams();
  for (const name of FILTERS) if (view.filters[name]) query.set(name, view.filters[name]);
  if (view.day !== null) query.set("day", iso(view.day));
  if (view.known) query.set("by", "known");
  if (view.window) {
    query.set("from", iso(view.window[0]));
    query.set("to", iso(view.window[1]));
  }
  if (view.plain) query.set("axis", "plain");
  const search = query.toString();
  return (search && `?${search}`) + (view.event && `#${view.event}`);
}

/** Milliseconds after which a change that continues another is written down. */
const SETTLED = 150;

/**
 * The address of a view: whole, since a fragment alone would leave the query as it is.
 * @param {View} view
 */
const here = (view) => location.pathname + write(view);

/** @param {View} view what the address asks for: where nothing is folded there is but one axis */
const possible = (view) => ({ ...view, plain: view.plain && Boolean(document.querySelector("[data-axis-plain]")) });

/**
 * The view of this page: listeners of "change" hear of every other one, with the one before as
 * detail. A change is a step that Back undoes, unless it only continues the one before.
 */
class Views extends EventTarget {
  #pending = 0;
  /** What the last change was about. */
  #last = "";

  /** @type {View} */
  now = possible(read(location.search, location.hash));

  constructor() {
    super();
    // Links inside the page and the Back button; both change the address by themselves.
    const follow = () => {
      this.#last = "";
      this.#become(possible(read(location.search, location.hash)));
    };
    addEventListener("popstate", follow);
    addEventListener("hashchange", follow);
    // What is pressed may follow a link, copy the address, or leave the page.
    addEventListener("click", () => this.#settle(), true);
    addEventListener("pagehide", () => this.#settle());
  }

  /** Writes down what waits to be. */
  #settle() {
    if (this.#pending) this.#write();
  }

  /** Makes the address that of the view, within the present step. */
  #write() {
    clearTimeout(this.#pending);
    this.#pending = 0;
    history.replaceState(null, "", here(this.now));
  }

  /**
   * @param {Partial<View>} part what is different
   * @param {{continues?: boolean}} [options]
   */
  change(part, { continues = false } = {}) {
    const next = { ...this.now, ...part };
    if (write(next) === write(this.now)) return;
    const filters = FILTERS.filter((name) => next.filters[name] !== this.now.filters[name]);
    const about = [...filters, ...Object.keys(part)].join();
    const last = this.#last;
    this.#last = about;
    if (continues && (part.window !== undefined || about === last)) {
      // Browsers refuse when the address changes at every move of a slider.
      clearTimeout(this.#pending);
      this.#pending = setTimeout(() => this.#write(), SETTLED);
    } else {
      this.#settle();
      history.pushState(null, "", here(next));
    }
    this.#become(next);
  }

  /** @param {View} next */
  #become(next) {
    if (write(next) === write(this.now)) return;
    const before = this.now;
    // Filters are other ones only when one of them is.
    const isSame = FILTERS.every((name) => next.filters[name] === before.filters[name]);
    this.now = isSame ? { ...next, filters: before.filters } : next;
    this.dispatchEvent(new CustomEvent("change", { detail: before }));
  }
}

export const views = new Views();
