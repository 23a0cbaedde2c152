// A number as people type it: thousands apart by spaces or commas, a comma where the point would stand. Pure.

/** Thousands in threes, by one kind of mark, and what follows the point; the first group never begins with a nought. */
const GROUPED = /^[1-9]\d{0,2}(?:([,.])\d{3})(?:\1\d{3})*(?:(?!\1)[,.]\d+)?$/;
const PLAIN = /^(?:\d+[.,]?\d*|[.,]\d+)$/;
const SPACES = /[\s\u00a0\u202f'’]/g;

/**
 * What was typed, or undefined where that is no number. One comma before three digits parts thousands (1,200), any other
 * one is a decimal point (0,92); one point is always a decimal point, as in every number that is shown.
 */
export function numberIn(text: string): number | undefined {
  const bare = text.replace(SPACES, '').replace('−', '-');
  const sign = bare.startsWith('-') ? -1 : 1;
  const digits = bare.replace(/^[-+]/, '');
  const read = Number(pointed(digits));
  return digits !== '' && Number.isFinite(read) && (PLAIN.test(digits) || GROUPED.test(digits))
    ? sign * read
    : undefined;
}

/** The same with its marks between thousands taken out, and a point before its decimals. */
function pointed(digits: string): string {
  const marks = digits.replace(/\d/g, '');
  const mark = GROUPED.exec(digits)?.[1];
  if (mark === undefined || marks === '.') return digits.replace(',', '.');
  const last = marks.at(-1) === mark ? undefined : marks.at(-1);
  const whole = digits.replaceAll(mark, '');
  return last === undefined ? whole : whole.replace(last, '.');
}
