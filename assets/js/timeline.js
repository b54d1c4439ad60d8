// The timeline of a page: the chart, what filters it, and what it is filtered to.

import { TimelineChart } from "./chart.js";
import { TimelineDay } from "./day.js";
import { TimelineFilters } from "./filters.js";
import { nextFrame } from "./frames.js";
import { TimelineOverview } from "./overview.js";
import { follow } from "./reading.js";

// One in a frame, so that the page answers while they start. The overview needs the chart.
customElements.define("timeline-chart", TimelineChart);
await nextFrame();
customElements.define("timeline-overview", TimelineOverview);
await nextFrame();
customElements.define("timeline-filters", TimelineFilters);
await nextFrame();
customElements.define("timeline-day", TimelineDay);
await nextFrame();
follow();
// A timeline that is too large for one page.
if (document.querySelector(".cells")) {
  const { Months } = await import("./months.js");
  new Months(/** @type {TimelineChart} */ (document.querySelector("timeline-chart"))).watch();
}
