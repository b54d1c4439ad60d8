// Work in small portions, so that the page answers while it is done.

/**
 * Does something for every item, a little in every frame, so that the page always answers. What has
 * a name answers somebody: it stops what an earlier call with that name still does, and begins when
 * the input itself has been drawn.
 * @template T
 * @param {Iterable<T>} items
 * @param {(item: T) => boolean | number | void} act tells whether it changed what is seen, and how much
 * @param {string} [name]
 * @returns {Promise<boolean>} whether it came to the end
 */
export async function gently(items, act, name = "") {
  const turn = {};
  if (name) {
    turns.set(name, turn);
    await nextFrame();
    if (turns.get(name) !== turn) return false;
  }
  let changed = 0;
  let until = performance.now() + SLICE;
  for (const item of items) {
    changed += Number(act(item) ?? 0);
    if (changed < BATCH && performance.now() < until) continue;
    if (changed) layOutAll();
    await (changed ? nextFrame() : pause());
    if (name && turns.get(name) !== turn) return false;
    changed = 0;
    until = performance.now() + SLICE;
  }
  if (changed) layOutAll();
  return true;
}

/** Milliseconds of work, and changes that the browser has to draw, between two frames. */
const SLICE = 3;
const BATCH = 12;
/** @type {Map<string, object>} */
const turns = new Map();

/**
 * Stops what goes on under a name.
 * @param {string} name
 */
export function halt(name) {
  turns.set(name, {});
}

/**
 * Lays out what has changed, now: the next frame then only has to draw it. Both together would take
 * too long for one task of the browser.
 */
export function layOutAll() {
  return document.documentElement.offsetHeight;
}

/** Waits until what has changed is drawn. */
export function nextFrame() {
  // A page that is not seen has no frames.
  return new Promise((resume) => {
    if (document.hidden) setTimeout(resume);
    else requestAnimationFrame(() => setTimeout(resume));
  });
}

/** Lets what has come in meanwhile go first. */
export function pause() {
  return new Promise((resume) => setTimeout(resume));
}
