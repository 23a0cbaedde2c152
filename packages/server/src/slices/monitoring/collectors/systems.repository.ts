// Which system an import looked at, as the collector said that ran for it when the run was recorded.
import type { Instant } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';

/** What the system is called that an import looked at, where something says so. */
export type SystemsOfImports = ReadonlyMap<string, string>;

/**
 * Imports that runs of collectors with a scope brought, each with that scope. What a collector is pointed at later
 * changes nothing of what it brought before; of two runs that name an import, the first to be recorded says where it looked.
 */
export async function systemsOfImports(tx: Tx, scope: OrgScope, at?: Instant): Promise<SystemsOfImports> {
  const known = at === undefined ? sql`` : sql`and system_since <= ${at}`;
  const { rows } = await sql<{ import_id: string; system: string }>`
    select import_id, system from imports where org_id = ${scope.org} and system is not null ${known}`.execute(
    tx,
  );
  return new Map(rows.map(({ import_id, system }) => [import_id, system]));
}

/** Imports whose system is not the one that collectors and runs give. */
export async function systemsDiffer(tx: Tx, scope: OrgScope): Promise<readonly string[]> {
  const { rows } = await sql<{ import_id: string }>`
    with derived as (
      select distinct on (i.import_id) i.import_id, v.definition->>'scope' as system, r.recorded_at
      from collector_run_imports i
        join collector_runs r on r.org_id = i.org_id and r.run_id = i.run_id
        join collector_versions v on v.org_id = r.org_id and v.name = r.collector
          and v.known_from <= r.recorded_at and (v.known_until is null or v.known_until > r.recorded_at)
      where i.org_id = ${scope.org} and v.definition->>'scope' is not null
      order by i.import_id, r.recorded_at, r.run_id)
    select i.import_id from imports i left join derived d on d.import_id = i.import_id
    where i.org_id = ${scope.org} and (i.system, i.system_since) is distinct from (d.system, d.recorded_at) order by 1 limit 100`.execute(
    tx,
  );
  return rows.map(({ import_id }) => import_id);
}
