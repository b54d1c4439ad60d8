"""What axe-core, the vendored checker of accessibility, finds on a page."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

SOURCE = Path(__file__).with_name("axe.min.js")

ALL = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The tags of all rules for WCAG's levels A and AA, and for good practice beside them."""

COLOURS = ("color-contrast", "link-in-text-block")
"""The only rules that another choice of colours can break."""

RUN = """async ([type, values, exclude]) => {
  const found = await axe.run({include: ["html"], exclude}, {
    runOnly: {type, values}, resultTypes: ["violations"], preload: false,
  });
  return found.violations.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target}: ${failureSummary}`));
}"""


def violations(page: Page, rules: Sequence[str] = (), but: Sequence[str] = ()) -> list[str]:
    """What `page` breaks, of any impact: the rule, the element and what to do, one for each.

    Asks only for the `rules` given by name; for all of them when none is. What matches one of the
    selectors `but` is left out.
    """
    if not page.evaluate("'axe' in window"):
        # A page's policy lets no script in; the browser's own console is not bound by it.
        page.evaluate(SOURCE.read_text("utf-8") + ";0")
    asked = ("rule", list(rules)) if rules else ("tag", list(ALL))
    found: list[str] = page.evaluate(RUN, [*asked, list(but)])
    return found
