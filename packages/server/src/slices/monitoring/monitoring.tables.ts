// Tables of the monitoring slice.
import type { Instant } from '@assay/core';

export interface ObservationsTable {
  org_id: string;
  import_id: string;
  seq: number;
  check_key: string;
  subject: string;
  status: string;
  observed_at: Instant;
  severity: string | null;
  message: string | null;
}
export interface LatestObservationsTable {
  org_id: string;
  check_key: string;
  subject: string;
  /** Empty where nothing says which system was looked at. */
  system: string;
  status: string;
  observed_at: Instant;
  received_at: Instant;
  severity: string | null;
  message: string | null;
  import_id: string;
  seq: number;
}
export interface CheckControlsTable {
  org_id: string;
  check_key: string;
  controls: string[];
  known_from: Instant;
  known_until: Instant | null;
}

export interface MonitoringTables {
  observations: ObservationsTable;
  latest_observations: LatestObservationsTable;
  check_controls: CheckControlsTable;
}
