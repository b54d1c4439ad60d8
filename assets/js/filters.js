// Filters and search: what matches is shown, what does not steps back, and the number is told.

import { entries, byId, find, form, gently, numbers, phrases, read, say, setOut } from "./page.js";
import { survey } from "./matching.js";
import { FILTERS, views } from "./view.js";

/** @typedef {import("./page.js").Entry} Entry */
/** @typedef {import("./view.js").Filter} Filter */

const SELECTS = /** @type {const} */ (["track", "actor", "role", "source", "certainty"]);

export class TimelineFilters extends HTMLElement {
  #stop = new AbortController();
  #form = /** @type {HTMLFormElement} */ (find(this, "form"));
  #fold = find(this, ".fold-filters");
  #status = find(this, "[role=status]");
  #loosen = find(this, ".loosen");
  #hasRead = false;

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.#form.addEventListener("input", (event) => this.#typed(event), { signal });
    this.#fold.addEventListener("click", () => this.#unfold(), { signal });
    this.#loosen.addEventListener("click", (event) => this.#loosened(event), { signal });
    views.addEventListener("change", (event) => {
      const before = /** @type {CustomEvent<import("./view.js").View>} */ (event).detail;
      const { filters, event: chosen } = views.now;
      if (filters !== before.filters || chosen !== before.event) void this.#apply();
    }, { signal });
    this.#makeLegend(signal);
    void this.#apply();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  /** @param {Event} event */
  #typed({ target }) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const filters = { ...views.now.filters, [target.name]: target.value };
    // A role is one of an actor; with another actor it starts anew.
    if (target.name === "actor") filters.role = "";
    const continues = target.name === "q" && views.now.filters.q !== "" && target.value !== "";
    views.change({ filters }, { continues });
  }

  #unfold() {
    const isOpen = this.#form.toggleAttribute("data-open");
    this.#fold.ariaExpanded = String(isOpen);
  }

  /** @param {Event} event */
  #loosened({ target }) {
    const button = target instanceof Element && target.closest("button");
    if (!button) return;
    const { loosens } = button.dataset;
    const filters = { ...views.now.filters };
    for (const name of FILTERS) if (!loosens || loosens === name) filters[name] = "";
    views.change({ filters });
    const first = /** @type {HTMLElement | null} */ (this.#form.elements.namedItem(loosens ?? "q"));
    first?.focus();
  }

  /**
   * The certainties of the legend become buttons that filter.
   * @param {AbortSignal} signal
   */
  #makeLegend(signal) {
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".legend [data-certainty]"))) {
      if (item.querySelector("button")) continue;
      const button = document.createElement("button");
      const { certainty = "" } = item.dataset;
      button.type = "button";
      button.append(...item.childNodes);
      item.append(button);
      button.addEventListener("click", () => {
        const { filters } = views.now;
        views.change({ filters: { ...filters, certainty: filters.certainty === certainty ? "" : certainty } });
      }, { signal });
    }
  }

  /** Shows what matches. */
  async #apply() {
    this.#fill();
    if (views.now.filters.q && !this.#hasRead) {
      await read((actor) => this.#aliases(actor));
      this.#hasRead = true;
    }
    const { filters } = views.now;
    const chosen = byId.get(views.now.event);
    const { matching, counts } = survey(entries, filters);
    this.#tell(matching.size, chosen && !matching.has(chosen));
    for (const name of SELECTS) this.#count(name, counts[name]);
    const isDone = await gently(entries, (entry) => setOut(entry, !matching.has(entry) && entry !== chosen), "filters");
    if (!isDone) return;
    this.#close(matching, chosen);
    this.dispatchEvent(new Event("filtered", { bubbles: true }));
  }

  /** Writes the view into the form. */
  #fill() {
    const { filters } = views.now;
    for (const name of FILTERS) {
      const field = this.#form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        if (field.value !== filters[name]) field.value = filters[name];
      }
    }
    const active = SELECTS.filter((name) => filters[name]).length;
    this.#fold.dataset.name ??= this.#fold.textContent ?? "";
    const { name = "" } = this.#fold.dataset;
    this.#fold.textContent = active ? say(phrases.choice, { name, n: active }) : name;
    for (const button of document.querySelectorAll(".legend button")) {
      const { certainty } = /** @type {HTMLElement} */ (button.parentElement).dataset;
      button.ariaPressed = String(filters.certainty === certainty);
    }
  }

  /**
   * Says how many events match, and what could be loosened.
   * @param {number} shown
   * @param {boolean | undefined} isBeyond whether the chosen event is shown although it does not match
   */
  #tell(shown, isBeyond) {
    const total = entries.length;
    const said = say(form(phrases.shown, total), { shown: numbers.format(shown), total: numbers.format(total) });
    this.#status.textContent = [shown ? "" : phrases.nothing, said, isBeyond ? phrases.beyond : ""].filter(Boolean).join(" ");
    const active = FILTERS.filter((name) => views.now.filters[name]);
    const offers = (shown ? [] : active).map((name) => offer(phrases.loosen[name], name));
    if (active.length) offers.push(offer(phrases.clear));
    this.#loosen.replaceChildren(...offers);
  }

  /**
   * @param {typeof SELECTS[number]} name
   * @param {Map<string, number>} counts
   */
  #count(name, counts) {
    const select = this.#form.elements.namedItem(name);
    if (!(select instanceof HTMLSelectElement)) return;
    for (const option of select.options) {
      if (!option.value) continue;
      const n = counts.get(option.value) ?? 0;
      const text = say(phrases.choice, { name: option.dataset.name ?? "", n: numbers.format(n) });
      if (option.text !== text) option.text = text;
      option.disabled = n === 0 && !option.selected;
    }
  }

  /**
   * Closes months and lanes in which nothing is left, and counts the heaps again.
   * @param {Set<Entry>} matching
   * @param {Entry | undefined} chosen
   */
  #close(matching, chosen) {
    const open = new Set();
    for (const entry of entries) {
      if (!matching.has(entry) && entry !== chosen) continue;
      open.add(entry.mark.parentElement).add(entry.article.closest("[data-period]"));
    }
    for (const period of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-period]"))) {
      period.hidden = !open.has(period);
    }
    for (const lane of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".lane"))) {
      const list = find(lane, "ol");
      lane.hidden = !open.has(list);
      for (const heap of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(".heap"))) {
        const members = heap.dataset.members?.split(" ") ?? [];
        const left = members.filter((index) => !list.children[Number(index)].hasAttribute("data-out"));
        heap.hidden = left.length === 0;
        const label = `+${left.length}`;
        const [sign, said] = find(heap, "a").children;
        if (sign.textContent === label) continue;
        sign.textContent = label;
        said.textContent = say(form(phrases.heap, left.length), { n: left.length });
      }
    }
  }

  /** @param {string} actor */
  #aliases(actor) {
    const select = this.#form.elements.namedItem("actor");
    if (!(select instanceof HTMLSelectElement)) return "";
    const option = [...select.options].find(({ value }) => value === actor);
    return `${option?.dataset.name ?? ""} ${option?.dataset.aliases ?? ""}`;
  }
}

/**
 * @param {string} words
 * @param {Filter} [name] the filter that it removes; all where none is given
 */
function offer(words, name) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  if (name) button.dataset.loosens = name;
  return button;
}
