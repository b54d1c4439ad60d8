// @ts-check

/**
 * `<sortable-table>`: around a plain table, makes each column's name a button that sorts by it.
 *
 * The table comes sorted as its page wants it. Names sort up, numbers down, and the other way when
 * chosen again; a cell without a number comes last either way. The words are the page's:
 *
 *     <sortable-table data-sort="Sort by {name}" data-ascending="Sorted by {name}, …"
 *       data-descending="…">
 */
class SortableTable extends HTMLElement {
  /** @type {AbortController | undefined} */
  #listening;

  connectedCallback() {
    const head = this.querySelector("thead tr");
    if (!(head instanceof HTMLTableRowElement)) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const [column, cell] of [...head.cells].entries()) {
      const button = cell.querySelector("button") ?? buttonIn(cell, this.dataset.sort ?? "");
      button.addEventListener("click", () => this.sort(column), { signal });
    }
  }

  disconnectedCallback() {
    this.#listening?.abort();
  }

  /** @param {number} column */
  sort(column) {
    const body = this.querySelector("tbody");
    const head = this.querySelector("thead tr");
    if (!body || !(head instanceof HTMLTableRowElement)) return;
    const rows = [...body.rows];
    const isNumeric = rows.some((row) => !Number.isNaN(numberIn(row.cells[column])));
    const now = head.cells[column].getAttribute("aria-sort");
    const up = now ? now === "descending" : !isNumeric;
    body.append(...rows.sort(order(column, isNumeric, up)));
    for (const cell of head.cells) cell.removeAttribute("aria-sort");
    head.cells[column].setAttribute("aria-sort", up ? "ascending" : "descending");
    this.#say(up ? "ascending" : "descending", head.cells[column].textContent.trim());
  }

  /**
   * @param {"ascending" | "descending"} direction
   * @param {string} name
   */
  #say(direction, name) {
    let status = this.querySelector("output");
    if (!status) {
      status = document.createElement("output");
      status.className = "unseen";
      this.append(status);
    }
    status.textContent = (this.dataset[direction] ?? "").replace("{name}", name);
  }
}

/**
 * A column's name as a button; where it is a link, the button stands beside it and says `sort`.
 *
 * @param {HTMLTableCellElement} cell
 * @param {string} sort
 */
function buttonIn(cell, sort) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sorts";
  if (cell.querySelector("a")) {
    button.setAttribute("aria-label", sort.replace("{name}", cell.textContent.trim()));
    cell.append(button);
  } else {
    button.append(...cell.childNodes);
    cell.append(button);
  }
  return button;
}

/**
 * @param {HTMLTableCellElement} cell
 * @returns {number} NaN where the cell holds none
 */
function numberIn(cell) {
  const text = cell.dataset.value ?? (cell.classList.contains("number") ? cell.textContent : "");
  return Number.parseFloat(text || "NaN");
}

/**
 * @param {number} column
 * @param {boolean} isNumeric
 * @param {boolean} up
 * @returns {(a: HTMLTableRowElement, b: HTMLTableRowElement) => number}
 */
function order(column, isNumeric, up) {
  const sign = up ? 1 : -1;
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  return (a, b) => {
    const [first, second] = [a.cells[column], b.cells[column]];
    if (!isNumeric) return sign * collator.compare(textOf(first), textOf(second));
    const [x, y] = [numberIn(first), numberIn(second)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return sign * (x - y);
  };
}

/** @param {HTMLTableCellElement} cell */
function textOf(cell) {
  return cell.textContent.trim();
}

customElements.define("sortable-table", SortableTable);
