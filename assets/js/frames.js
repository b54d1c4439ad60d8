// Work in small portions, so that the page answers while it is done.

/**
 * Does something for every item, a few in every frame, so that the page always answers; a later
 * call with the same name stops an earlier one.
 * @template T
 * @param {Iterable<T>} items
 * @param {(item: T) => boolean | void} act tells whether it changed what is seen
 * @param {string} [name]
 * @returns {Promise<boolean>} whether it came to the end
 */
export async function gently(items, act, name = "") {
  const turn = {};
  if (name) turns.set(name, turn);
  let changed = 0;
  let until = performance.now() + SLICE;
  for (const item of items) {
    if (act(item)) changed += 1;
    if (changed < BATCH && performance.now() < until) continue;
    await nextFrame();
    if (name && turns.get(name) !== turn) return false;
    changed = 0;
    until = performance.now() + SLICE;
  }
  return true;
}

/** Milliseconds of work, and changes that the browser has to draw, between two frames. */
const SLICE = 4;
export const BATCH = 24;
/** @type {Map<string, object>} */
const turns = new Map();

/** Waits until what has changed is drawn. */
export function nextFrame() {
  // A page that is not seen has no frames.
  return new Promise((resume) => {
    if (document.hidden) setTimeout(resume);
    else requestAnimationFrame(() => setTimeout(resume));
  });
}
