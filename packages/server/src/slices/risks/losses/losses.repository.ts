// Reads and writes of what is said of losses: one row a version, the whole record in it.
import type { Instant } from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { HistoryRow } from '../../../platform/postgres/history.ts';
import { knownAt, startOfNext } from '../../../platform/postgres/versions.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { LossDocument } from './losses.stored.ts';

export const LOSS_KINDS = ['estimate', 'tolerance', 'cost'] as const;
export type LossKind = (typeof LOSS_KINDS)[number];

/** Which record: the estimate of R-1, the cost of C-07, the organisation's one tolerance. */
export interface LossThing {
  readonly kind: LossKind;
  readonly thing: string;
}

export interface LossRecord extends LossThing {
  readonly document: unknown;
  readonly revision: number;
  readonly by: string;
  readonly since: Instant;
}

const kindSchema = z.enum(LOSS_KINDS);
const json = z.record(z.string(), z.json());

export async function listLosses(tx: Tx, scope: OrgScope, at?: Instant): Promise<readonly LossRecord[]> {
  const rows = await tx
    .selectFrom('loss_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .execute();
  return rows.map((row) => ({
    kind: kindSchema.parse(row.kind),
    thing: row.thing,
    document: row.document,
    revision: row.revision,
    by: row.changed_by,
    since: row.known_from,
  }));
}

/** Writes the next version; the caller holds the turn in which `held` was read. */
export async function writeLoss(
  tx: Tx,
  scope: OrgScope,
  next: LossThing & { readonly held: LossRecord | undefined; readonly document: LossDocument },
  now: Instant,
): Promise<number> {
  const { kind, thing, held } = next;
  const since = startOfNext(held?.since, now);
  await tx
    .updateTable('loss_versions')
    .set({ known_until: since })
    .where('org_id', '=', scope.org)
    .where('kind', '=', kind)
    .where('thing', '=', thing)
    .where('known_until', 'is', null)
    .execute();
  const revision = (held?.revision ?? 0) + 1;
  await tx
    .insertInto('loss_versions')
    .values({
      org_id: scope.org,
      kind,
      thing,
      revision,
      document: JSON.stringify(next.document),
      changed_by: scope.principal.name,
      known_from: since,
      known_until: null,
    })
    .execute();
  return revision;
}

/** All versions in the words of the ledger's payloads. */
export async function lossVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('loss_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('kind')
    .orderBy('thing')
    .orderBy('revision')
    .execute();
  return rows.map(({ kind, thing, document, revision, known_from: from, known_until: until }) => ({
    thing: `${kind} ${thing}`,
    document: { ...json.parse(document), kind, thing, revision },
    from,
    until,
  }));
}
