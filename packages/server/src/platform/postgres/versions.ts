// What was known when: rows that are true from one instant until the next, and never change.
import { sql, type RawBuilder } from 'kysely';
import { instantOfMillis, millisOfInstant, type Instant } from '@assay/core';

/** Start of a new version: now, or just after its predecessor when both fall into one millisecond. */
export function startOfNext(previous: Instant | undefined, now: Instant): Instant {
  return previous !== undefined && previous >= now ? instantOfMillis(millisOfInstant(previous) + 1) : now;
}

/** Condition that a version was the known one at an instant; without an instant, that it is the present one. */
export function knownAt(at: Instant | undefined): RawBuilder<boolean> {
  return at === undefined
    ? sql<boolean>`known_until is null`
    : sql<boolean>`known_from <= ${at} and (known_until is null or known_until > ${at})`;
}
