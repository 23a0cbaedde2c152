// All versions of the method and of risks, in the words of the ledger's payloads.
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import type { HistoryRow } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';

const json = z.record(z.string(), z.json());

export async function methodVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('risk_methods')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    thing: scope.org,
    document: { ...json.parse(row.document), revision: row.revision },
    from: row.known_from,
    until: row.known_until,
  }));
}

export async function riskVersions(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const rows = await tx
    .selectFrom('risk_versions')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('seq')
    .orderBy('revision')
    .execute();
  return rows.map((row) => ({
    thing: row.code,
    document: { ...json.parse(row.document), code: row.code, revision: row.revision },
    from: row.known_from,
    until: row.known_until,
  }));
}
