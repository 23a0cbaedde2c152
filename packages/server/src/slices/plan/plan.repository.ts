// What is said of the plan, and its variants: each a record that is kept whole.
import type { Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import {
  documentVersions,
  type DocumentRecord,
  type DocumentThing,
} from '../../platform/postgres/documentVersions.repository.ts';
import type { HistoryRow } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';

const KINDS = ['settings', 'variant'] as const;
export type PlanKind = (typeof KINDS)[number];

export type PlanThing = DocumentThing<PlanKind>;
export type PlanRecord = DocumentRecord<PlanKind>;

const kept = documentVersions('plan_versions', KINDS);

export async function listPlan(tx: Tx, scope: OrgScope, at?: Instant): Promise<readonly PlanRecord[]> {
  return kept.list(tx, scope, at);
}

/** Writes the next version; the caller holds the turn in which the one before was read. */
export async function writePlan(
  tx: Tx,
  scope: OrgScope,
  next: PlanThing & { readonly document: object },
  now: Instant,
): Promise<number> {
  return kept.write(tx, scope, next, now);
}

export async function planVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  return kept.versions(tx, scope);
}
