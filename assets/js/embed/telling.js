// What the frame says about what it shows.

import { FILTERS } from "../view.js";
import { period } from "./period.js";

/** @typedef {import("./asked.js").Asked} Asked */
/** @typedef {import("./asked.js").Condition} Condition */

/**
 * Everything that script says, from the page (templates/embed.html).
 * @typedef {object} Catalogue
 * @property {string} title of the timeline
 * @property {Record<string, ReadonlyMap<string, string>>} names what can be asked for → id → its name, in order
 * @property {import("./period.js").Phrases & {
 *   heading: string, shown: Record<string, string>, inRole: string, anyActor: string, searched: string,
 *   nothing: string, unknown: Record<string, string>, unclear: string, choice: string, clear: string,
 *   loosen: Record<string, string>, loosenDays: string,
 * }} phrases
 */

/**
 * What is shown, and how many of all: "Bridge, July to December 2022: 12 of 84 events".
 * @param {Asked} asked
 * @param {number} n
 * @param {number} total
 * @param {Catalogue} catalogue
 */
export function heading({ filters, from, to }, n, total, { title, names, phrases }) {
  const name = (/** @type {keyof typeof filters} */ filter) => names[filter]?.get(filters[filter]) ?? filters[filter];
  const actor = name("actor");
  const parts = [
    name("track"),
    filters.role ? say(phrases.inRole, { actor: actor || phrases.anyActor, role: name("role") }) : actor,
    name("source"),
    name("certainty"),
    filters.q && say(phrases.searched, { words: filters.q }),
    period(from, to, phrases),
  ];
  const { format } = new Intl.NumberFormat(phrases.locale);
  const form = new Intl.PluralRules(phrases.locale).select(total);
  const shown = say(phrases.shown[form] ?? phrases.shown.other, { shown: format(n), total: format(total) });
  return say(phrases.heading, { what: parts.filter(Boolean).join(", ") || title, shown });
}

/**
 * What in the address is not understood, or that nothing is left.
 * @param {Asked} asked
 * @param {number} n how many events are shown
 * @param {Catalogue} catalogue
 */
export function notes({ filters, event, unclear }, n, { names, phrases }) {
  const strange = FILTERS.filter((name) => name !== "q" && filters[name] && !names[name]?.has(filters[name]));
  const found = [
    ...strange.map((name) => say(phrases.unknown[name], { id: filters[name] })),
    ...unclear.map((text) => say(phrases.unclear, { text })),
  ];
  if (event && !n) found.push(say(phrases.unknown.event, { id: event }));
  else if (!n && !strange.length) found.push(phrases.nothing);
  return found;
}

/**
 * What a link says that removes a condition, and leaves so many events.
 * @param {Condition} condition
 * @param {number} n
 * @param {Catalogue} catalogue
 */
export function offer(condition, n, { phrases }) {
  const name = condition === "days" ? phrases.loosenDays : phrases.loosen[condition];
  return say(phrases.choice, { name, n });
}

/**
 * Fills the blanks of a phrase: `{name}`.
 * @param {string} phrase
 * @param {Record<string, string | number>} values
 */
function say(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (blank, name) => String(values[name] ?? blank));
}
