// Tables of the plan: settings and variants version by version, and approved baselines that are written once.
import type { Instant } from '@assay/core';
import type { ColumnType } from 'kysely';

/** `kind` says what: the one settings of an organisation, or a copy that asks "what if"; `thing` which. */
export interface PlanVersionsTable {
  org_id: string;
  kind: string;
  thing: string;
  revision: number;
  document: ColumnType<unknown, string, string>;
  changed_by: string;
  known_from: Instant;
  known_until: Instant | null;
}

export interface PlanBaselinesTable {
  org_id: string;
  /** `PB-1` */
  baseline_id: string;
  seq: number;
  option: string;
  /** Canonical text of the schedule that was approved. */
  frozen: string;
  digest: string;
  approver: string;
  approver_role: string;
  note: string;
  recorded_by: string;
  approved_at: Instant;
  entry: number;
}

export interface PlanTables {
  plan_versions: PlanVersionsTable;
  plan_baselines: PlanBaselinesTable;
}
