// Reads and writes of approved plans: each is written once and never again.
import { ADVICE_OPTIONS, type AdviceOption, type Instant } from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

const optionSchema = z.enum(ADVICE_OPTIONS);

export interface Baseline {
  /** `PB-2` */
  readonly id: string;
  readonly seq: number;
  readonly option: AdviceOption;
  /** Canonical text of the schedule that was approved. */
  readonly frozen: string;
  readonly digest: string;
  readonly approver: string;
  readonly role: string;
  readonly note: string;
  readonly recordedBy: string;
  readonly approvedAt: Instant;
  /** Place of its entry in the ledger. */
  readonly entry: number;
}

/** All baselines, newest first. */
export async function listBaselines(tx: Tx, scope: OrgScope): Promise<readonly Baseline[]> {
  const rows = await tx
    .selectFrom('plan_baselines')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.baseline_id,
    seq: row.seq,
    option: optionSchema.parse(row.option),
    frozen: row.frozen,
    digest: row.digest,
    approver: row.approver,
    role: row.approver_role,
    note: row.note,
    recordedBy: row.recorded_by,
    approvedAt: row.approved_at,
    entry: row.entry,
  }));
}

export async function insertBaseline(tx: Tx, scope: OrgScope, baseline: Baseline): Promise<void> {
  await tx
    .insertInto('plan_baselines')
    .values({
      org_id: scope.org,
      baseline_id: baseline.id,
      seq: baseline.seq,
      option: baseline.option,
      frozen: baseline.frozen,
      digest: baseline.digest,
      approver: baseline.approver,
      approver_role: baseline.role,
      note: baseline.note,
      recorded_by: baseline.recordedBy,
      approved_at: baseline.approvedAt,
      entry: baseline.entry,
    })
    .execute();
}
