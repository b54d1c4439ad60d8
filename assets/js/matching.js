// Which events match the filters, and how many would if a filter were another.

/** @typedef {import("./view.js").Filter} Filter */
/** @typedef {Readonly<Record<Filter, string>>} Filters */

/**
 * What filters ask of an event. `parts` are pairs of actor and role.
 * @typedef {object} Matchable
 * @property {readonly string[]} tracks
 * @property {readonly (readonly [actor: string, role: string])[]} parts
 * @property {readonly string[]} sources
 * @property {string} certainty
 * @property {string} text as `folded` gives it
 */

/** @typedef {Record<Exclude<Filter, "q">, Map<string, number>>} Counts */

/**
 * Letters that Unicode does not take apart, and quotes that keyboards do not have.
 * @type {Record<string, string>}
 */
const PLAIN = {
  đ: "d", ð: "d", ħ: "h", ı: "i", ł: "l", ø: "o", ŧ: "t", ς: "σ", ß: "ss", æ: "ae", œ: "oe", þ: "th",
  "‘": "'", "’": "'", ʼ: "'", ʿ: "'", ʾ: "'", "׳": "'", "״": '"', "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
};

/**
 * Text as it is compared: without case, diacritics, invisible characters and repeated blanks.
 * @param {string} text
 */
export function folded(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{Cf}]+/gu, "");
  return plain.replace(/[^\0-~]/g, (letter) => PLAIN[letter] ?? letter).replace(/\s+/g, " ");
}

/**
 * Whether an event matches all filters; every word must be in its text.
 * @param {Matchable} event
 * @param {Filters} filters
 */
export function matches(event, filters) {
  return failed(event, filters, searched(filters)).length === 0;
}

/**
 * Which of the events that it has seen match, and for every choice of every filter how many would,
 * the other filters being as they are.
 * @template {Matchable} E
 */
export class Survey {
  /** @type {Set<E>} */
  matching = new Set();
  /** @type {Counts} */
  counts = { track: new Map(), actor: new Map(), role: new Map(), source: new Map(), certainty: new Map() };
  #filters;
  #search;

  /** @param {Filters} filters */
  constructor(filters) {
    this.#filters = filters;
    this.#search = searched(filters);
  }

  /** @param {E} event */
  see(event) {
    const { matching, counts } = this;
    const { actor, role } = this.#filters;
    const fails = failed(event, this.#filters, this.#search);
    if (fails.length === 0) matching.add(event);
    if (fails.length > 1) return;
    const only = fails[0];
    if (!only || only === "track") add(counts.track, event.tracks);
    if (!only || only === "source") add(counts.source, event.sources);
    if (!only || only === "certainty") add(counts.certainty, [event.certainty]);
    if (!only || only === "actor") {
      add(counts.actor, event.parts.filter((part) => !role || part[1] === role).map((part) => part[0]));
      add(counts.role, event.parts.filter((part) => !actor || part[0] === actor).map((part) => part[1]));
    }
  }
}

/** @param {Filters} filters */
function searched(filters) {
  return folded(filters.q).split(" ").filter(Boolean);
}

/**
 * The filters that an event does not match. Actor and role are one, since they are about the same
 * part.
 * @param {Matchable} event
 * @param {Filters} filters
 * @param {readonly string[]} search
 * @returns {Filter[]}
 */
function failed(event, { track, actor, role, source, certainty }, search) {
  /** @type {Filter[]} */
  const fails = [];
  if (track && !event.tracks.includes(track)) fails.push("track");
  if (source && !event.sources.includes(source)) fails.push("source");
  if (certainty && event.certainty !== certainty) fails.push("certainty");
  const isWanted = event.parts.some(([who, as]) => (!actor || who === actor) && (!role || as === role));
  if ((actor || role) && !isWanted) fails.push("actor");
  if (!search.every((word) => event.text.includes(word))) fails.push("q");
  return fails;
}

/**
 * @param {Map<string, number>} counts
 * @param {readonly string[]} ids counted once each
 */
function add(counts, ids) {
  const once = ids.length > 1 ? new Set(ids) : ids;
  for (const id of once) counts.set(id, (counts.get(id) ?? 0) + 1);
}
