// What an export reads beside the other slices' own lists.
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

/** Every ledger entry with payload and salt, one a line, so that commitments can be checked offline. */
export async function ledgerDump(tx: Tx, scope: OrgScope): Promise<string> {
  const rows = await tx
    .selectFrom('ledger_entries')
    .select(['seq', 'leaf', 'salt', 'payload', 'artefact'])
    .where('org_id', '=', scope.org)
    .orderBy('seq')
    .execute();
  return rows
    .map(
      (row) =>
        `${JSON.stringify({ index: row.seq, leaf: row.leaf, salt: row.salt.toString('hex'), payload: row.payload, artefact: row.artefact })}\n`,
    )
    .join('');
}
