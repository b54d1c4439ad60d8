// Keeps the chart in step with the text: the mark of the entry that is being read stands out.

import { entries } from "./page.js";

/** The stretch of the screen in which an entry counts as being read. */
const READING = "-30% 0px -60% 0px";

/** Watches the entries; the mark of the one being read, and its place in the overview, follow. */
export function follow() {
  const marks = new Map(entries.map(({ article, mark }) => [/** @type {Element} */ (article), mark]));
  const overview = /** @type {HTMLElement | null} */ (document.querySelector(".overview-here"));
  const watching = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      const mark = marks.get(target);
      mark?.toggleAttribute("data-reading", isIntersecting);
      if (!isIntersecting || !mark || !overview) continue;
      overview.hidden = false;
      for (const at of ["--a", "--pa"]) overview.style.setProperty(at, mark.style.getPropertyValue(at));
    }
  }, { rootMargin: READING });
  for (const article of marks.keys()) watching.observe(article);
  document.addEventListener("entries", (event) => {
    const { added, removed } = /** @type {CustomEvent<import("./page.js").Changes>} */ (event).detail;
    for (const { article, mark } of added) {
      marks.set(article, mark);
      watching.observe(article);
    }
    for (const { article } of removed) {
      marks.delete(article);
      watching.unobserve(article);
    }
  });
}
