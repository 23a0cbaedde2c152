// Which bytes an organisation holds.
import type { Instant } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

export interface ArtefactRecord {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly filename: string;
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
    .executeTakeFirst();
  return row && { sha256: row.sha256, size: row.size, mediaType: row.media_type, filename: row.filename };
}

/** Holds stored bytes until the end of the transaction; false when they are not here. */
export async function holdArtefact(tx: Tx, scope: OrgScope, sha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom('artefacts')
    .select('sha256')
    .where('org_id', '=', scope.org)
    .where('sha256', '=', sha256)
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
    .execute();
  return new Map(
    rows.map((row) => [
      row.sha256,
      { sha256: row.sha256, size: row.size, mediaType: row.media_type, filename: row.filename },
    ]),
  );
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

export async function allArtefacts(tx: Tx, scope: OrgScope): Promise<readonly ArtefactRecord[]> {
  const rows = await tx
    .selectFrom('artefacts')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('sha256')
    .execute();
  return rows.map((row) => ({
    sha256: row.sha256,
    size: row.size,
    mediaType: row.media_type,
    filename: row.filename,
  }));
}
