// What filters leave is shown in the text and in the chart, and all else steps back.

import { gently } from "./frames.js";
import { members } from "./marks.js";
import { byId, entries, find, form, phrases, say } from "./page.js";

/** @typedef {import("./page.js").Entry} Entry */

/**
 * Shows some events, a few in every frame, and no others.
 * @param {ReadonlySet<Entry>} wanted
 * @param {Entry | undefined} chosen which is shown in any case
 * @returns whether it came to the end, before somebody wanted others
 */
export async function showOnly(wanted, chosen) {
  const isOut = (/** @type {Entry} */ entry) => !wanted.has(entry) && entry !== chosen;
  for (const entry of entries) entry.isOut = isOut(entry);
  // Before any mark goes: none that Tab reaches may be among them.
  document.dispatchEvent(new Event("filtering"));
  // Within it: the whole page would be gone through at every letter.
  const sheet = find(document, ".sheet");
  const parts = new Set([...sheet.querySelectorAll(":scope > .lane"), ...entries.flatMap(({ within }) => within)]);
  const open = new Set(entries.flatMap((entry) => (isOut(entry) ? [] : entry.within)));
  // From the last one: else texts would come into view, and be laid out, only to go, too.
  const texts = entries.filter((entry) => entry.article.hidden !== isOut(entry)).reverse();
  const drawn = new Set(texts.filter(isDrawn));
  return (
    (await gently(parts, (part) => (open.has(part) ? close(part, false) : 0), "filters")) &&
    (await gently(texts, (entry) => hide(entry.article, isOut(entry), drawn.has(entry)), "filters")) &&
    // Lane by lane, so that only one is drawn anew at a time.
    (await gently(byId.values(), (entry) => dim(entry, isOut(entry)), "filters")) &&
    (await gently(parts, (part) => close(part, !open.has(part)), "filters")) &&
    (await gently(sheet.querySelectorAll(".heap"), count, "filters"))
  );
}

/**
 * Closes a month or lane in which nothing is left, or opens it.
 * @param {Element} part
 * @param {boolean} isClosed
 * @returns how much of a change that is, in marks
 */
function close(part, isClosed) {
  if (part.hasAttribute("data-closed") === isClosed) return 0;
  part.toggleAttribute("data-closed", isClosed);
  return part.matches(".lane") ? 12 : 3;
}

/**
 * Whether the text of an event is so near to the window that it has been drawn.
 * @param {Entry} entry
 */
function isDrawn({ article }) {
  // Of what is not laid out to ask for the place would do so.
  if (!article.checkVisibility({ contentVisibilityAuto: true })) return false;
  const { top, bottom } = article.getBoundingClientRect();
  return bottom > -innerHeight && top < 2 * innerHeight;
}

/**
 * Hides the text of an event, or shows it.
 * @param {HTMLElement} article
 * @param {boolean} isHidden
 * @param {boolean} wasDrawn
 * @returns how much of a change that is, in marks
 */
function hide(article, isHidden, wasDrawn) {
  if (article.hidden === isHidden) return 0;
  article.hidden = isHidden;
  return wasDrawn ? 4 : 0.25;
}

/**
 * Dims the mark of an event, or shows it.
 * @param {Entry} entry
 * @param {boolean} isOut
 * @returns whether that is a change, of one mark
 */
function dim(entry, isOut) {
  if (entry.mark.hasAttribute("data-out") === isOut) return false;
  entry.mark.toggleAttribute("data-out", isOut);
  entry.mark.ariaHidden = isOut ? "true" : null;
  return true;
}

/**
 * Makes a heap say how many of its members are left.
 * @param {Element} element
 */
function count(element) {
  const heap = /** @type {HTMLElement} */ (element);
  const link = find(heap, "a");
  const left = members(heap).filter(({ isOut }) => !isOut).length;
  if (link.textContent === `+${left}`) return false;
  heap.hidden = left === 0;
  find(link, "span").textContent = `+${left}`;
  link.ariaLabel = say(form(phrases.heap, left), { n: left });
  return true;
}
