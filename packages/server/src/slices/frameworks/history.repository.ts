// Reads all versions of the word on what applies, and of own catalogues.
import { frameworkFile } from '@assay/contract';
import type { HistoryRow } from '../../platform/postgres/history.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { frameworkDigest } from './digest.ts';

export async function applicabilityVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('applicability')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('known_from')
    .execute();
  return rows.map((row) => ({
    thing: row.requirement,
    document: { ref: row.requirement, applies: row.applies, reason: row.reason },
    from: row.known_from,
    until: row.known_until,
  }));
}

export async function frameworkVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('own_frameworks')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('known_from')
    .execute();
  return rows.map((row) => ({
    thing: row.framework_id,
    document: { framework: row.framework_id, ...frameworkDigest(frameworkFile.parse(row.definition)) },
    from: row.known_from,
    until: row.known_until,
  }));
}
