// Tables of collectors.
import type { Instant } from '@assay/core';

export interface CollectorsTable {
  org_id: string;
  name: string;
  kind: string;
  started_at: Instant;
  created_at: Instant;
}
export interface CollectorVersionsTable {
  org_id: string;
  name: string;
  revision: number;
  definition: unknown;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
}
/** Runs name the same checks day after day: each set is kept once. */
export interface CollectorChecksTable {
  org_id: string;
  digest: string;
  checks: string[];
}
export interface CollectorRunsTable {
  org_id: string;
  run_id: string;
  collector: string;
  run_key: string;
  request_hash: string;
  started_at: Instant;
  ended_at: Instant;
  recorded_at: Instant;
  rows: number;
  partial: boolean;
  error: string | null;
  message: string | null;
  formats: string[];
  checks_digest: string;
  made_by: string;
  vouched: unknown;
  vouched_at: Instant | null;
}
export interface CollectorRunImportsTable {
  org_id: string;
  run_id: string;
  import_id: string;
}

export interface CollectorNoticesTable {
  org_id: string;
  collector: string;
  outage_from: Instant;
  noticed_at: Instant;
}

export interface CollectorTables {
  collector_notices: CollectorNoticesTable;
  collectors: CollectorsTable;
  collector_versions: CollectorVersionsTable;
  collector_checks: CollectorChecksTable;
  collector_runs: CollectorRunsTable;
  collector_run_imports: CollectorRunImportsTable;
}
