// The latest word on each check and subject of each system: of the imports that stand, the newest; at one instant the
// worst. What another system's look says of a subject of that name takes the place of nothing.
import type { Id, Instant, LatestObservation } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { checkKey, statusOf } from './stored.ts';

/** An import, and whose whole list it is where it is one. */
export interface ImportRun {
  readonly importId: Id<'import'>;
  readonly run: { readonly key: string; readonly at: Instant } | null;
}

/**
 * What one import would change: per check and subject its newest observation against the latest known; and what
 * the list before it named that it does not name again.
 */
export async function compareWithLatest(
  tx: Tx,
  scope: OrgScope,
  { importId, run }: ImportRun,
): Promise<{
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly gone: number;
}> {
  const answer = await sql<{ fresh: number; changed: number; same: number; gone: number }>`
    with newest as (${newestOf(scope, importId)})
    select count(*) filter (where l.check_key is null) as fresh, count(*) filter (where l.check_key is not null and l.status <> n.status) as changed, count(*) filter (where l.status = n.status) as same,
      (select count(*) from latest_observations b where b.org_id = ${scope.org} and b.import_id in (${supersededBy(scope, { importId, run })})
        and not exists (select 1 from newest m where m.check_key = b.check_key and m.subject = b.subject)) as gone
    from newest n left join latest_observations l on l.org_id = ${scope.org} and l.check_key = n.check_key and l.subject = n.subject and l.system = ${systemOf(scope, importId)}`.execute(
    tx,
  );
  const row = answer.rows[0];
  return {
    new: row?.fresh ?? 0,
    changed: row?.changed ?? 0,
    unchanged: row?.same ?? 0,
    gone: row?.gone ?? 0,
  };
}

/** Makes a committed import's observations the latest where they are not older than what is known. */
export async function applyToLatest(
  tx: Tx,
  scope: OrgScope,
  { importId, receivedAt, run }: ImportRun & { readonly receivedAt: Instant },
): Promise<void> {
  if (run) return deriveAgain(tx, scope, { importId, run });
  await sql`insert into latest_observations (org_id, check_key, subject, system, status, observed_at, received_at, severity, message, import_id, seq)
    select ${scope.org}, check_key, subject, ${systemOf(scope, importId)}, status, observed_at, ${receivedAt}, severity, message, ${importId}, seq from (${newestOf(scope, importId)}) n
    on conflict (org_id, check_key, subject, system) do update set status = excluded.status, observed_at = excluded.observed_at, received_at = excluded.received_at, severity = excluded.severity, message = excluded.message, import_id = excluded.import_id, seq = excluded.seq
    where (excluded.observed_at, ${badness('excluded.status')}, excluded.received_at, excluded.import_id) >= (latest_observations.observed_at, ${badness('latest_observations.status')}, latest_observations.received_at, latest_observations.import_id)`.execute(
    tx,
  );
}

/** Takes an undone import out of the latest: what it touched is found again from the imports that still stand. */
export async function withdrawFromLatest(tx: Tx, scope: OrgScope, gone: ImportRun): Promise<void> {
  return deriveAgain(tx, scope, gone);
}

/** Finds again what an import has a word on that has just been said to have looked at a system. */
export async function tellLatestAgain(tx: Tx, scope: OrgScope, named: ImportRun): Promise<void> {
  return deriveAgain(tx, scope, named);
}

/** Finds again everything that an import, or the newest other list of its row for each system, has a word on. */
async function deriveAgain(tx: Tx, scope: OrgScope, { importId, run }: ImportRun): Promise<void> {
  // As an array, so that observations are found by their import rather than read whole.
  const touched = sql`select check_key, subject from observations where org_id = ${scope.org} and import_id = any (array(
      select ${importId} union all (select distinct on (system) import_id from imports where org_id = ${scope.org} and run_key = ${run?.key ?? null} and state = 'committed' and import_id <> ${importId} order by system, run_at desc, import_id desc)))`;
  await sql`delete from latest_observations where org_id = ${scope.org} and (check_key, subject) in (${touched})`.execute(
    tx,
  );
  // From what is touched to its words ("offset 0" holds that order): before the database knows how much it holds, as
  // in its first hour, it would read every import's words and look each up here.
  await sql`insert into latest_observations (org_id, check_key, subject, system, status, observed_at, received_at, severity, message, import_id, seq)
    select distinct on (o.check_key, o.subject, ${system}) o.org_id, o.check_key, o.subject, ${system}, o.status, o.observed_at, i.committed_at, o.severity, o.message, o.import_id, o.seq
    from (select distinct check_key, subject from (${touched}) b) t
    cross join lateral (select * from observations where org_id = ${scope.org} and check_key = t.check_key and subject = t.subject offset 0) o
    join imports i on i.org_id = o.org_id and i.import_id = o.import_id and i.state = 'committed' and ${stands}
    order by o.check_key, o.subject, ${system}, ${newestFirst}`.execute(tx);
}

/** Latest observations, now or as they were known at an instant. */
export async function latestObservations(
  tx: Tx,
  scope: OrgScope,
  { at }: { readonly at?: Instant | undefined } = {},
): Promise<readonly LatestObservation[]> {
  const rows =
    at === undefined
      ? await sql<LatestRow>`select check_key, subject, system, status, observed_at from latest_observations where org_id = ${scope.org}`.execute(
          tx,
        )
      : await sql<LatestRow>`select distinct on (o.check_key, o.subject, i.system) o.check_key, o.subject, i.system, o.status, o.observed_at
        from observations o join (${placedAt(scope, at)}) i on i.import_id = o.import_id
        where o.org_id = ${scope.org} and ${wasCommitted('i', at)} and not exists (select 1 from (${placedAt(scope, at)}) j where j.run_key = i.run_key and j.system = i.system and (j.run_at, j.import_id) > (i.run_at, i.import_id) and ${wasCommitted('j', at)})
        order by o.check_key, o.subject, i.system, ${newestFirst}`.execute(tx);
  return rows.rows.map(latestOf);
}

