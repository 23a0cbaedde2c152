// The organisation's time zone as a list of offsets: no clock, no time zone database, the same everywhere.
import { dateOfDay, millisOfInstant, dayOfDate, type Instant, type PlainDate } from '../../kernel/index.ts';

/** From an instant on, local time is UTC plus this many minutes. */
export interface ZoneOffset {
  readonly from: Instant;
  readonly minutes: number;
}

/** Offsets in order of time; before the first one `standardMinutes` holds. */
export interface Zone {
  readonly name: string;
  readonly standardMinutes: number;
  readonly offsets: readonly ZoneOffset[];
}

export const UTC: Zone = { name: 'UTC', standardMinutes: 0, offsets: [] };

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The day, in the zone, on which an instant falls. A day of 23 or 25 hours is one day. */
export function localDay(zone: Zone, instant: Instant): PlainDate {
  return dateOfDay(localDayNumber(zone, millisOfInstant(instant)));
}

/** The same for milliseconds since 1970, as a day number. */
export function localDayNumber(zone: Zone, millis: number): number {
  return Math.floor((millis + offsetAt(zone, millis) * MINUTE) / DAY);
}

/** Milliseconds since 1970 at which a day begins in the zone. */
export function startOfLocalDay(zone: Zone, date: PlainDate): number {
  return startOfDayNumber(zone, dayOfDate(date));
}

/** The same for a day number. A day that begins inside a skipped hour begins after it. */
export function startOfDayNumber(zone: Zone, day: number): number {
  const midnight = day * DAY;
  const before = midnight - offsetAt(zone, midnight - DAY) * MINUTE;
  if (localDayNumber(zone, before) === day && localDayNumber(zone, before - 1) < day) return before;
  return midnight - offsetAt(zone, before) * MINUTE;
}

function offsetAt(zone: Zone, millis: number): number {
  let minutes = zone.standardMinutes;
  for (const offset of zone.offsets) {
    if (millisOfInstant(offset.from) > millis) break;
    minutes = offset.minutes;
  }
  return minutes;
}
