// Which system an import looked at, as the collector says that ran for it.
import type { Instant } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import { knownAt } from '../../../platform/postgres/versions.ts';
import type { OrgScope } from '../../access/access.module.ts';

/** Imports that runs of collectors with a scope brought, each with that scope. */
export async function systemsOfImports(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ import_id: string; system: string }>`
    select i.import_id, v.definition->>'scope' as system
    from collector_versions v
      join collector_runs r on r.org_id = v.org_id and r.collector = v.name
      join collector_run_imports i on i.org_id = r.org_id and i.run_id = r.run_id
    where v.org_id = ${scope.org} and v.definition->>'scope' is not null and ${knownAt(at)}`.execute(tx);
  return new Map(rows.rows.map(({ import_id, system }) => [import_id, system]));
}
