// Reads and writes of exclusions: days that do not count, each with reason, owner and end.
import type { ControlCode, Instant, Period } from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import { knownAt } from '../../../platform/postgres/versions.ts';
import { nextNumber, type OrgScope } from '../../access/access.module.ts';
import { nextVersion } from './versions.repository.ts';

export interface ExclusionRecord {
  /** `X-3` */
  readonly id: string;
  readonly seq: number;
  readonly revision: number;
  readonly control: ControlCode;
  readonly scope: string | undefined;
  readonly period: Period;
  readonly reason: string;
  readonly owner: string;
  /** Why it was ended early; empty where it was not. */
  readonly note: string;
  readonly by: string;
  readonly since: Instant;
}

export type ExclusionDraft = Pick<ExclusionRecord, 'control' | 'scope' | 'period' | 'reason' | 'owner'>;

/** Exclusions in order of their numbers; those that have ended stay listed. */
export async function listExclusions(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<readonly ExclusionRecord[]> {
  const rows = await tx
    .selectFrom('exclusion_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    id: row.exclusion_id,
    seq: row.seq,
    revision: row.revision,
    control: row.code,
    scope: row.scope ?? undefined,
    period: { from: row.starts_on, until: row.ends_on },
    reason: row.reason,
    owner: row.owner,
    note: row.note,
    by: row.changed_by,
    since: row.known_from,
  }));
}

export async function addExclusion(
  tx: Tx,
  scope: OrgScope,
  draft: ExclusionDraft,
  now: Instant,
): Promise<ExclusionRecord> {
  const seq = await nextNumber(tx, scope, 'exclusion');
  return writeExclusion(tx, scope, { ...draft, id: `X-${seq}`, seq, note: '' }, now);
}

export async function writeExclusion(
  tx: Tx,
  scope: OrgScope,
  next: ExclusionDraft & Pick<ExclusionRecord, 'id' | 'seq' | 'note'>,
  now: Instant,
): Promise<ExclusionRecord> {
  const version = await nextVersion(tx, scope, {
    table: 'exclusion_versions',
    key: { exclusion_id: next.id },
    now,
  });
  await tx
    .insertInto('exclusion_versions')
    .values({
      ...version,
      exclusion_id: next.id,
      seq: next.seq,
      code: next.control,
      scope: next.scope ?? null,
      reason: next.reason,
      owner: next.owner,
      starts_on: next.period.from,
      ends_on: next.period.until,
      note: next.note,
    })
    .execute();
  return { ...next, revision: version.revision, by: version.changed_by, since: version.known_from };
}
