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
/** So many parts before a place, and after it, are as near as the browser looks. */
const BEFORE = 10;
const AFTER = 5;

function waiting() {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll(WAITING)]);
}

/**
 * What waits around a place that is wanted, without what is laid out already.
 * @param {Element | null} place
 */
function around(place) {
  const parts = waiting();
  const own = place?.closest(WAITING);
  const at = own ? parts.indexOf(/** @type {HTMLElement} */ (own)) : -1;
  if (at < 0) return [];
  return parts.slice(Math.max(0, at - BEFORE), at + AFTER).filter((part) => !part.hasAttribute("data-laid"));
}

/** @param {HTMLElement} part */
function layOut(part) {
  part.toggleAttribute("data-laid", true);
  part.closest(".entries")?.toggleAttribute("data-laid", true);
}

/**
 * Lays parts out bit by bit.
 * @param {Iterable<HTMLElement>} parts
 * @param {string} [name] see frames.js
 */
async function layOutGently(parts, name) {
  const { gently } = await import("./frames.js");
  // A group before what is in it: both at once would take long.
  const all = new Set([...parts].flatMap((part) => [part.closest(".entries") ?? part, part]));
  return gently(all, (part) => {
    layOut(part);
    return part.offsetHeight > 0;
  }, name);
}

/**
 * Lays out what is around a place that is wanted: else the browser would do so, and what comes before
 * take less room than it was given, when it has gone there already.
 * @param {Element | null} place
 */
export function leadTo(place) {
  around(place).forEach(layOut);
}

/**
 * Follows a link within the page; where much has to be laid out first, bit by bit.
 * @param {MouseEvent} event
 */
async function follow(event) {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const isPlain = !event.defaultPrevented && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!isPlain || !link?.getAttribute("href")?.startsWith("#")) return;
  const parts = around(document.getElementById(link.hash.slice(1)));
  if (!parts.length) return;
  event.preventDefault();
  // Without what lays it out bit by bit, since the network is gone, the browser does.
  const isWanted = await layOutGently(parts, "way").catch(() => true);
  if (isWanted) location.href = link.href;
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
  // Lane by lane: when the chart comes near, all of them do at once.
  await layOutGently(document.querySelectorAll(".lane:not([data-laid])"));
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
  else waiting().forEach(layOut);
}
addEventListener("click", follow);
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
