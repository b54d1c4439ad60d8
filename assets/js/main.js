// The only script that pages start: it brings the others to the elements that need them.

const MODULES = {
  "timeline-chart": "./timeline.js",
  "copy-link": "./copy-link.js",
  "sortable-table": "./sortable-table.js",
};

for (const [element, module] of Object.entries(MODULES)) {
  if (document.querySelector(element)) void import(module);
}
