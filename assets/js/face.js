// The face of the text (assets/css/faces.css), put in part by part: on a slow phone setting all words
// anew in one go is felt.

import { gently } from "./frames.js";

/** What has more elements than this is set in parts. */
const MANY = 40;

/** Sets the page in its own face, as soon as that is here. */
export async function setFace() {
  const { body } = document;
  const { fontFamily } = getComputedStyle(body);
  const [own] = getComputedStyle(body).getPropertyValue("--own-serif").split(",");
  try {
    // Letters of other alphabets come with the first that is shown.
    await document.fonts.load(`1em ${own}`, document.title);
  } catch {
    return;  // The one that the machine has does as well.
  }
  if (!performance.getEntriesByName("first-contentful-paint").length) {
    body.dataset.faced = "";
    return;
  }
  if (!isAsWide()) return;
  await gently(parts(body, fontFamily), (part) => {
    part.dataset.faced = "";
    return body.offsetHeight > 0;  // Laid out now, so that it counts.
  });
}

/**
 * Whether the words that are seen stand in a face that is as wide (assets/css/tokens.css). Those in
 * another stay in it, since they would all move; a next page may have its own before it is seen.
 */
function isAsWide() {
  return [...document.fonts].some(({ family, status }) => family.includes("As wide") && status === "loaded");
}

/**
 * What stands in a face, from the inside out, so that nothing is set twice; without what is in another.
 * @param {HTMLElement} whole
 * @param {string} family
 * @returns {Generator<HTMLElement>}
 */
function* parts(whole, family) {
  const children = /** @type {HTMLElement[]} */ ([...whole.children]);
  const isSplit = whole.getElementsByTagName("*").length > MANY && getComputedStyle(whole).fontFamily === family
    && children.some((child) => child.checkVisibility({ contentVisibilityAuto: true }));
  if (isSplit) for (const child of children) yield* parts(child, family);
  yield whole;
}
