// How a version is followed by the next: the one that stands is closed at the instant at which the next begins.
import type { Instant } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { startOfNext } from './versions.ts';

/** What every new version of a thing carries. */
export interface NextVersion {
  readonly org_id: string;
  readonly revision: number;
  readonly changed_by: string;
  readonly known_from: Instant;
  readonly known_until: null;
}

/** Closes the version that stands, if there is one, and numbers the next. */
export async function versionAfter(
  tx: Tx,
  scope: { readonly org: string; readonly principal: { readonly name: string } },
  of: { readonly table: string; readonly key: Readonly<Record<string, string>>; readonly now: Instant },
): Promise<NextVersion> {
  const same = Object.entries(of.key).map(([column, value]) => sql`and ${sql.ref(column)} = ${value}`);
  const which = sql`org_id = ${scope.org} and known_until is null ${sql.join(same, sql` `)}`;
  const { rows } = await sql<{ revision: number; known_from: Instant }>`
    select revision, known_from from ${sql.table(of.table)} where ${which} for update`.execute(tx);
  const from = startOfNext(rows[0]?.known_from, of.now);
  await sql`update ${sql.table(of.table)} set known_until = ${from} where ${which}`.execute(tx);
  return {
    org_id: scope.org,
    revision: (rows[0]?.revision ?? 0) + 1,
    changed_by: scope.principal.name,
    known_from: from,
    known_until: null,
  };
}
