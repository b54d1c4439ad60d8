// The colours of the page around the frame, which a browser does not tell: it tells the reader's.

/**
 * Makes the style sheets take "light" or "dark" for what the reader prefers; anything else leaves
 * the choice to the reader.
 * @param {string | null} theme
 */
export function wear(theme) {
  if (theme !== "light" && theme !== "dark") return;
  document.documentElement.style.colorScheme = theme;
  for (const sheet of document.styleSheets) {
    try {
      settle(sheet.cssRules, theme === "dark");
    } catch {
      // In a sandbox the site's own style sheet is a stranger's, and may not be read.
    }
  }
}

/**
 * @param {CSSRuleList} rules
 * @param {boolean} isDark
 */
function settle(rules, isDark) {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule && rule.conditionText.includes("prefers-color-scheme: dark")) {
      rule.media.mediaText = isDark ? "all" : "not all";
    } else if (rule instanceof CSSGroupingRule) {
      settle(rule.cssRules, isDark);
    }
  }
}
