// Parts of another page of this site, made fit to stand on this one.

/**
 * Takes a part out of its page. Its links lead where they led there; its headings stand below those
 * of months.
 * @template {HTMLElement} E
 * @param {E} part
 * @param {string} address of its page
 */
export function fitted(part, address) {
  for (const name of ["href", "src"]) {
    for (const element of part.querySelectorAll(`[${name}]:not([${name}^="#"])`)) {
      element.setAttribute(name, new URL(element.getAttribute(name) ?? "", address).href);
    }
  }
  if (part.querySelector("h3.entry-title")) lower(part);
  return document.adoptNode(part);
}

/**
 * Makes all headings one step smaller.
 * @param {HTMLElement} part
 */
function lower(part) {
  for (const heading of part.querySelectorAll("h3, h4, h5")) {
    const lower = document.createElement(`h${Number(heading.tagName[1]) + 1}`);
    for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
}
