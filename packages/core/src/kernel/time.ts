// Instants (UTC, milliseconds) and plain dates, without a clock: time always comes in as an argument.
import { branded, type Brand } from './brand.ts';

/** An instant in UTC, always `YYYY-MM-DDTHH:MM:SS.mmmZ`, so that text order is time order. */
export type Instant = Brand<string, 'instant'>;

/** A calendar day `YYYY-MM-DD` in the organisation's time zone. */
export type PlainDate = Brand<string, 'plain-date'>;

/** A half-open period: `from` belongs to it, `until` does not. */
export interface Period {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** Days of a month on average: a year of the Julian calendar has 365.25. */
export const DAYS_A_MONTH = 365.25 / 12;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([Zz]|[+-]\d{2}:?\d{2}|UTC)?$/;
const DAY_MS = 86_400_000;
const ZERO = 48;

/** Days since 1970-01-01 of a proleptic Gregorian date (Howard Hinnant's days_from_civil). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
}

/** The plain date of a count of days since 1970-01-01. */
export function dateOfDay(days: number): PlainDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return branded<PlainDate>(
    `${pad(year, 4)}-${pad(month, 2)}-${pad(doy - Math.floor((153 * mp + 2) / 5) + 1, 2)}`,
  );
}

/** Reads `YYYY-MM-DD`; undefined when it is not a real day. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const days = dayNumber(text);
  if (days === undefined) return undefined;
  const date = dateOfDay(days);
  return date === text ? date : undefined;
}

/** Days since 1970-01-01 of a plain date. */
export function dayOfDate(date: PlainDate): number {
  return daysFromCivil(two(date, 0) * 100 + two(date, 2), two(date, 5), two(date, 8));
}

/** 0 for Monday to 6 for Sunday, of a count of days since 1970-01-01, which was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Adds calendar days. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDay(dayOfDate(date) + days);
}

/** Whole days from `a` to `b` (negative when b is earlier). */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return dayOfDate(b) - dayOfDate(a);
}

/** Whether a day lies in a half-open period. */
export function inPeriod(period: Period, date: PlainDate): boolean {
  return date >= period.from && date < period.until;
}

/** Reads an RFC 3339 or ISO 8601 instant; a missing zone is read as UTC; undefined when not real. */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT.exec(text.trim());
  if (!match) return undefined;
  const [, day = '', hh = '', mm = '', ss = '0', fraction = '', zone = 'Z'] = match;
  const date = parsePlainDate(day);
  if (!date || Number(hh) > 23 || Number(mm) > 59 || Number(ss) > 60) return undefined;
  const millis = Number(fraction.padEnd(3, '0').slice(0, 3));
  const seconds = Number(hh) * 3600 + Number(mm) * 60 + Math.min(Number(ss), 59);
  return instantOfMillis(dayOfDate(date) * DAY_MS + seconds * 1000 + millis - zoneMillis(zone));
}

/** The instant of milliseconds since 1970-01-01T00:00Z. */
export function instantOfMillis(millis: number): Instant {
  const whole = Math.floor(millis);
  const days = Math.floor(whole / DAY_MS);
  const rest = whole - days * DAY_MS;
  const time = `${pad(Math.floor(rest / 3_600_000), 2)}:${pad(Math.floor(rest / 60_000) % 60, 2)}:${pad(Math.floor(rest / 1000) % 60, 2)}`;
  return branded<Instant>(`${dateOfDay(days)}T${time}.${pad(rest % 1000, 3)}Z`);
}

/** Milliseconds since 1970-01-01T00:00Z of an instant. */
export function millisOfInstant(instant: Instant): number {
  const days = daysFromCivil(two(instant, 0) * 100 + two(instant, 2), two(instant, 5), two(instant, 8));
  const seconds = two(instant, 11) * 3600 + two(instant, 14) * 60 + two(instant, 17);
  return days * DAY_MS + seconds * 1000 + two(instant, 20) * 10 + instant.charCodeAt(22) - ZERO;
}

/** The UTC day of an instant. */
export function dateOfInstant(instant: Instant): PlainDate {
  return branded<PlainDate>(instant.slice(0, 10));
}

/** The first instant (UTC) of a day. */
export function startOfDay(date: PlainDate): Instant {
  return branded<Instant>(`${date}T00:00:00.000Z`);
}

function dayNumber(text: string): number | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, y, m, d] = match;
  if (Number(m) < 1 || Number(m) > 12 || Number(d) < 1 || Number(d) > 31) return undefined;
  return daysFromCivil(Number(y), Number(m), Number(d));
}

/** Two digits. What is branded has been read before: its digits stand where they stand, and loops are long. */
function two(text: PlainDate | Instant, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * ZERO;
}

function zoneMillis(zone: string): number {
  if (/^[Zz]|UTC$/.test(zone)) return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.replace(/[^0-9]/g, '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4))) * 60_000;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
