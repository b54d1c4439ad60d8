// The true heights of what is far from view and not laid out (assets/css/parts.css): with them the
// page is as long from the beginning as it will be.

import { gently } from "./frames.js";

/** @param {string} kinds a selector */
async function measureAll(kinds) {
  const parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`:is(${kinds}):not([data-laid])`)]);
  /** @type {Map<HTMLElement, number>} */
  const heights = new Map();
  // Children go first, since what is in a group makes its height.
  if (!await gently(parts.reverse(), (part) => void heights.set(part, measure(part)), "heights")) return;
  // The browser goes by what it remembers of a part that it has drawn, although there may be more in
  // it by now.
  for (const [part, height] of heights) {
    if (Math.abs(part.offsetHeight - height) > 1) part.toggleAttribute("data-laid", true);
  }
}

/**
 * Lays something out, takes its height and lets it go again, before any of it is drawn.
 * @param {HTMLElement} part
 */
function measure(part) {
  part.toggleAttribute("data-laid", true);
  const { height } = part.getBoundingClientRect();
  const { paddingBlockStart, paddingBlockEnd } = getComputedStyle(part);
  const paddings = parseFloat(paddingBlockStart) + parseFloat(paddingBlockEnd);
  const borders = part.offsetHeight - part.clientHeight;
  part.toggleAttribute("data-laid", false);
  part.style.containIntrinsicBlockSize = `${height - paddings - borders}px`;
  return height;
}

let width = 0;
// It calls at the beginning, too.
new ResizeObserver(async ([{ contentRect }]) => {
  if (contentRect.width === width) return;
  ({ width } = contentRect);
  await document.fonts.ready;
  await measureAll(".entries, .entry, .standpoint");
}).observe(document.body);
document.addEventListener("filtered", () => measureAll(".entries"));
