// Names of months, and a day as a sentence says it.

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The month of a day that begins `YYYY-MM`: `June`. */
export function monthName(date: string): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
}

/** The same for axes and narrow columns: `Jun`. */
export function shortMonth(date: string): string {
  return monthName(date).slice(0, 3);
}

/** `2026-06-01` as "1 June 2026"; of an instant its day. */
export function dayWords(date: string): string {
  return `${Number(date.slice(8, 10))} ${monthName(date)} ${date.slice(0, 4)}`;
}
