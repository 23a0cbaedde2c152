// Which system an import looked at, as the collector said that ran for it when the run was recorded.
import type { Instant } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';

/**
 * Imports that runs of collectors with a scope brought, each with that scope. What a collector is pointed at later
 * changes nothing of what it brought before; of two runs that name an import, the first to be recorded says where it looked.
 */
export async function systemsOfImports(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<ReadonlyMap<string, string>> {
  const known = at === undefined ? sql`` : sql`and r.recorded_at <= ${at}`;
  const rows = await sql<{ import_id: string; system: string }>`
    select distinct on (i.import_id) i.import_id, v.definition->>'scope' as system
    from collector_run_imports i
      join collector_runs r on r.org_id = i.org_id and r.run_id = i.run_id
      join collector_versions v on v.org_id = r.org_id and v.name = r.collector
        and v.known_from <= r.recorded_at and (v.known_until is null or v.known_until > r.recorded_at)
    where i.org_id = ${scope.org} and v.definition->>'scope' is not null ${known}
    order by i.import_id, r.recorded_at, r.run_id`.execute(tx);
  return new Map(rows.rows.map(({ import_id, system }) => [import_id, system]));
}
