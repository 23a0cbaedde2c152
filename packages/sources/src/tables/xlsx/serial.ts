// Days of a spreadsheet: numbers that a number format shows as dates (ECMA-376 part 1, 18.17.4 and 18.8.30).
import { dateOfDay, dayOfDate, parsePlainDate } from '@assay/core/kernel';

/** Built-in formats that show a date, some of them by language. */
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 58],
];

/** Whether a format shows a day; a time alone is no day. */
export function showsDay(format: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([first, last]) => format >= first && format <= last);
  const [first = ''] = code.split(';');
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase();
  return /[dy]/.test(bare);
}

/** `2026-03-01`, or `2026-03-01 14:30:00` with a time; undefined for a number that is no day. */
export function textOfSerial(serial: number, from1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  // 1900 counts a 29 February that never was: number 60.
  const epoch = from1904 ? EPOCH_1904 : whole < 60 ? EPOCH_1900 + 1 : EPOCH_1900;
  if (epoch === undefined || serial < 0 || serial >= 2_958_466 || (whole === 60 && !from1904))
    return undefined;
  const seconds = Math.round((serial - whole) * 86_400);
  const day = dateOfDay(epoch + whole + (seconds === 86_400 ? 1 : 0));
  if (seconds === 0 || seconds === 86_400) return day;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const EPOCH_1900 = dayNumber('1899-12-30');
const EPOCH_1904 = dayNumber('1904-01-01');

function dayNumber(text: string): number {
  const date = parsePlainDate(text);
  return date ? dayOfDate(date) : Number.NaN;
}
