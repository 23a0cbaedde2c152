// Which bytes an organisation holds.
import type { Instant } from '@assay/core';
import { sql, type Selectable } from 'kysely';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { ArtefactsTable } from './evidence.tables.ts';

export interface ArtefactRecord {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly filename: string;
}

/** One that may be gone. */
export interface HeldArtefact extends ArtefactRecord {
  /** When the key of the bytes was destroyed. */
  readonly erasedAt: Instant | null;
}

export async function findArtefact(
  tx: Tx,
  scope: OrgScope,
  sha256: string,
): Promise<ArtefactRecord | undefined> {
  const row = await tx
    .selectFrom('artefacts')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('sha256', '=', sha256)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row && artefactOf(row);
}

/** Holds stored bytes until the end of the transaction; false when they are not here. */
export async function holdArtefact(tx: Tx, scope: OrgScope, sha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom('artefacts')
    .select('sha256')
    .where('org_id', '=', scope.org)
    .where('sha256', '=', sha256)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** What is held of several hashes, by hash. */
export async function findArtefacts(
  tx: Tx,
  scope: OrgScope,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, ArtefactRecord>> {
  const rows = await tx
    .selectFrom('artefacts')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('sha256', '=', sql<string>`any(${[...new Set(hashes)]}::text[])`)
    .where('erased_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.sha256, artefactOf(row)]));
}

/** Notes stored bytes; answers the hashes that were not noted before. Sorted, so that two calls never wait for each other in a ring. */
export async function noteArtefacts(
  tx: Tx,
  scope: OrgScope,
  artefacts: readonly ArtefactRecord[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const distinct = [...new Map(artefacts.map((each) => [each.sha256, each])).values()];
  if (distinct.length === 0) return new Set();
  const added = await tx
    .insertInto('artefacts')
    .values(
      distinct
        .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
        .map((artefact) => ({
          org_id: scope.org,
          sha256: artefact.sha256,
          size: artefact.size,
          media_type: artefact.mediaType,
          filename: artefact.filename,
          stored_at: now,
        })),
    )
    .onConflict((on) => on.columns(['org_id', 'sha256']).doNothing())
    .returning('sha256')
    .execute();
  return new Set(added.map((row) => row.sha256));
}

/** Everything that was ever stored, erased bytes with it. */
export async function allArtefacts(tx: Tx, scope: OrgScope): Promise<readonly HeldArtefact[]> {
  const rows = await tx
    .selectFrom('artefacts')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('sha256')
    .execute();
  return rows.map(artefactOf);
}

function artefactOf(row: Selectable<ArtefactsTable>): HeldArtefact {
  return {
    sha256: row.sha256,
    size: row.size,
    mediaType: row.media_type,
    filename: row.filename,
    erasedAt: row.erased_at,
  };
}

/** Notes that the keys of bytes are destroyed. */
export async function noteErased(
  tx: Tx,
  scope: OrgScope,
  hashes: readonly string[],
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('artefacts')
    .set({ erased_at: now })
    .where('org_id', '=', scope.org)
    .where('sha256', 'in', hashes)
    .execute();
}
