// Reads all versions of the settings.
import { z } from 'zod';
import type { HistoryRow } from '../../platform/postgres/history.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from './scope.ts';

export async function settingsVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('organisation_versions')
    .select(['revision', 'settings', 'known_from', 'known_until'])
    .where('org_id', '=', scope.org)
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    thing: 'of the organisation',
    document: { revision: row.revision, settings: z.json().parse(row.settings) },
    from: row.known_from,
    until: row.known_until,
  }));
}
