// Days as people write them in one column: which of 03/04/2026 is the month, the column has to show.
import { parsePlainDate, type PlainDate } from '../kernel/index.ts';

/** dmy or mdy; undefined where no day of the column is beyond 12, or some are on either side. */
type Order = 'dmy' | 'mdy' | undefined;

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/u;
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u;

/** Reads all days of a column; undefined for a text that is no day or may be two. */
export function daysOf(texts: readonly string[]): readonly (PlainDate | undefined)[] {
  const order = orderOf(texts);
  return texts.map((text) => dayOf(text.trim(), order));
}

function orderOf(texts: readonly string[]): Order {
  const found = texts.flatMap((text) => {
    const [, first, second] = SLASHED.exec(text.trim()) ?? [];
    return first === undefined ? [] : [{ first: Number(first), second: Number(second) }];
  });
  const dmy = found.some(({ first }) => first > 12);
  const mdy = found.some(({ second }) => second > 12);
  if (dmy === mdy) return undefined;
  return dmy ? 'dmy' : 'mdy';
}

function dayOf(text: string, order: Order): PlainDate | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[ T]|$)/u.exec(text)?.[1];
  if (iso !== undefined) return parsePlainDate(iso);
  const dotted = DOTTED.exec(text);
  const [, first = '', second = '', year = ''] = dotted ?? SLASHED.exec(text) ?? [];
  if (year === '' || (dotted === null && order === undefined && first !== second)) return undefined;
  const [day, month] = dotted === null && order === 'mdy' ? [second, first] : [first, second];
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
