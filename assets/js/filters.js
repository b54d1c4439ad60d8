// Filters and search: what matches is shown, what does not steps back, and the number is told.

import { gently, nextFrame } from "./frames.js";
import { byId, enable, entries, find, form, numbers, phrases, read, say, setOut } from "./page.js";
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
  #turn = {};

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    enable(this);
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
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".legend li[data-certainty]"))) {
      if (item.querySelector("button")) continue;
      const button = document.createElement("button");
      const { certainty = "" } = item.dataset;
      button.type = "button";
      button.className = item.className;
      button.dataset.certainty = certainty;
      button.append(...item.childNodes);
      item.className = "";
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
    // What was typed or pressed is drawn first.
    await nextFrame();
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
    if (!(await this.#close(matching, chosen))) return;
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
      button.ariaPressed = String(filters.certainty === /** @type {HTMLElement} */ (button).dataset.certainty);
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
   * Closes months and lanes in which nothing is left, opens the others, and counts heaps again.
   * @param {Set<Entry>} matching
   * @param {Entry | undefined} chosen
   * @returns whether it came to the end
   */
  async #close(matching, chosen) {
    const turn = (this.#turn = {});
    const open = new Set();
    for (const entry of entries) {
      if (!matching.has(entry) && entry !== chosen) continue;
      open.add(entry.mark.closest(".lane")).add(entry.article.closest("[data-period]"));
    }
    const parts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".lane, [data-period]"));
    for (const part of parts) {
      const isClosed = !open.has(part);
      if (part.hasAttribute("data-closed") === isClosed) continue;
      part.toggleAttribute("data-closed", isClosed);
      // A lane that opens is laid out anew, which takes a frame's time.
      await nextFrame();
      if (this.#turn !== turn) return false;
    }
    return gently(document.querySelectorAll(".heap"), count, "heaps");
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
 * Makes a heap say how many of its members are left.
 * @param {Element} element
 */
function count(element) {
  const heap = /** @type {HTMLElement} */ (element);
  const link = find(heap, "a");
  const all = heap.parentElement?.children ?? [];
  const members = heap.dataset.members?.split(" ") ?? [];
  const left = members.filter((index) => !all[Number(index)].hasAttribute("data-out")).length;
  if (link.textContent === `+${left}`) return false;
  heap.hidden = left === 0;
  find(link, "span").textContent = `+${left}`;
  link.ariaLabel = say(form(phrases.heap, left), { n: left });
  return true;
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
