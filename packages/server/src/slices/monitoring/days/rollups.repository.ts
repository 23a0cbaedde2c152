// Day rollups: what each import said of each check within each hour of a day, so that a year of looks is a few
// thousand rows. They belong to their import: one that is undone no longer counts, and nothing is computed again.
import type { Id } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';

/** Adds the days that an import touches; returns how many rows that were. */
export async function rollUp(tx: Tx, scope: OrgScope, importId: Id<'import'>): Promise<number> {
  const done =
    await sql`insert into day_rollups (org_id, day, check_key, import_id, hour, passed, failed, errors, unknowns, not_applicable, first_at, last_at)
    ${folded(scope, sql`and o.import_id = ${importId}`)}`.execute(tx);
  return Number(done.numAffectedRows ?? 0n);
}

/** What an import said of each day goes with what it said. */
export async function dropDays(tx: Tx, scope: OrgScope, importId: Id<'import'>): Promise<void> {
  await tx
    .deleteFrom('day_rollups')
    .where('org_id', '=', scope.org)
    .where('import_id', '=', importId)
    .execute();
}

/** Derives every rollup again and compares; the names of those that differ. */
export async function rollupsDiffer(tx: Tx, scope: OrgScope): Promise<readonly string[]> {
  const { rows } = await sql<{ day: string; check_key: string; import_id: string }>`
    with derived as (${folded(scope, sql`and o.import_id in (select import_id from imports where org_id = ${scope.org} and committed_at is not null)`)}),
    held as (select * from day_rollups where org_id = ${scope.org})
    select coalesce(d.day, h.day) as day, coalesce(d.check_key, h.check_key) as check_key, coalesce(d.import_id, h.import_id) as import_id
    from derived d full join held h using (day, check_key, import_id, hour)
    where (d.passed, d.failed, d.errors, d.unknowns, d.not_applicable, d.first_at, d.last_at)
      is distinct from (h.passed, h.failed, h.errors, h.unknowns, h.not_applicable, h.first_at, h.last_at)
    order by 1, 2, 3 limit 100`.execute(tx);
  return rows.map((row) => `${row.day} of ${row.check_key} by import ${row.import_id}`);
}

/** Derives every rollup again and keeps that; returns how many rows there are. */
export async function rebuildRollups(tx: Tx, scope: OrgScope): Promise<number> {
  await sql`delete from day_rollups where org_id = ${scope.org}`.execute(tx);
  const done =
    await sql`insert into day_rollups (org_id, day, check_key, import_id, hour, passed, failed, errors, unknowns, not_applicable, first_at, last_at)
    ${folded(scope, sql`and o.import_id in (select import_id from imports where org_id = ${scope.org} and committed_at is not null)`)}`.execute(
      tx,
    );
  return Number(done.numAffectedRows ?? 0n);
}

/** A word that is none is unknown. Days and hours are those of UTC, whatever the session’s zone is. */
function folded(scope: OrgScope, which: ReturnType<typeof sql>) {
  return sql`select o.org_id, (o.observed_at at time zone 'UTC')::date as day, o.check_key, o.import_id, extract(hour from o.observed_at at time zone 'UTC')::smallint as hour,
      (count(*) filter (where o.status = 'pass'))::int as passed, (count(*) filter (where o.status = 'fail'))::int as failed, (count(*) filter (where o.status = 'error'))::int as errors,
      (count(*) filter (where o.status not in ('pass', 'fail', 'error', 'not_applicable')))::int as unknowns, (count(*) filter (where o.status = 'not_applicable'))::int as not_applicable,
      min(o.observed_at) as first_at, max(o.observed_at) as last_at
    from observations o where o.org_id = ${scope.org} ${which} group by 1, 2, 3, 4, 5`;
}
