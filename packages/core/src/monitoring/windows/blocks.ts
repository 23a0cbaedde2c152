// Why a window cannot start earlier: which control stands in the way of which days.
import { dayOfDate, type ControlCode, type Period, type PlainDate } from '../../kernel/index.ts';
import type { Occurrence } from './occurrence.ts';
import type { ControlAnswer } from './window.ts';

/** A control that deviates from every start before a day. */
export interface Block {
  readonly control: ControlCode;
  /** First start of the window from which it has no deviation; undefined when none has. */
  readonly until: PlainDate | undefined;
  readonly deviations: readonly Occurrence[];
}

/** The controls that stand in the way of the window's own first day, those that do so longest first. */
export function blocksOf(controls: readonly ControlAnswer[], window: Period): readonly Block[] {
  return controls
    .filter(({ deviations }) => deviations.length > 0)
    .map(({ control, deviations, earliestCleanStart }) => ({
      control,
      deviations,
      until: earliestCleanStart,
    }))
    .filter(({ until }) => until !== window.from)
    .sort((a, b) => dayOf(b.until) - dayOf(a.until) || (a.control < b.control ? -1 : 1));
}

function dayOf(until: PlainDate | undefined): number {
  return until === undefined ? Infinity : dayOfDate(until);
}
