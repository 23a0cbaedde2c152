// Records as they are stored, every version of them: what verification compares with the ledger.
import type { Instant } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { recordOf, selectVersions, type EvidenceRecord, type VersionRow } from './evidence.repository.ts';

/** A version as it is stored, for comparing with the ledger; `record` is undefined when it cannot be read. */
export interface StoredVersion {
  readonly id: string;
  readonly seq: number;
  readonly revision: number;
  readonly knownFrom: Instant;
  readonly knownUntil: Instant | null;
  readonly record: EvidenceRecord | undefined;
}

/** Every version of up to `limit` records after one, withdrawn ones too, in order. */
export async function storedVersions(
  tx: Tx,
  scope: OrgScope,
  after: number,
  limit: number,
): Promise<readonly StoredVersion[]> {
  const rows = await selectVersions(tx, scope)
    .select('known_until')
    .where('evidence.seq', 'in', (records) =>
      records
        .selectFrom('evidence')
        .select('seq')
        .where('org_id', '=', scope.org)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit),
    )
    .orderBy('evidence.seq')
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    id: row.evidence_id,
    seq: row.seq,
    revision: row.revision,
    knownFrom: row.known_from,
    knownUntil: row.known_until,
    record: readable(row),
  }));
}

/** A row whose words are all known; serving reads are more forgiving. */
function readable(row: VersionRow): EvidenceRecord | undefined {
  try {
    const record = recordOf(row);
    return record.kind === row.kind && record.method === row.method ? record : undefined;
  } catch {
    return undefined;
  }
}
