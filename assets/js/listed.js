// The list of all months and years with events, as the page has it.

/** The links to their pages, in time; a year stands before its months. */
export const listed = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".by-month a"))];

/**
 * What a period is called in addresses: "2022-11".
 * @param {HTMLAnchorElement} link to its page
 */
export function named(link) {
  return /([^/]+)\.html$/.exec(link.pathname)?.[1] ?? "";
}

/**
 * The periods from one to another, with the months of the last.
 * @param {string} first by what it is called
 * @param {string} last
 */
export function between(first, last) {
  const [from, to] = [first, last].map((name) => listed.findIndex((link) => named(link) === name));
  const inLast = listed[to]?.closest("li")?.querySelectorAll("a").length ?? 0;
  return listed.slice(from, to + inLast);
}
