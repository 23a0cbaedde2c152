// What is said of losses: the estimate of R-1, the cost of C-07, the one tolerance; each a record that is kept whole.
import type { Instant } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import {
  documentVersions,
  type DocumentRecord,
  type DocumentThing,
} from '../../../platform/postgres/documentVersions.repository.ts';
import type { HistoryRow } from '../../../platform/postgres/history.ts';
import type { OrgScope } from '../../access/access.module.ts';

const KINDS = ['estimate', 'tolerance', 'cost'] as const;
export type LossKind = (typeof KINDS)[number];

export type LossThing = DocumentThing<LossKind>;
export type LossRecord = DocumentRecord<LossKind>;

const kept = documentVersions('loss_versions', KINDS);

export async function listLosses(tx: Tx, scope: OrgScope, at?: Instant): Promise<readonly LossRecord[]> {
  return kept.list(tx, scope, at);
}

/** Writes the next version; the caller holds the turn in which the one before was read. */
export async function writeLoss(
  tx: Tx,
  scope: OrgScope,
  next: LossThing & { readonly document: object },
  now: Instant,
): Promise<number> {
  return kept.write(tx, scope, next, now);
}

export async function lossVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  return kept.versions(tx, scope);
}
