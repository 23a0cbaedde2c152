// Which bytes an organisation holds.
import type { Instant } from '@assay/core';
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

/** Notes stored bytes; false when these very bytes were noted before. */
export async function noteArtefact(
  tx: Tx,
  scope: OrgScope,
  artefact: ArtefactRecord,
  now: Instant,
): Promise<boolean> {
  const added = await tx
    .insertInto('artefacts')
    .values({
      org_id: scope.org,
      sha256: artefact.sha256,
      size: artefact.size,
      media_type: artefact.mediaType,
      filename: artefact.filename,
      stored_at: now,
    })
    .onConflict((on) => on.columns(['org_id', 'sha256']).doNothing())
    .returning('sha256')
    .executeTakeFirst();
  return added !== undefined;
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