/** Latest observations as they would stand without the lists whose place an import would take. */
export async function latestWithout(
  tx: Tx,
  scope: OrgScope,
  replaced: ImportRun,
): Promise<readonly LatestObservation[]> {
  const rows =
    await sql<LatestRow>`select check_key, subject, system, status, observed_at from latest_observations where org_id = ${scope.org} and import_id not in (${supersededBy(scope, replaced)})`.execute(
      tx,
    );
  return rows.rows.map(latestOf);
}

/** The newest word of one import on each check and subject, committed or not. */
export async function newestObservations(
  tx: Tx,
  scope: OrgScope,
  importId: Id<'import'>,
): Promise<readonly LatestObservation[]> {
  const rows =
    await sql<LatestRow>`select check_key, subject, ${systemOf(scope, importId)} as system, status, observed_at from (${newestOf(scope, importId)}) n`.execute(
      tx,
    );
  return rows.rows.map(latestOf);
}

/** The latest table as it should be, derived again from everything that was received. */
export async function latestDiffers(tx: Tx, scope: OrgScope): Promise<readonly string[]> {
  const rows = await sql<{ check_key: string; subject: string }>`
    with derived as (
      select distinct on (o.check_key, o.subject, ${system}) o.check_key, o.subject, ${system} as system, o.status, o.observed_at, i.committed_at as received_at, o.severity, o.message, o.import_id, o.seq
      from observations o join imports i on i.org_id = o.org_id and i.import_id = o.import_id and i.state = 'committed' and ${stands}
      where o.org_id = ${scope.org} order by o.check_key, o.subject, ${system}, ${newestFirst})
    select coalesce(d.check_key, l.check_key) as check_key, coalesce(d.subject, l.subject) as subject
    from derived d full join (select * from latest_observations where org_id = ${scope.org}) l on l.check_key = d.check_key and l.subject = d.subject and l.system = d.system
    where (d.status, d.observed_at, d.received_at, d.severity, d.message, d.import_id, d.seq) is distinct from (l.status, l.observed_at, l.received_at, l.severity, l.message, l.import_id, l.seq) limit 100`.execute(
    tx,
  );
  return rows.rows.map((row) => `${row.check_key} for ${row.subject}`);
}

interface LatestRow {
  readonly check_key: string;
  readonly subject: string;
  readonly system: string;
  readonly status: string;
  readonly observed_at: Instant;
}

function latestOf(row: LatestRow): LatestObservation {
  return {
    ...(row.system === '' ? {} : { system: row.system }),
    check: checkKey(row.check_key),
    subject: row.subject,
    status: statusOf(row.status),
    observedAt: row.observed_at,
  };
}

/** The system that import `i` looked at; empty where nothing says one. */
const system = sql`coalesce(i.system, '')`;

/** The same of one import. */
function systemOf(scope: OrgScope, importId: Id<'import'>) {
  return sql`(select coalesce(system, '') from imports where org_id = ${scope.org} and import_id = ${importId})`;
}

/** Imports with the system that they were known to have looked at. */
function placedAt(scope: OrgScope, at: Instant) {
  return sql`select import_id, run_key, run_at, committed_at, undone_at, case when system_since <= ${at} then system else '' end as system from imports where org_id = ${scope.org}`;
}

/**
 * Which word of a system on a check and subject counts, first: the newest; at one instant the worst, as core's latestAt
 * says; then the one that was received last. The import's id makes the order total, so that deriving it
 * again gives the same.
 */
const newestFirst = sql`o.observed_at desc, ${badness('o.status')} desc, i.committed_at desc, o.import_id desc, o.seq desc`;

/** That no newer list of the same system has taken the place of import `i` (core's `standing`). */
const stands = sql`not exists (select 1 from imports j where j.org_id = i.org_id and j.run_key = i.run_key and j.system is not distinct from i.system and (j.run_at, j.import_id) > (i.run_at, i.import_id) and j.state = 'committed')`;

/** Committed imports whose place an import would take. */
function supersededBy(scope: OrgScope, { importId, run }: ImportRun) {
  return sql`select import_id from imports where org_id = ${scope.org} and run_key = ${run?.key ?? null} and state = 'committed' and coalesce(system, '') = ${systemOf(scope, importId)} and (run_at, import_id) < (${run?.at ?? null}::timestamptz, ${importId})`;
}

function wasCommitted(alias: 'i' | 'j', at: Instant) {
  return sql`${sql.ref(`${alias}.committed_at`)} <= ${at} and (${sql.ref(`${alias}.undone_at`)} is null or ${sql.ref(`${alias}.undone_at`)} > ${at})`;
}

/** Rank of a status column: the worse, the higher. */
function badness(column: string) {
  return sql`array_position(array['not_applicable', 'pass', 'unknown', 'error', 'fail'], ${sql.ref(column)})`;
}

function newestOf(scope: OrgScope, importId: Id<'import'>) {
  return sql`select distinct on (check_key, subject) check_key, subject, status, observed_at, severity, message, seq from observations where org_id = ${scope.org} and import_id = ${importId} order by check_key, subject, observed_at desc, ${badness('status')} desc, seq desc`;
}
