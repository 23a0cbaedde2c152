// The organisation's time zone as a list of offsets: no clock, no time zone database, the same everywhere.
import { dateOfDay, millisOfInstant, type Instant, type PlainDate } from '../../kernel/index.ts';

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

/** A zone read once: instants in milliseconds since 1970, days as day numbers. */
export interface LocalTime {
  /** The day on which an instant falls. A day of 23 or 25 hours is one day. */
  readonly dayOf: (millis: number) => number;
  /** The first instant of a day. A day that begins inside a skipped hour begins after it. */
  readonly startOf: (day: number) => number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Reads a zone. */
export function localTime(zone: Zone): LocalTime {
  const offsets = zone.offsets.map(({ from, minutes }) => ({ from: millisOfInstant(from), minutes }));
  const shiftAt = (millis: number): number => {
    let minutes = zone.standardMinutes;
    for (const offset of offsets) {
      if (offset.from > millis) break;
      minutes = offset.minutes;
    }
    return minutes * MINUTE;
  };
  const dayOf = (millis: number): number => Math.floor((millis + shiftAt(millis)) / DAY);
  const startOf = (day: number): number => {
    const before = day * DAY - shiftAt(day * DAY - DAY);
    if (dayOf(before) === day && dayOf(before - 1) < day) return before;
    return day * DAY - shiftAt(before);
  };
  return { dayOf, startOf };
}

/** The day, in the zone, on which an instant falls. */
export function localDay(zone: Zone, instant: Instant): PlainDate {
  return dateOfDay(localTime(zone).dayOf(millisOfInstant(instant)));
}
