// Days in words: whole months and years by their names, everything else to the day.

import { words, ymd } from "../days.js";

/**
 * Those for days, and the blanks `{when}`, `{from}` and `{to}` to put days into.
 * @typedef {import("../days.js").Phrases & {since: string, until: string, between: string}} Phrases
 */

/**
 * @param {number | null} from the first day, or any
 * @param {number | null} to the last day, or any
 * @param {Phrases} phrases
 */
export function period(from, to, phrases) {
  if (to === null) return from === null ? "" : phrases.since.replace("{when}", words(from, phrases));
  if (from === null) return phrases.until.replace("{when}", words(to, phrases));
  if (!isNamed(from) || !isNamed(to)) {
    return phrases.between.replace("{from}", words(from, phrases)).replace("{to}", words(to, phrases));
  }
  const format = new Intl.DateTimeFormat(phrases.locale, { ...parts(from, to), timeZone: "UTC" });
  return format.formatRange(time(from), time(to));
}

/**
 * As much of the days as has to be said.
 * @param {number} from
 * @param {number} to
 * @returns {Intl.DateTimeFormatOptions}
 */
function parts(from, to) {
  const [, month, day] = ymd(from);
  const [, monthAfter, dayAfter] = ymd(to + 1);
  if (day !== 1 || dayAfter !== 1) return { dateStyle: "long" };
  if (month !== 1 || monthAfter !== 1) return { month: "long", year: "numeric" };
  return { year: "numeric" };
}

/**
 * Whether the calendar of browsers names a day as people do: from the year 1 to 9999.
 * @param {number} day
 */
function isNamed(day) {
  const [year] = ymd(day);
  return year > 0 && year < 10_000;
}

/** @param {number} day */
function time(day) {
  const [year, month, date] = ymd(day);
  return new Date(0).setUTCFullYear(year, month - 1, date);
}
