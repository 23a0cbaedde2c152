// A collector brings results at a rhythm that it has declared: a scanner in CI, a scheduled import, a person.
import type { Instant, NonEmpty } from '../../kernel/index.ts';

export const COLLECTOR_KINDS = ['ci', 'scheduled', 'person'] as const;
export type CollectorKind = (typeof COLLECTOR_KINDS)[number];

/**
 * everything: it names what passes too, so an empty answer says that nothing was looked at.
 * findings: it names only what is wrong, so an empty answer is the best one.
 */
export const COLLECTOR_LISTS = ['everything', 'findings'] as const;
export type CollectorLists = (typeof COLLECTOR_LISTS)[number];

/** Intervals that may pass without a run before the silence is a gap (rule 8 of windows). */
export const DEFAULT_TOLERANCE = 2;

/** What a collector promises, from one instant until the next promise. */
export interface Promised {
  readonly from: Instant;
  /** Hours from one run to the next. */
  readonly everyHours: number;
  /** Multiple of `everyHours` after which silence is an outage; at least 1. */
  readonly tolerance: number;
  readonly lists: CollectorLists;
  /** Readers whose files it brings; none named: any, but the same as the run before. */
  readonly formats: readonly string[];
}

/** A collector's life. Its promises are a history, eldest first; the first holds from the start on. */
export interface Collector {
  /** From here on runs are expected. */
  readonly startedAt: Instant;
  /** From here on none is. */
  readonly retiredAt: Instant | undefined;
  readonly promises: NonEmpty<Promised>;
}

/** The promise that holds at an instant. */
export function promisedAt({ promises }: Collector, at: Instant): Promised {
  const [first] = promises;
  return promises.reduce((held, each) => (each.from <= at && each.from >= held.from ? each : held), first);
}
