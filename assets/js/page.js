// What is on the page: its events with their marks, and the words that scripts use.

import { gently } from "./frames.js";
import { folded } from "./matching.js";

/**
 * An event of this page: its entry in the text and its mark in the chart.
 * @typedef {object} Entry
 * @property {string} id
 * @property {HTMLElement} article
 * @property {HTMLElement} mark
 * @property {HTMLAnchorElement} link of the mark
 * @property {Element[]} within the lane of its mark, and the period of its article where it has one
 * @property {string[]} tracks
 * @property {[actor: string, role: string][]} parts
 * @property {string[]} sources
 * @property {string} certainty
 * @property {number} from the day by which it is filed
 * @property {number} day by which it has surely happened
 * @property {number} known by which that was public
 * @property {string} text to search in; empty until `read`
 * @property {boolean} isOut whether it is filtered out
 */

/** What the event "entries" tells. @typedef {{added: readonly Entry[], removed: readonly Entry[]}} Changes */

/** @type {Entry[]} in order of time */
export const entries = [];

/** @type {Map<string, Entry>} */
export const byId = new Map();

/** @type {(a: Entry, b: Entry) => number} as on the page, which knows more than the day */
const inTime = (a, b) => a.from - b.from || (a.article.compareDocumentPosition(b.article) & 2) - 1;

await gently(/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".mark")), (mark) => void take(mark));
entries.sort(inTime);

/**
 * Takes in events whose entries and marks have come into the page; "entries" tells who listens to
 * the document.
 * @param {HTMLElement[]} marks
 */
export function add(marks) {
  const added = marks.map(take).filter((entry) => entry !== undefined);
  entries.sort(inTime);
  document.dispatchEvent(new CustomEvent("entries", { detail: { added, removed: [] } }));
  return added;
}

/**
 * Forgets events that have left the page; "entries" tells.
 * @param {readonly Entry[]} removed
 */
export function remove(removed) {
  for (const { id } of removed) byId.delete(id);
  entries.splice(0, Infinity, ...entries.filter(({ id }) => byId.has(id)));
  document.dispatchEvent(new CustomEvent("entries", { detail: { added: [], removed } }));
}

/**
 * Takes note of the event that a mark stands for.
 * @param {HTMLElement} mark
 * @returns {Entry | undefined}
 */
function take(mark) {
  const link = mark.querySelector("a");
  const id = link?.hash.slice(1) ?? "";
  const article = document.getElementById(id);
  if (!link || !article) return undefined;
  const data = article.dataset;
  const { tracks = "", actors = "", sources = "", certainty = "", day = "0", known = day } = data;
  /** @type {Entry} */
  const entry = {
    id, article, mark, link, certainty,
    within: [mark.closest(".lane"), article.closest("[data-period]")].filter((part) => part !== null),
    from: Number(data.from ?? data.to ?? day),
    tracks: listed(tracks),
    parts: listed(actors).map((part) => {
      const colon = part.indexOf(":");
      return [part.slice(0, colon), part.slice(colon + 1)];
    }),
    sources: listed(sources),
    day: Number(day),
    known: Number(known),
    text: "",
    isOut: false,
  };
  byId.set(id, entry);
  entries.push(entry);
  return entry;
}

/**
 * Lets controls be used: in the page they are disabled, since nothing would answer without script.
 * @param {ParentNode} within
 */
export function enable(within) {
  for (const control of within.querySelectorAll("[disabled]")) control.removeAttribute("disabled");
}

/**
 * The first element for a selector, which must be there.
 * @param {ParentNode} within
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function find(within, selector) {
  const found = within.querySelector(selector);
  if (!(found instanceof Element)) throw new Error(`no ${selector}`);
  return /** @type {HTMLElement} */ (found);
}

/**
 * Makes the text of entries ready for searching, a few at a time.
 * @param {(id: string) => string} alsoCalled other names of an actor
 */
export async function read(alsoCalled) {
  await gently(entries, (entry) => {
    if (entry.text) return;
    const names = entry.parts.map(([actor]) => alsoCalled(actor)).join(" ");
    entry.text = folded(`${entry.article.textContent} ${names}`);
  });
}

/**
 * Fills the blanks of a phrase: `{name}`.
 * @param {string} phrase
 * @param {Record<string, string | number>} values
 */
export function say(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (blank, name) => String(values[name] ?? blank));
}

/**
 * The form of a counted phrase that a number takes in the page's language.
 * @param {Record<string, string>} forms
 * @param {number} count
 */
export function form(forms, count) {
  plurals ??= new Intl.PluralRules(phrases.locale);
  return forms[plurals.select(count)] ?? forms.other;
}

const chart = /** @type {HTMLElement} */ (document.querySelector("timeline-chart"));

/** How many events there are in all; of very many not all are on the page. */
export const total = () => Number(chart.dataset.total ?? entries.length);

/**
 * Everything that scripts say, from the page.
 * @type {{
 *   shown: Record<string, string>, nothing: string, loosen: Record<string, string>, clear: string,
 *   choice: string, beyond: string, window: string, locale: string, months: string[], day: string,
 *   moment?: string | null, bce: string, ce: string, heap: Record<string, string>, noState: string,
 *   partly: string, cellPartly: string, bringing: string, notBrought: string,
 * }}
 */
export const phrases = JSON.parse(chart.dataset.phrases ?? "{}");

// Not before they are needed: to make them takes longer than anything else here.
/** @type {Intl.PluralRules | undefined} */
let plurals;
/** @type {Intl.NumberFormat | undefined} */
let numbers;

/**
 * A number as it is written in the page's language.
 * @param {number} n
 */
export function numeral(n) {
  if (n < 1000) return String(n);
  return (numbers ??= new Intl.NumberFormat(phrases.locale)).format(n);
}

/** @param {string} text */
function listed(text) {
  return text.split(" ").filter(Boolean);
}
