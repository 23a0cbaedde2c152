// Tables of the statement of applicability and of obligations.
import type { Instant, PlainDate } from '@assay/core';
import type { ColumnType } from 'kysely';

interface Versioned {
  org_id: string;
  revision: number;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
}
export interface ObligationVersionsTable extends Versioned {
  obligation_id: string;
  seq: number;
  kind: string;
  title: string;
  clause: string;
  demand: string;
  owner: string | null;
  ended_on: PlainDate | null;
}
export interface SoaRowVersionsTable extends Versioned {
  row_id: string;
  notes: ColumnType<unknown, string, string>;
}
/** Written once: an approved version never changes. */
export interface SoaVersionsTable {
  org_id: string;
  version_id: string;
  seq: number;
  framework: string;
  rows: number;
  /** Canonical text of what was frozen. */
  frozen: string;
  digest: string;
  approver: string;
  approver_role: string;
  note: string;
  recorded_by: string;
  approved_at: Instant;
  entry: number;
}

export interface SoaTables {
  obligation_versions: ObligationVersionsTable;
  soa_row_versions: SoaRowVersionsTable;
  soa_versions: SoaVersionsTable;
}
