// Spans over which a subject failed a check: from the first failing word until one that does not fail, or until the
// list that named it was replaced by one without it. Kept for the imports that stand now.
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { ImportRun } from '../latest.repository.ts';

/**
 * Tells again, for what an import touches and from the first day that it touches on, when it failed; after its
 * commit and after its undoing. Returns how many subjects were looked at: those that pass and always did are not.
 */
export async function respan(tx: Tx, scope: OrgScope, told: ImportRun): Promise<number> {
  const imports = [told.importId, ...(await listBefore(tx, scope, told))];
  const { rows } = await sql<{ touched: number }>`
    with brought as (
      select check_key, subject, min(observed_at) as at, bool_or(status = 'fail') as fails from observations
      where org_id = ${scope.org} and import_id = any (${imports}::text[])
      group by check_key, subject),
    touched as (
      select * from brought b where b.fails or exists (select 1 from failure_spans s where s.org_id = ${scope.org} and s.check_key = b.check_key and s.subject = b.subject)),
    removed as (
      delete from failure_spans s using touched t where s.org_id = ${scope.org} and s.check_key = t.check_key and s.subject = t.subject
        and (s.until_at is null or s.until_at >= t.at) returning s.check_key, s.subject, s.from_at),
    starts as (
      select t.check_key, t.subject, least(t.at, min(r.from_at)) as at from touched t left join removed r using (check_key, subject) group by t.check_key, t.subject, t.at),
    added as (
      insert into failure_spans (org_id, check_key, subject, from_at, until_at)
      ${spans(scope, sql`starts s cross join lateral (select * from observations o where o.org_id = ${scope.org} and o.check_key = s.check_key and o.subject = s.subject and o.observed_at >= s.at) o`)})
    select count(*) as touched from touched`.execute(tx);
  return rows[0]?.touched ?? 0;
}

/** The list whose place a list takes. Asked first: with ids at hand the database finds rows by them, in any partition. */
async function listBefore(tx: Tx, scope: OrgScope, { importId, run }: ImportRun): Promise<readonly string[]> {
  if (!run) return [];
  const { rows } = await sql<{ import_id: string }>`
    select import_id from imports where org_id = ${scope.org} and run_key = ${run.key} and state = 'committed'
      and (run_at, import_id) < (${run.at}::timestamptz, ${importId}) order by run_at desc, import_id desc limit 1`.execute(
    tx,
  );
  return rows.map((row) => row.import_id);
}

/** Derives every span again and compares; the names of those that differ. */
export async function spansDiffer(tx: Tx, scope: OrgScope): Promise<readonly string[]> {
  const { rows } = await sql<{ check_key: string; subject: string }>`
    with derived as (${every(scope)}), held as (select * from failure_spans where org_id = ${scope.org})
    select coalesce(d.check_key, h.check_key) as check_key, coalesce(d.subject, h.subject) as subject
    from derived d full join held h using (check_key, subject, from_at)
    where (d.org_id, d.until_at) is distinct from (h.org_id, h.until_at) order by 1, 2 limit 100`.execute(tx);
  return rows.map((row) => `${row.check_key} for ${row.subject}`);
}

/** Derives every span again and keeps that; returns how many there are. */
export async function rebuildSpans(tx: Tx, scope: OrgScope): Promise<number> {
  await sql`delete from failure_spans where org_id = ${scope.org}`.execute(tx);
  const done =
    await sql`insert into failure_spans (org_id, check_key, subject, from_at, until_at) ${every(scope)}`.execute(
      tx,
    );
  return Number(done.numAffectedRows ?? 0n);
}

/** Only what ever failed has a span. */
function every(scope: OrgScope) {
  return spans(
    scope,
    sql`(select distinct check_key, subject from observations where org_id = ${scope.org} and status = 'fail') s join observations o on o.org_id = ${scope.org} and o.check_key = s.check_key and o.subject = s.subject`,
  );
}

/** At one instant the failing word is the last. A failing word holds until the next one; what touches is one span. */
function spans(scope: OrgScope, source: ReturnType<typeof sql>) {
  return sql`
    with gone as materialized (
      select import_id, lead(run_at) over (partition by run_key order by run_at, import_id) as gone_at from imports where org_id = ${scope.org} and state = 'committed' and run_key is not null),
    words as (
      select o.check_key, o.subject, o.status, o.observed_at as from_at,
        least(g.gone_at, lead(o.observed_at) over (partition by o.check_key, o.subject order by o.observed_at, (o.status = 'fail'), o.import_id, o.seq)) as until_at
      from ${source} join imports i on i.org_id = ${scope.org} and i.import_id = o.import_id and i.state = 'committed' left join gone g on g.import_id = o.import_id),
    failing as (select check_key, subject, from_at, coalesce(until_at, 'infinity') as until_at from words where status = 'fail' and (until_at is null or until_at > from_at)),
    opened as (
      select *, case when max(until_at) over (partition by check_key, subject order by from_at, until_at rows between unbounded preceding and 1 preceding) >= from_at then 0 else 1 end as opens from failing),
    numbered as (select *, sum(opens) over (partition by check_key, subject order by from_at, until_at) as span from opened)
    select ${scope.org} as org_id, check_key, subject, min(from_at) as from_at, nullif(max(until_at), 'infinity') as until_at from numbered group by check_key, subject, span`;
}
