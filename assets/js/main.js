// The only script that pages start: once there is a first picture, it brings what that could do
// without, and the other scripts to the elements that need them.

const MODULES = {
  "copy-link": "./copy-link.js",
  "sortable-table": "./sortable-table.js",
};

/** Faces of the text; at once where another page has brought them. */
function face() {
  for (const sheet of /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[data-late]"))) sheet.media = "all";
}

/** What waits to be laid out until it comes near (assets/css/parts.css, chart.css). */
const WAITING = ".entries, .entry, .standpoint, .lane";
/** So many elements take less than a frame; where more parts than this wait, they go on waiting. */
const AT_ONCE = 40;
const MANY = 300;

/**
 * Lays out what waits, a little in every frame: then all has its true place and height. A page
 * with very much on it would be slower for it, in every frame from then on.
 * @param {boolean} isUrgent whether a place in the page is wanted now
 */
async function layOut(isUrgent) {
  const parts = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(WAITING))];
  if (parts.length > MANY) return;
  // A face that arrives lays out again whatever is there.
  if (!isUrgent) await frame().then(() => document.fonts.ready);
  let room = 0;
  for (const part of parts) {
    // What stands in a group waits by itself.
    const size = part.matches(".entries") ? part.childElementCount : part.getElementsByTagName("*").length;
    if (!isUrgent && room < size) {
      await frame();
      room = AT_ONCE;
    }
    room -= size;
    part.toggleAttribute("data-laid", true);
  }
}

/** The next frame; a page that is not seen has none. */
function frame() {
  return new Promise((resume) => {
    if (document.hidden) setTimeout(resume);
    else requestAnimationFrame(() => setTimeout(resume));
  });
}

/** Whether the browser is to show a certain place of the page. */
function isSent() {
  const [way] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return Boolean(location.hash) || way?.type !== "navigate";
}

function start() {
  face();
  if (!isSent()) void layOut(false);
  for (const [element, module] of Object.entries(MODULES)) {
    if (document.querySelector(element)) void import(module);
  }
  if (document.querySelector("timeline-chart")) startTimeline();
}

/** Not before the timeline comes near, somebody does something, or the address asks for a view of it. */
function startTimeline() {
  const begun = new AbortController();
  const begin = () => {
    begun.abort();
    nearing.disconnect();
    void import("./timeline.js");
  };
  const nearing = new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) begin();
  }, { rootMargin: "20%" });
  for (const element of document.querySelectorAll("timeline-filters, timeline-chart, timeline-day")) nearing.observe(element);
  for (const sign of ["pointerdown", "keydown", "hashchange"]) addEventListener(sign, begin, { signal: begun.signal });
  if (location.search || location.hash) begin();
}

if (isSent()) void layOut(true);
if (document.referrer.startsWith(location.origin)) face();
// A page that is not seen has no pictures, and not every browser tells of its first.
if (document.hidden || !PerformanceObserver.supportedEntryTypes.includes("paint")) setTimeout(start);
else {
  new PerformanceObserver((pictures, all) => {
    if (!pictures.getEntriesByName("first-contentful-paint").length) return;
    all.disconnect();
    start();
  }).observe({ type: "paint", buffered: true });
}
