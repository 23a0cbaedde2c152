// Reads all versions of the controls that checks speak for.
import type { HistoryRow } from '../../platform/postgres/history.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

export async function checkVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('check_controls')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('known_from')
    .execute();
  return rows.map((row) => ({
    thing: row.check_key,
    document: { check: row.check_key, controls: row.controls },
    from: row.known_from,
    until: row.known_until,
  }));
}
