// The only script that pages start: once there is a first picture, it brings what that could do
// without, and the other scripts to the elements that need them.

const MODULES = {
  "copy-link": "./copy-link.js",
  "sortable-table": "./sortable-table.js",
};

/** What is not laid out until it comes near (assets/css/parts.css, chart.css). */
const WAITING = ".entries, .entry, .standpoint, .lane";
/** Where more parts than this wait, they go on waiting: it would take seconds to lay them all out. */
const MANY = 300;
/** So many parts before a place are as near as the browser looks. */
const BEFORE = 10;

function waiting() {
  return [...document.querySelectorAll(WAITING)];
}

/**
 * Lays out what comes before a place that is wanted: else it would do so, and take less room than it
 * was given, when the browser has gone there already.
 * @param {Element | null} place
 */
export function leadTo(place) {
  const parts = waiting();
  const own = place?.closest(WAITING);
  const at = own ? parts.indexOf(own) : -1;
  for (const part of parts.slice(Math.max(0, at - BEFORE), at + 1)) {
    part.toggleAttribute("data-laid", true);
    part.closest(".entries")?.toggleAttribute("data-laid", true);
  }
}

/** Whether the browser is to show a certain place of the page. */
function isSent() {
  const [way] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return Boolean(location.hash) || way?.type !== "navigate";
}

async function setFace() {
  await (await import("./face.js")).setFace();
}

async function start() {
  for (const [elements, module] of Object.entries(MODULES)) {
    if (document.querySelector(elements)) void import(module);
  }
  if (document.querySelector("timeline-chart")) startTimeline();
  await (face ?? setFace());
  const { length } = waiting();
  if (!isLaid && length > 0 && length <= MANY) void import("./heights.js");
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

const isLaid = isSent();
if (isLaid) {
  if (waiting().length > MANY) leadTo(document.getElementById(location.hash.slice(1)));
  else for (const part of waiting()) part.toggleAttribute("data-laid", true);
}
addEventListener("click", ({ target }) => {
  const link = target instanceof Element ? target.closest("a") : null;
  if (link?.getAttribute("href")?.startsWith("#")) leadTo(document.getElementById(link.hash.slice(1)));
});
// At once where another page has brought it.
const face = document.referrer.startsWith(location.origin) ? setFace() : null;
// A page that is not seen has no pictures, and not every browser tells of its first.
if (document.hidden || !PerformanceObserver.supportedEntryTypes.includes("paint")) setTimeout(start);
else {
  new PerformanceObserver((pictures, all) => {
    if (!pictures.getEntriesByName("first-contentful-paint").length) return;
    all.disconnect();
    start();
  }).observe({ type: "paint", buffered: true });
}
