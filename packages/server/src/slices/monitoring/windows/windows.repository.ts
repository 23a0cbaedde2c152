// Reads and writes of saved windows: plans, windows that are open, periods of reports that were issued.
import type { Instant, Period } from '@assay/core';
import { WINDOW_KINDS } from '@assay/contract';
import type { Tx } from '../../../platform/postgres/database.ts';
import { knownAt } from '../../../platform/postgres/versions.ts';
import { nextNumber, type OrgScope } from '../../access/access.module.ts';
import { nextVersion } from './versions.repository.ts';

export interface WindowRecord {
  /** `W-2` */
  readonly id: string;
  readonly seq: number;
  readonly revision: number;
  readonly name: string;
  readonly kind: (typeof WINDOW_KINDS)[number];
  readonly period: Period;
  readonly by: string;
  readonly since: Instant;
}

export type WindowDraft = Pick<WindowRecord, 'name' | 'kind' | 'period'>;

/** Saved windows in order of their numbers. */
export async function listWindows(tx: Tx, scope: OrgScope, at?: Instant): Promise<readonly WindowRecord[]> {
  const rows = await tx
    .selectFrom('window_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('deleted', '=', false)
    .where(knownAt(at))
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    id: row.window_id,
    seq: row.seq,
    revision: row.revision,
    name: row.name,
    kind: WINDOW_KINDS.find((kind) => kind === row.kind) ?? 'plan',
    period: { from: row.starts_on, until: row.ends_on },
    by: row.changed_by,
    since: row.known_from,
  }));
}

export async function addWindow(
  tx: Tx,
  scope: OrgScope,
  draft: WindowDraft,
  now: Instant,
): Promise<WindowRecord> {
  const seq = await nextNumber(tx, scope, 'window');
  return writeWindow(tx, scope, { ...draft, id: `W-${seq}`, seq }, now);
}

export async function writeWindow(
  tx: Tx,
  scope: OrgScope,
  next: WindowDraft & Pick<WindowRecord, 'id' | 'seq'> & { readonly deleted?: boolean },
  now: Instant,
): Promise<WindowRecord> {
  const version = await nextVersion(tx, scope, {
    table: 'window_versions',
    key: { window_id: next.id },
    now,
  });
  await tx
    .insertInto('window_versions')
    .values({
      ...version,
      window_id: next.id,
      seq: next.seq,
      name: next.name,
      kind: next.kind,
      starts_on: next.period.from,
      ends_on: next.period.until,
      deleted: next.deleted ?? false,
    })
    .execute();
  return {
    id: next.id,
    seq: next.seq,
    name: next.name,
    kind: next.kind,
    period: next.period,
    revision: version.revision,
    by: version.changed_by,
    since: version.known_from,
  };
}
