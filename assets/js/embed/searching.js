// The words by which events are found: those of the home page, so that a search finds the same.

import { folded } from "../matching.js";

/**
 * Event → the text of its entry on the home page, with the other names of those who took part.
 * Empty where that page cannot be fetched: from a disk, or in a sandbox.
 * @param {string} home the page's address
 * @returns {Promise<Map<string, string>>}
 */
export async function texts(home) {
  const page = await fetched(home);
  const actors = /** @type {NodeListOf<HTMLOptionElement>} */ (page.querySelectorAll("[name=actor] option"));
  const names = new Map([...actors].map(({ value, dataset }) => [value, `${dataset.name} ${dataset.aliases ?? ""}`]));
  const entries = /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("article[id]"));
  return new Map([...entries].map(({ id, textContent, dataset }) => {
    const acting = (dataset.actors ?? "").split(" ").map((part) => names.get(part.split(":")[0]) ?? "");
    return [id, folded(`${textContent} ${acting.join(" ")}`)];
  }));
}

/** @param {string} address */
async function fetched(address) {
  const answer = await fetch(address).catch(() => null);
  return new DOMParser().parseFromString(answer?.ok ? await answer.text() : "", "text/html");
}
