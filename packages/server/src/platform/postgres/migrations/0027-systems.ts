// An import remembers which system it looked at, so that the word of one system on a subject hides none of another.
import { sql, type Kysely } from 'kysely';

export const name = '0027-systems';

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  await run('alter table imports add column system text, add column system_since timestamptz');
  await run("alter table latest_observations add column system text not null default ''");
  await run('alter table latest_observations drop constraint latest_observations_pkey');
  await run('alter table latest_observations add primary key (org_id, check_key, subject, system)');
  await fill(run);
}

/** What collectors said when their runs were recorded, and the latest words of organisations that this tells apart. */
async function fill(run: (text: string) => Promise<unknown>): Promise<void> {
  const tables = [
    'imports',
    'observations',
    'latest_observations',
    'collector_run_imports',
    'collector_runs',
    'collector_versions',
  ];
  for (const table of tables) await run(`alter table ${table} no force row level security`);
  await run(`update imports t set system = s.system, system_since = s.recorded_at from (
      select distinct on (i.org_id, i.import_id) i.org_id, i.import_id, v.definition->>'scope' as system, r.recorded_at
      from collector_run_imports i
        join collector_runs r on r.org_id = i.org_id and r.run_id = i.run_id
        join collector_versions v on v.org_id = r.org_id and v.name = r.collector
          and v.known_from <= r.recorded_at and (v.known_until is null or v.known_until > r.recorded_at)
      where v.definition->>'scope' is not null order by i.org_id, i.import_id, r.recorded_at, r.run_id) s
    where t.org_id = s.org_id and t.import_id = s.import_id`);
  await run(
    'delete from latest_observations where org_id in (select org_id from imports where system is not null)',
  );
  await run(`insert into latest_observations (org_id, check_key, subject, system, status, observed_at, received_at, severity, message, import_id, seq)
    select distinct on (o.org_id, o.check_key, o.subject, coalesce(i.system, '')) o.org_id, o.check_key, o.subject, coalesce(i.system, ''), o.status, o.observed_at, i.committed_at, o.severity, o.message, o.import_id, o.seq
    from observations o join imports i on i.org_id = o.org_id and i.import_id = o.import_id and i.state = 'committed'
    where o.org_id in (select org_id from imports where system is not null)
      and not exists (select 1 from imports j where j.org_id = i.org_id and j.run_key = i.run_key and j.system is not distinct from i.system and (j.run_at, j.import_id) > (i.run_at, i.import_id) and j.state = 'committed')
    order by o.org_id, o.check_key, o.subject, coalesce(i.system, ''), o.observed_at desc, array_position(array['not_applicable', 'pass', 'unknown', 'error', 'fail'], o.status) desc, i.committed_at desc, o.import_id desc, o.seq desc`);
  for (const table of tables) await run(`alter table ${table} force row level security`);
}
