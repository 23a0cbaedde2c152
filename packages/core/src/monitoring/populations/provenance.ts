// Where a list comes from, as an auditor asks for it before relying on it (AT-C 205.36): kept with it for ever.
import type { Instant, Period } from '../../kernel/index.ts';

/** Who wrote the days of the rows: the system when it happened, or a person later (rule 9 of windows). */
export const DAY_WRITERS = ['system', 'person'] as const;
export type DayWriter = (typeof DAY_WRITERS)[number];

export interface Provenance {
  /** The system that knows the events: an HR system, a ticket tracker, a Git repository. */
  readonly source: string;
  /** `production` in most cases; a list from a test system proves nothing. */
  readonly environment: string;
  /** Query, report or endpoint, with its parameters, word for word. */
  readonly query: string;
  /** What was left out, and by which filter; empty when nothing was. */
  readonly filters: string;
  /** Days whose events the list holds, all of them; half open. */
  readonly range: Period;
  /** Who or what made the list. */
  readonly generator: string;
  readonly generatedAt: Instant;
  /** Whoever made it says that every page was fetched. */
  readonly everyPage: boolean;
  readonly daysWrittenBy: DayWriter;
}
