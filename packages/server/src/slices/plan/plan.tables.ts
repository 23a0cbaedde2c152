// Tables of the plan: settings and variants version by version, and approved baselines that are written once.
import type { Instant } from '@assay/core';
import type { DocumentTable } from '../../platform/postgres/documentTable.ts';

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
  /** The one settings of an organisation, and copies that ask "what if". */
  plan_versions: DocumentTable;
  plan_baselines: PlanBaselinesTable;
}
