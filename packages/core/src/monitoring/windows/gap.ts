// The longest stretch of days that deviations cover.
import type { Occurrence } from './occurrence.ts';
import type { Scoped } from './scoped.ts';

/**
 * In days, within the scope's days up to today; 0 when there are none. Deviations that follow on one another
 * are one gap; a gap closes on the day on which the work was caught up.
 */
export function longestGap({ scope, span, today }: Scoped, deviations: readonly Occurrence[]): number {
  const own = deviations.filter((each) => each.scope === scope.name).sort((a, b) => a.first - b.first);
  let longest = 0;
  let from = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { first, last, caughtUpBy } of own) {
    if (first > until) from = first;
    const closed = caughtUpBy === undefined ? last + 1 : Math.max(last + 1, caughtUpBy.day);
    until = Math.max(until, Math.min(closed, span.last + 1, today + 1));
    longest = Math.max(longest, until - from);
  }
  return longest;
}
