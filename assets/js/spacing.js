// The reader's own text spacing (WCAG 2.2, 1.4.12), and how much more room it makes labels take.

import { find } from "./page.js";

/** Ems that a letter takes, in text of narrow ones, and letters to a word. */
const LETTER = 0.42;
const WORD = 6;

/**
 * Gives the labels of a chart the room that they take now: so many times what the page reckons with.
 * @param {HTMLElement} chart
 */
export function space(chart) {
  const { fontSize, letterSpacing, wordSpacing } = getComputedStyle(find(chart, ".label"));
  const more = (parseFloat(letterSpacing) || 0) + (parseFloat(wordSpacing) || 0) / WORD;
  const times = Math.max(1, 1 + more / parseFloat(fontSize) / LETTER);
  // As a rule nothing is set: every mark inherits it, and would be styled again.
  if (chart.toggleAttribute("data-spaced", times > 1)) chart.style.setProperty("--spacing", times.toFixed(2));
  else chart.style.removeProperty("--spacing");
  return times;
}
