// Which moments of a schedule are due: those that were missed while nobody ran, too.
import { instantOfMillis, millisOfInstant, type Instant } from '@assay/core';

export interface Rhythm {
  readonly everyMinutes: number;
  /** each: every missed moment is made up for. latest: only the last one, where the others would say nothing new. */
  readonly missed: 'each' | 'latest';
}

/** Most moments that one look makes up for; the next look goes on from there. */
const MOST = 200;
const MINUTE_MS = 60_000;

/** Moments after `since` up to `now`, whole multiples of the rhythm since 1970 in UTC, in order. */
export function dueSlots(rhythm: Rhythm, since: Instant, now: Instant): readonly Instant[] {
  const step = rhythm.everyMinutes * MINUTE_MS;
  const last = Math.floor(millisOfInstant(now) / step);
  const first = Math.floor(millisOfInstant(since) / step) + 1;
  if (first > last) return [];
  if (rhythm.missed === 'latest') return [instantOfMillis(last * step)];
  const count = Math.min(MOST, last - first + 1);
  return Array.from({ length: count }, (_, i) => instantOfMillis((first + i) * step));
}
