// A time zone of this machine's database as the table of offsets that the window engine takes.
import { instantOfMillis, type Zone, type ZoneOffset } from '@assay/core';

const HOUR = 3_600_000;

/** Whether the machine knows a zone by its IANA name. */
export function isZoneName(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The offsets of a zone between two instants in milliseconds since 1970. */
export function zoneOf(name: string, from: number, until: number): Zone {
  const minutesAt = offsetsOf(name);
  const offsets: ZoneOffset[] = [];
  const standardMinutes = minutesAt(from);
  let held = standardMinutes;
  for (let at = from; at < until; at += 24 * HOUR) {
    const next = minutesAt(at + 24 * HOUR);
    if (next === held) continue;
    offsets.push({ from: instantOfMillis(changeIn(minutesAt, at, at + 24 * HOUR)), minutes: next });
    held = next;
  }
  return { name, standardMinutes, offsets };
}

/** The first minute of the new offset, between an instant of the old one and one of the new. */
function changeIn(minutesAt: (millis: number) => number, before: number, after: number): number {
  let [low, high] = [before, after];
  const old = minutesAt(low);
  while (high - low > 60_000) {
    const middle = low + Math.floor((high - low) / 120_000) * 60_000;
    if (minutesAt(middle) === old) low = middle;
    else high = middle;
  }
  return high;
}

function offsetsOf(name: string): (millis: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (millis) => {
    const parts = new Map(format.formatToParts(millis).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    return Math.round((local - millis) / 60_000);
  };
}
