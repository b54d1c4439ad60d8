// Day numbers: 1 is 0001-01-01 in the proleptic Gregorian calendar, of years of any size.
// The same as timeline/dates/calendar.py; years are astronomical, 0 is 1 BCE.

const DAYS_IN_400_YEARS = 146_097;
const ISO = /^([+-]?\d{4,})-(\d\d)-(\d\d)$/;
const MILLISECONDS = 86_400_000;

/** Days from 0000-03-01 to the first of March of a year, where leap days come last. */
const daysBefore = (/** @type {number} */ year) =>
  365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);

/**
 * The number of a calendar day.
 * @param {number} year
 * @param {number} month 1 to 12
 * @param {number} day
 */
export function dayNumber(year, month, day) {
  const marchYear = month > 2 ? year : year - 1;
  const months = (month + 9) % 12;
  return daysBefore(marchYear) + Math.floor((153 * months + 2) / 5) + day - 306;
}

/**
 * Year, month and day of the month of a day number.
 * @param {number} day
 * @returns {[year: number, month: number, day: number]}
 */
export function ymd(day) {
  const since = day + 305;
  let marchYear = Math.floor((since * 400) / DAYS_IN_400_YEARS);
  if (daysBefore(marchYear + 1) <= since) marchYear += 1;
  if (daysBefore(marchYear) > since) marchYear -= 1;
  const rest = since - daysBefore(marchYear);
  const months = Math.floor((5 * rest + 2) / 153);
  const month = ((months + 2) % 12) + 1;
  return [month > 2 ? marchYear : marchYear + 1, month, rest - Math.floor((153 * months + 2) / 5) + 1];
}

/**
 * A day as ISO 8601 writes it, with the minute where a part of it has passed; outside the years 0 to
 * 9999 always with a sign.
 * @param {number} day
 */
export function iso(day) {
  const whole = Math.floor(day);
  const [year, month, date] = ymd(whole);
  const digits = String(Math.abs(year)).padStart(4, "0");
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  return `${sign}${digits}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}${day > whole ? `T${clock(day)}` : ""}`;
}

/** The time of day, "10:30"; a number that was worked out may be a little too small. @param {number} day */
function clock(day) {
  return new Date((day - Math.floor(day) + 1e-6) * MILLISECONDS).toISOString().slice(11, 16);
}

/**
 * The day that ISO 8601 text names, with the part of it that has passed; null when it names none.
 * @param {string | null} text
 */
export function fromIso(text) {
  const [date, time] = (text ?? "").split("T");
  const parts = ISO.exec(date);
  if (!parts) return null;
  const day = dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  const passed = time ? Date.parse(`1970-01-01T${time}Z`) / MILLISECONDS : 0;
  return iso(day).replace("+", "") === date.replace("+", "") && passed < 1 ? day + passed : null;
}

/**
 * The words for days, `{day}`, `{month}` and `{year}` in them to be filled in. The months are the
 * page's own: to ask the browser for them the first time takes longer than a frame. Where the chart
 * tells times apart there is a `moment`, to be filled in with `{day}` and `{time}`.
 * @typedef {{months: readonly string[], day: string, moment?: string | null, bce: string, ce: string, locale: string}} Phrases
 */

/**
 * A day in words: whole from the year 1 to 9999, beyond them only the year. The year 0 is 1 BCE;
 * years of five digits and more are round figures, and only they have their digits in groups.
 * @param {number} number
 * @param {Phrases} phrases
 */
export function words(number, { months, day, bce, ce, locale }) {
  const [year, month, date] = ymd(Math.floor(number));
  if (year > 0 && year < 10_000) {
    return day.replace("{day}", String(date)).replace("{month}", months[month - 1]).replace("{year}", String(year));
  }
  const counted = year > 0 || year < -9999 ? Math.abs(year) : 1 - year;
  return (year > 0 ? ce : bce).replace("{year}", counted < 10_000 ? String(counted) : round(counted, locale));
}

/** @type {Intl.NumberFormat | undefined} made when it is first needed: that takes longer than all else here */
let exact;
/** @type {Intl.NumberFormat | undefined} */
let million;

/**
 * A round figure in digits, or in words.
 * @param {number} figure
 * @param {string} locale
 */
function round(figure, locale) {
  if (figure < 1e6) return (exact ??= new Intl.NumberFormat(locale)).format(figure);
  million ??= new Intl.NumberFormat(locale, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 1 });
  return million.format(figure);
}

/**
 * When it was, as finely as the chart tells it.
 * @param {number} day with the part of it that had passed
 * @param {Phrases} phrases
 */
export function told(day, phrases) {
  const said = words(day, phrases);
  return phrases.moment?.replace("{day}", said).replace("{time}", clock(day)) ?? said;
}

/**
 * The nearest of the moments that the chart tells apart.
 * @param {number} day
 * @param {Phrases} phrases
 */
export function rounded(day, { moment }) {
  const parts = moment ? 1440 : 1;
  return Math.round(day * parts) / parts;
}
