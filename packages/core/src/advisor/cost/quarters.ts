// In which quarter of the three years money is spent.

export const QUARTERS = 12;
export const QUARTERS_A_YEAR = 4;
const MONTHS = 3;
const HORIZON = QUARTERS * MONTHS;

/** How many times an amount is spent in each quarter. */
export type Schedule = readonly number[];

/** Once, in this month from today; never where that is after three years. */
export function once(month: number): Schedule {
  const quarter = Math.floor(Math.max(0, month) / MONTHS);
  return Array.from({ length: QUARTERS }, (_, i) => (i === quarter ? 1 : 0));
}

/** Each in its month. */
export function each(months: readonly number[]): Schedule {
  return months.map(once).reduce(add, NEVER);
}

/** In this month and every twelve months after. */
export function yearly(first: number): Schedule {
  return each([0, 12, 24, 36].map((later) => Math.max(0, first) + later));
}

/** Evenly from a month until another, once in all. */
export function evenly(from: number, until: number): Schedule {
  const [begin, end] = [Math.max(0, from), Math.max(0, until)];
  if (end - begin < 1e-9) return once(begin);
  return Array.from({ length: QUARTERS }, (_, i) => overlap(i, begin, end) / (end - begin));
}

/** Evenly from a month on, once a year. */
export function running(from: number): Schedule {
  return Array.from({ length: QUARTERS }, (_, i) => overlap(i, Math.max(0, from), HORIZON) / 12);
}

export function times(schedule: Schedule, factor: number): Schedule {
  return schedule.map((amount) => amount * factor);
}

export function add(one: Schedule, other: Schedule): Schedule {
  return one.map((amount, i) => amount + (other[i] ?? 0));
}

export const NEVER: Schedule = Array.from({ length: QUARTERS }, () => 0);

function overlap(quarter: number, from: number, until: number): number {
  return Math.max(0, Math.min(until, (quarter + 1) * MONTHS) - Math.max(from, quarter * MONTHS));
}
