// Observations lie in partitions by month and are only ever added to; beside them what each import said of each check
// on each day, and the spans over which subjects failed, so that a year can be told without reading every result.
import { sql, type Kysely } from 'kysely';
import { APP_ROLE } from '../roles.ts';
import { tenantTable } from './tenant.ts';

export const name = '0009-days';

/** Months from 2015 to 2044 get a partition each when they are needed; what lies outside shares one on each side. */
const MONTHS = `create function make_observation_months(months date[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare month date; part text;
  begin
    for month in select distinct date_trunc('month', m)::date from unnest(months) m where m >= '2015-01-01' and m < '2045-01-01' order by 1 loop
      part := 'observations_' || to_char(month, 'YYYY_MM');
      continue when to_regclass(part) is not null;
      lock table observations in share update exclusive mode;
      continue when exists (select 1 from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'observations'::regclass and c.relname = part);
      perform make_observation_part(part, month::text || ' 00:00:00+00', (month + interval '1 month')::date::text || ' 00:00:00+00');
    end loop;
  end $$`;

/** A partition is guarded before it is attached: whoever names it alone meets the same policy. Attaching blocks nobody but who attaches too. */
const PART = `create function make_observation_part(part text, lower text, upper text) returns void
  language plpgsql set search_path = public, pg_temp as $$
  begin
    execute format('create table %I (like observations including defaults including constraints)', part);
    execute format('alter table %I enable row level security', part);
    execute format('alter table %I force row level security', part);
    execute format('create policy organisation on %I using (org_id = current_setting(''assay.org_id'', true))', part);
    execute format('alter table observations attach partition %I for values from (%s) to (%s)', part,
      coalesce(quote_literal(lower), 'minvalue'), coalesce(quote_literal(upper), 'maxvalue'));
  end $$`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await partition(db);
  await tenantTable(db, 'day_rollups', {
    columns:
      'day date not null, check_key text not null, import_id text not null, hour smallint not null, passed int not null, failed int not null, errors int not null, unknowns int not null, not_applicable int not null, first_at timestamptz not null, last_at timestamptz not null',
    key: 'day, check_key, import_id, hour',
    rights: 'delete',
  });
  await sql.raw('create index day_rollups_of on day_rollups (org_id, import_id)').execute(db);
  await tenantTable(db, 'failure_spans', {
    columns:
      'check_key text not null, subject text not null, from_at timestamptz not null, until_at timestamptz',
    key: 'check_key, subject, from_at',
    rights: 'delete',
  });
  await fill(db);
}

async function partition(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run('alter table observations rename to observations_whole');
  await run('alter index observations_pkey rename to observations_whole_pkey');
  await run('alter index observations_of rename to observations_whole_of');
  await run('alter table observations_whole no force row level security');
  // No foreign key: a new month would lock imports for everybody. What is deleted goes in order (TENANT_TABLES).
  await run(
    'create table observations (org_id text not null, import_id text not null, seq int not null, check_key text not null, subject text not null, status text not null, observed_at timestamptz not null, severity text, message text, primary key (org_id, import_id, seq, observed_at)) partition by range (observed_at)',
  );
  await run('create index observations_of on observations (org_id, check_key, subject, observed_at)');
  await run(PART);
  await run(MONTHS);
  await run("select make_observation_part('observations_early', null, '2015-01-01 00:00:00+00')");
  await run("select make_observation_part('observations_late', '2045-01-01 00:00:00+00', null)");
  await run(
    "select make_observation_months((select array_agg(distinct date_trunc('month', observed_at at time zone 'UTC')::date) from observations_whole))",
  );
  await run(
    'insert into observations select org_id, import_id, seq, check_key, subject, status, observed_at, severity, message from observations_whole',
  );
  await run('drop table observations_whole');
  await run('alter table observations enable row level security');
  await run('alter table observations force row level security');
  await run(
    "create policy organisation on observations using (org_id = current_setting('assay.org_id', true))",
  );
  await run(`grant select, insert, delete on observations to ${APP_ROLE}`);
  await run('revoke execute on function make_observation_part(text, text, text) from public');
  await run('revoke execute on function make_observation_months(date[]) from public');
  await run(`grant execute on function make_observation_months(date[]) to ${APP_ROLE}`);
}

/** What stands of the imports that are there, for every organisation: the owner passes no policy while it is not forced. */
async function fill(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  const { rows } = await sql<{
    name: string;
  }>`select inhrelid::regclass::text as name from pg_inherits where inhparent = 'observations'::regclass`.execute(
    db,
  );
  const tables = ['imports', 'observations', 'day_rollups', 'failure_spans', ...rows.map((row) => row.name)];
  for (const table of tables) await run(`alter table ${table} no force row level security`);
  await run(`insert into day_rollups (org_id, day, check_key, import_id, hour, passed, failed, errors, unknowns, not_applicable, first_at, last_at)
    select o.org_id, (o.observed_at at time zone 'UTC')::date, o.check_key, o.import_id, extract(hour from o.observed_at at time zone 'UTC'),
      count(*) filter (where o.status = 'pass'), count(*) filter (where o.status = 'fail'), count(*) filter (where o.status = 'error'),
      count(*) filter (where o.status not in ('pass', 'fail', 'error', 'not_applicable')), count(*) filter (where o.status = 'not_applicable'), min(o.observed_at), max(o.observed_at)
    from observations o join imports i on i.org_id = o.org_id and i.import_id = o.import_id and i.committed_at is not null group by 1, 2, 3, 4, 5`);
  await run(`insert into failure_spans (org_id, check_key, subject, from_at, until_at)
    with gone as (select org_id, import_id, lead(run_at) over (partition by org_id, run_key order by run_at, import_id) as gone_at from imports where state = 'committed' and run_key is not null),
    words as (select o.org_id, o.check_key, o.subject, o.status, o.observed_at, g.gone_at,
        lead(o.observed_at) over (partition by o.org_id, o.check_key, o.subject order by o.observed_at, (o.status = 'fail'), o.import_id, o.seq) as next_at
      from observations o join imports i on i.org_id = o.org_id and i.import_id = o.import_id and i.state = 'committed'
      left join gone g on g.org_id = o.org_id and g.import_id = o.import_id),
    failing as (select org_id, check_key, subject, observed_at as from_at, coalesce(least(next_at, gone_at), 'infinity') as until_at from words where status = 'fail' and coalesce(least(next_at, gone_at), 'infinity') > observed_at),
    opened as (select *, case when max(until_at) over w >= from_at then 0 else 1 end as opens from failing window w as (partition by org_id, check_key, subject order by from_at, until_at rows between unbounded preceding and 1 preceding)),
    spans as (select *, sum(opens) over (partition by org_id, check_key, subject order by from_at, until_at) as span from opened)
    select org_id, check_key, subject, min(from_at), nullif(max(until_at), 'infinity') from spans group by org_id, check_key, subject, span`);
  for (const table of tables) await run(`alter table ${table} force row level security`);
}
