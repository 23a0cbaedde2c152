// Tables of what is derived from observations for each day.
import type { Instant, PlainDate } from '@assay/core';

/** What one import said of one check within one hour of a day in UTC; it counts while its import stands. */
export interface DayRollupsTable {
  org_id: string;
  day: PlainDate;
  check_key: string;
  import_id: string;
  hour: number;
  passed: number;
  failed: number;
  errors: number;
  unknowns: number;
  not_applicable: number;
  first_at: Instant;
  last_at: Instant;
}

/** From when until when a subject failed a check, by the imports that stand now; without end while it does. */
export interface FailureSpansTable {
  org_id: string;
  check_key: string;
  subject: string;
  from_at: Instant;
  until_at: Instant | null;
}

export interface DaysTables {
  day_rollups: DayRollupsTable;
  failure_spans: FailureSpansTable;
}
