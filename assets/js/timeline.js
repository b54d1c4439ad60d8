// The timeline of a page: the chart, what filters it, and what it is filtered to.

import { TimelineChart } from "./chart.js";
import { TimelineDay } from "./day.js";
import { TimelineFilters } from "./filters.js";
import { TimelineOverview } from "./overview.js";
import { follow } from "./reading.js";

customElements.define("timeline-chart", TimelineChart);
customElements.define("timeline-overview", TimelineOverview);
customElements.define("timeline-filters", TimelineFilters);
customElements.define("timeline-day", TimelineDay);
follow();
