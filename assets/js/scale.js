// The time axis: days to fractions of the chart's width and back, straight between knots.
// The knots come from the page (timeline/render/chart/scale.py worked them out).

/** @typedef {[day: number, at: number]} Knot */

export class Scale {
  /** @param {readonly Knot[]} knots at least two, in order */
  constructor(knots) {
    this.knots = knots;
  }

  get first() {
    return Math.floor(this.knots[0][0]);
  }

  /** The day after the last one. */
  get last() {
    return Math.ceil(this.knots[this.knots.length - 1][0]);
  }

  /** The axis as far as the chart goes: to both its ends, as it goes on beside its first and last days. */
  get whole() {
    const { knots } = this;
    /** @type {(at: number, from: Knot, to: Knot) => Knot} */
    const beyond = (at, [day, part], to) => [day + ((at - part) * (to[0] - day)) / (to[1] - part), at];
    const [last, before] = knots.slice(-2).reverse();
    return new Scale([beyond(0, knots[0], knots[1]), ...knots, beyond(1, last, before)]);
  }

  /**
   * Where a day begins, as a fraction; days outside the axis stand at its ends.
   * @param {number} day
   */
  at(day) {
    return between(this.knots, 0, 1, day);
  }

  /**
   * The day at a fraction, with the part of it that has passed.
   * @param {number} fraction
   */
  day(fraction) {
    return between(this.knots, 1, 0, fraction);
  }
}

/**
 * @param {readonly Knot[]} knots
 * @param {0 | 1} known which of a knot's numbers is given
 * @param {0 | 1} wanted
 * @param {number} value
 */
function between(knots, known, wanted, value) {
  const right = knots.findIndex((knot) => knot[known] >= value);
  if (right === 0) return knots[0][wanted];
  if (right < 0) return knots[knots.length - 1][wanted];
  const before = knots[right - 1];
  const after = knots[right];
  const part = (value - before[known]) / (after[known] - before[known]);
  return before[wanted] + part * (after[wanted] - before[wanted]);
}
