// The lanes: where the events of the list stand in time, a line for each track.
//
// The list says all of it in words, and its links lead on; so the lanes are for eyes only.

import { Scale } from "../scale.js";

/** @typedef {import("./asked.js").Asked} Asked */
/** @typedef {import("./asked.js").Listed & {element: HTMLElement}} Told */

/**
 * The time axis of the whole list, in fractions of it; the coarsest ticks, of the lowest level, first.
 * @typedef {object} Axis
 * @property {import("../scale.js").Knot[]} knots
 * @property {[start: number, end: number, length: string][]} folds
 * @property {[start: number, end: number, words: string][]} years
 * @property {[at: number, words: string, level: number][]} ticks
 */

/** Room beside the first and the last event, as a fraction of the whole axis. */
const EDGE = 0.015;
/** Pixels that a letter takes up, and the room between two words. */
const LETTER = 7, ROOM = 10;
/** With so many words the axis is understood. */
const ENOUGH = 3;

/**
 * Draws the part of the axis on which the events are; null where that would show nothing: for a
 * single event, or when all are on one day.
 * @param {readonly Told[]} events
 * @param {Asked} asked
 * @param {Axis} axis
 * @param {ReadonlyMap<string, string>} names of tracks, in their order
 */
export function lanes(events, { filters, from, to }, axis, names) {
  const scale = new Scale(axis.knots);
  const places = events.map((event) => place(event, scale));
  const start = from === null ? Math.min(...places.map((place) => place.least)) - EDGE : scale.at(from);
  const end = to === null ? Math.max(...places.map((place) => place.most)) + EDGE : scale.at(to + 1);
  if (events.length < 2 || isOneDay(events, from, to) || end - start <= 2 * EDGE) return null;

  const on = (/** @type {number} */ fraction) => (fraction - start) / (end - start);
  const drawn = box("lanes");
  drawn.ariaHidden = "true";
  const rows = new Map([...names.keys()].map((track) => [track, /** @type {HTMLElement[]} */ ([])]));
  const lane = (/** @type {Told} */ { tracks }) => (tracks.includes(filters.track) ? filters.track : tracks[0]);
  for (const [index, event] of events.entries()) rows.get(lane(event))?.push(...marks(event, places[index], on));
  for (const [track, found] of rows) {
    const own = events.find(({ tracks }) => tracks[0] === track)?.element;
    if (found.length) drawn.append(row(names.get(track) ?? track, found, own));
  }
  const foot = box("lane foot");
  const line = box("line");
  foot.append(box("lane-name"), line);
  drawn.append(foot);
  for (const fold of axis.folds) drawn.querySelectorAll(".line").forEach((each) => each.append(...folded(fold, on)));
  new ResizeObserver(() => label(line, axis, on)).observe(line);
  return drawn;
}

/**
 * Whether no more than one of the days that are asked for can be shown. How wide a day is does not
 * tell: on a short axis it is wide.
 * @param {readonly Told[]} events
 * @param {Asked["from"]} from
 * @param {Asked["to"]} to
 */
function isOneDay(events, from, to) {
  const first = Math.max(from ?? -Infinity, Math.min(...events.map((event) => event.from)));
  const last = Math.min(to ?? Infinity, Math.max(...events.map((event) => event.to)));
  return first >= last;
}

/**
 * Where an event's mark stands, the stretch around or after it, and how much of both must be seen.
 * @param {Told} event
 * @param {Scale} scale
 */
function place({ element, from, to }, scale) {
  const [start, end] = [scale.at(from), scale.at(to + 1)];
  const isLasting = "lasts" in element.dataset;
  const at = isLasting ? (Number.isFinite(from) ? start : end) : (start + end) / 2;
  return { at, start, end, isLasting, least: isLasting ? at : start, most: isLasting ? at : end };
}

/**
 * @param {Told} event
 * @param {ReturnType<typeof place>} place
 * @param {(fraction: number) => number} on
 */
function marks({ certainty, element }, { at, start, end, isLasting }, on) {
  const [from, to] = [Math.max(0, on(start)), Math.min(1, on(end))];
  const mark = box("mark certainty", { "--at": on(at) });
  mark.dataset.certainty = certainty;
  mark.title = element.querySelector("a")?.textContent ?? "";
  const stretch = box(isLasting ? "stretch lasting" : "stretch", { "--at": from, "--to": to });
  return [...(to - from > EDGE ? [stretch] : []), ...(on(at) >= 0 && on(at) <= 1 ? [mark] : [])];
}

