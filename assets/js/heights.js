// The true heights of what is far from view and not laid out (assets/css/parts.css): with them the
// page is as long from the beginning as it will be. Until somebody does something all of it is drawn,
// too: whoever pictures the page, or keeps it for later, has it whole.

import { gently } from "./frames.js";

const PARTS = ".entries, .entry, .standpoint";
/** By which somebody is there. Among all that is laid out the chart would answer half as quickly. */
const SIGNS = ["pointermove", "pointerdown", "wheel", "keydown"];

/** @param {string} kinds */
function waiting(kinds) {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`:is(${kinds}):not([data-laid])`)]);
}

/**
 * @param {string} kinds a selector
 * @returns whether it came to the end
 */
async function measureAll(kinds) {
  /** @type {Map<HTMLElement, number>} */
  const heights = new Map();
  // Children go first, since what is in a group makes its height.
  if (!await gently(waiting(kinds).reverse(), (part) => void heights.set(part, measure(part)), "heights")) return false;
  // The browser goes by what it remembers of a part that it has drawn, although there may be more in
  // it by now.
  for (const [part, height] of heights) {
    if (Math.abs(part.offsetHeight - height) > 1) part.toggleAttribute("data-laid", true);
  }
  return true;
}

/** Lays all of it out until there is a sign of somebody, and then lets it go again. */
async function keepWhole() {
  const parts = waiting(PARTS);
  const before = width;
  isWhole = true;
  const over = new AbortController();
  const release = async () => {
    over.abort();
    await gently(parts, (part) => CHANGE * Number(!part.toggleAttribute("data-laid", false)), "whole");
    if (width !== before) await measureAll(PARTS);
  };
  for (const sign of SIGNS) addEventListener(sign, release, { signal: over.signal, passive: true });
  await gently(parts, (part) => CHANGE * Number(part.toggleAttribute("data-laid", true)), "whole");
}

/** How much of a change it is to lay a part out, or to let it go; see frames.js. */
const CHANGE = 3;
let isWhole = false;

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
  if (await measureAll(PARTS) && !isWhole) await keepWhole();
}).observe(document.body);
document.addEventListener("filtered", () => measureAll(".entries"));
