// Collectors with their promises as versions, and every run that was reported of them.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0007-collectors';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'collectors', {
    columns:
      'name text not null, kind text not null, started_at timestamptz not null, created_at timestamptz not null',
    key: 'name',
    rights: 'delete',
  });
  await tenantTable(db, 'collector_versions', {
    columns:
      'name text not null, revision int not null, definition jsonb not null, changed_by text not null, known_from timestamptz not null, known_until timestamptz, foreign key (org_id, name) references collectors on delete cascade',
    key: 'name, revision',
    rights: 'delete',
  });
  // Runs of one collector name the same checks day after day: each set is kept once.
  await tenantTable(db, 'collector_checks', {
    columns: 'digest text not null, checks text[] not null',
    key: 'digest',
    rights: 'delete',
  });
  await tenantTable(db, 'collector_runs', {
    columns: `run_id text not null, collector text not null, run_key text not null, request_hash text not null,
      started_at timestamptz not null, ended_at timestamptz not null, recorded_at timestamptz not null,
      rows int not null, partial boolean not null, error text, message text, formats text[] not null,
      checks_digest text not null, made_by text not null, vouched jsonb, vouched_at timestamptz,
      unique (org_id, collector, run_key),
      foreign key (org_id, collector) references collectors (org_id, name) on delete cascade,
      foreign key (org_id, checks_digest) references collector_checks (org_id, digest)`,
    key: 'run_id',
    rights: 'delete',
  });
  await sql
    .raw('create index collector_runs_end on collector_runs (org_id, collector, ended_at)')
    .execute(db);
  await tenantTable(db, 'collector_run_imports', {
    columns:
      'run_id text not null, import_id text not null, foreign key (org_id, run_id) references collector_runs on delete cascade, foreign key (org_id, import_id) references imports on delete cascade',
    key: 'run_id, import_id',
    rights: 'delete',
  });
  await sql
    .raw('create index collector_run_imports_of on collector_run_imports (org_id, import_id)')
    .execute(db);
}