/**
 * @param {string} name
 * @param {HTMLElement[]} marks
 * @param {HTMLElement | undefined} own an event of the track, whose hue the line takes
 */
function row(name, marks, own) {
  const lane = box("lane");
  const line = box("line");
  const called = box("lane-name");
  called.textContent = name;
  line.append(...marks);
  lane.append(called, line);
  lane.dataset.hue = own?.dataset.hue ?? "none";
  lane.style.cssText = own?.style.cssText ?? "";
  return lane;
}

/**
 * @param {Axis["folds"][number]} fold
 * @param {(fraction: number) => number} on
 */
function folded([start, end], on) {
  const [from, to] = [on(start), on(end)];
  return from < 0 || to > 1 ? [] : [box("fold", { "--at": from, "--to": to })];
}

/**
 * Writes the words below the lanes that have room, the most important first: ticks near the lanes,
 * years, each within its own stretch, and what is folded below them.
 * @param {HTMLElement} line
 * @param {Axis} axis
 * @param {(fraction: number) => number} on
 */
function label(line, { years, ticks, folds }, on) {
  for (const old of line.querySelectorAll(".word")) old.remove();
  const width = line.clientWidth;
  const [near, far] = [taken(), taken()];
  const room = (/** @type {number} */ start, /** @type {number} */ end) =>
    (Math.min(1, on(end)) - Math.max(0, on(start))) * width;
  // A name that went on over the next year would be read as that one's.
  const named = years.filter(([start, end, words]) => words && room(start, end) >= words.length * LETTER + ROOM);
  const isCoarse = !named.length && years.some(([start, end]) => room(start, end) > 0);
  let reached = 0;
  for (const [at, words, level] of isCoarse ? coarse(years, ticks) : ticks) {
    if (level > reached && near.words.length >= ENOUGH) break;
    reached = level;
    write("tick", near, on(at), words);
  }
  for (const [start, , words] of named) write("year", far, Math.max(0, on(start)), words);
  for (const [start, end, words] of folds) write("gap", far, (on(start) + on(end)) / 2, words, -0.5);
  line.classList.toggle("high", far.words.length > 0);

  /**
   * @param {string} kind
   * @param {ReturnType<typeof taken>} row
   * @param {number} at
   * @param {string} words
   * @param {number} [shift] by how much of its length a word stands off
   */
  function write(kind, row, at, words, shift = 0) {
    const length = words.length * LETTER;
    const start = at * width + shift * length;
    if (!words || start < 0 || start + length > width || !row.has(start, start + length)) return;
    const word = box(`word ${kind}`, { "--at": start / width });
    word.textContent = words;
    line.append(word);
  }
}

/**
 * The ticks where no year has room for its name, and so no month either: the years themselves, a
 * part of one after all others, and the dates that stand alone.
 * @param {Axis["years"]} years
 * @param {Axis["ticks"]} ticks
 * @returns {Axis["ticks"]}
 */
function coarse(years, ticks) {
  const lone = ticks.filter(([at]) => !years.some(([start, end]) => start <= at && at < end));
  const widest = [...years].sort((one, other) => other[1] - other[0] - (one[1] - one[0]));
  return [...lone, ...widest.map(([start, , words]) => /** @type {Axis["ticks"][number]} */ ([start, words, 0]))];
}

/** A row of words: whether another has room, which it then takes. */
function taken() {
  /** @type {[number, number][]} */
  const words = [];
  return {
    words,
    /** @param {number} start @param {number} end pixels */
    has(start, end) {
      const isFree = words.every(([from, to]) => end + ROOM < from || start > to + ROOM);
      if (isFree) words.push([start, end]);
      return isFree;
    },
  };
}

/**
 * @param {string} classes
 * @param {Record<string, number>} [numbers] custom properties
 */
function box(classes, numbers = {}) {
  const element = document.createElement("div");
  element.className = classes;
  for (const [name, value] of Object.entries(numbers)) element.style.setProperty(name, value.toFixed(4));
  return element;
}
