// Filters and search: what one chooses or types, what the choices hold, and how many events match.

import { gently, halt, nextFrame, pause } from "./frames.js";
import { Survey } from "./matching.js";
import { byId, enable, entries, find, form, numeral, phrases, read, say, total } from "./page.js";
import { showOnly } from "./showing.js";
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
  /** @type {Promise<void> | undefined} */
  #reading;
  /** @type {import("./matching.js").Counts | undefined} */
  #counts;
  /** The events that match; all of them until somebody has asked for others. @type {Set<Entry> | undefined} */
  #matching;
  /** @type {HTMLButtonElement[]} */
  #legend = [];
  /** What could be loosened, as it was last offered. */
  #offered = "";

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    enable(this);
    this.#form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.#form.addEventListener("input", (event) => this.#typed(event), { signal });
    // Choices are counted for who is about to look at them: to write hundreds of numbers anew at
    // every letter would be slower than typing.
    for (const sign of ["pointerover", "focusin"]) {
      this.#form.addEventListener(sign, ({ target }) => this.#lookedAt(target), { signal });
    }
    this.#fold.addEventListener("click", () => this.#unfold(), { signal });
    this.#loosen.addEventListener("click", (event) => this.#loosened(event), { signal });
    views.addEventListener("change", (event) => {
      const before = /** @type {CustomEvent<import("./view.js").View>} */ (event).detail;
      const { filters, event: chosen } = views.now;
      if (filters !== before.filters || !this.#isShown(chosen) || !this.#isShown(before.event)) void this.#apply();
    }, { signal });
    document.addEventListener("entries", () => {
      this.#reading = undefined;
      void this.#apply();
    }, { signal });
    this.#makeLegend();
    // The page itself says that all events are shown.
    if (FILTERS.some((name) => views.now.filters[name])) void this.#apply();
    else this.#fill();
  }

  disconnectedCallback() {
    this.#stop.abort();
  }

  /** Whether an event is shown without being chosen. @param {string} id */
  #isShown(id) {
    const entry = byId.get(id);
    return !entry || !this.#matching || this.#matching.has(entry);
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
    // On a phone it may be folded away.
    (first?.checkVisibility() ? first : this.#fold).focus();
  }

  /** The certainties of the legend become buttons that filter. */
  #makeLegend() {
    // A list that scrolls has a stop for keys of its own, until its items are buttons.
    document.querySelector(".legend")?.removeAttribute("tabindex");
    if (this.#legend.length > 0) return;
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".legend li[data-certainty]"))) {
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
      });
      this.#legend.push(button);
    }
  }

  /** Shows what matches. */
  async #apply() {
    halt("filters");
    this.#fill();
    // What was typed or pressed is drawn first.
    await nextFrame();
    if (views.now.filters.q) await this.#read();
    const { filters } = views.now;
    const chosen = byId.get(views.now.event);
    const survey = /** @type {Survey<Entry>} */ (new Survey(filters));
    await gently(entries, (entry) => survey.see(entry));
    // Asked for something else meanwhile.
    if (filters !== views.now.filters) return;
    const { matching, counts } = survey;
    this.#tell(matching.size, chosen && !matching.has(chosen));
    this.#matching = matching;
    this.#counts = counts;
    const focused = document.activeElement;
    for (const name of SELECTS) {
      const select = this.#form.elements.namedItem(name);
      if (select instanceof HTMLSelectElement) this.#count(select, select === focused ? select.options : select.selectedOptions);
    }
    await pause();
    const isDone = await showOnly(matching, chosen);
    if (isDone) this.dispatchEvent(new Event("filtered", { bubbles: true }));
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
    for (const button of this.#legend) {
      button.ariaPressed = String(filters.certainty === button.dataset.certainty);
    }
  }

  /**
   * Says how many events match, and what could be loosened.
   * @param {number} shown
   * @param {boolean | undefined} isBeyond whether the chosen event is shown although it does not match
   */
  #tell(shown, isBeyond) {
    const all = total();
    const said = say(form(phrases.shown, all), { shown: numeral(shown), total: numeral(all) });
    const active = FILTERS.filter((name) => views.now.filters[name]);
    const partly = active.length && entries.length < all ? phrases.partly : "";
    const news = [shown ? "" : phrases.nothing, said, partly, isBeyond ? phrases.beyond : ""].filter(Boolean).join(" ");
    if (this.#status.textContent !== news) this.#status.textContent = news;
    const offered = shown ? [] : active;
    const wanted = [active.length > 0, ...offered].join(" ");
    if (wanted === this.#offered) return;
    this.#offered = wanted;
    const offers = offered.map((name) => offer(phrases.loosen[name], name));
    if (active.length) offers.push(offer(phrases.clear));
    this.#loosen.replaceChildren(...offers);
  }

  /** @param {EventTarget | null} target */
  #lookedAt(target) {
    if (target instanceof HTMLSelectElement) this.#count(target, target.options);
    else if (target instanceof HTMLInputElement) void this.#read();
  }

  /** Makes the texts ready for searching. */
  #read() {
    return (this.#reading ??= read((actor) => this.#aliases(actor)));
  }

  /**
   * Writes into options how many events each would leave.
   * @param {HTMLSelectElement} select
   * @param {Iterable<HTMLOptionElement>} options
   */
  #count({ name }, options) {
    const counts = this.#counts?.[/** @type {typeof SELECTS[number]} */ (name)];
    if (!counts) return;
    for (const option of options) {
      if (!option.value) continue;
      const n = counts.get(option.value) ?? 0;
      const text = say(phrases.choice, { name: option.dataset.name ?? "", n: numeral(n) });
      if (option.text !== text) option.text = text;
      option.disabled = n === 0 && !option.selected;
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
