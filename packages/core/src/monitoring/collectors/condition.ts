// How a collector stands at an instant: when its next run is due, whether it is late, since when nobody knows.
import { instantOfMillis, millisOfInstant, type Instant } from '../../kernel/index.ts';
import { promisedAt, type Collector } from './collector.ts';
import { collectorOutages, type CollectorOutage } from './outages.ts';
import { judgeRuns, type CollectorRun, type JudgedRun } from './run.ts';

/**
 * on_time: the next run is not due yet. late: it is, but may still come within tolerance. outage: it may not.
 * waiting: no complete run has ever come, and none is overdue.
 */
export const COLLECTOR_STATES = ['on_time', 'waiting', 'late', 'outage', 'retired'] as const;
export type CollectorState = (typeof COLLECTOR_STATES)[number];

export interface CollectorCondition {
  readonly state: CollectorState;
  /** All runs that ended by then, in order of their end. */
  readonly runs: readonly JudgedRun[];
  readonly outages: readonly CollectorOutage[];
  readonly lastComplete: CollectorRun | undefined;
  /** Last complete run, or start, + the interval; undefined once retired. */
  readonly nextDue: Instant | undefined;
  /** Start of the outage that goes on. */
  readonly outageSince: Instant | undefined;
}

const HOUR_MS = 3_600_000;

/** Everything that follows from a collector's promises and runs at an instant. */
export function collectorCondition(
  collector: Collector,
  runs: readonly CollectorRun[],
  at: Instant,
): CollectorCondition {
  const judged = judgeRuns(collector, runs, at);
  const outages = collectorOutages(collector, judged, at);
  const lastComplete = judged.findLast(({ verdict }) => verdict.complete)?.run;
  const retired = collector.retiredAt !== undefined && collector.retiredAt <= at;
  const since = lastComplete?.endedAt ?? collector.startedAt;
  const anchor = since < collector.startedAt ? collector.startedAt : since;
  const due = instantOfMillis(millisOfInstant(anchor) + promisedAt(collector, at).everyHours * HOUR_MS);
  const outageSince = outages.find(({ until }) => until === undefined)?.from;
  return {
    state: stateOf({ retired, dark: outageSince !== undefined, late: due < at, never: !lastComplete }),
    runs: judged,
    outages,
    lastComplete,
    nextDue: retired ? undefined : due,
    outageSince,
  };
}

function stateOf(of: {
  readonly retired: boolean;
  readonly dark: boolean;
  readonly late: boolean;
  readonly never: boolean;
}): CollectorState {
  if (of.retired) return 'retired';
  if (of.dark) return 'outage';
  if (of.late) return 'late';
  return of.never ? 'waiting' : 'on_time';
}
