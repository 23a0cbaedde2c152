// Populations with their rows, and what a second source told of them.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0008-populations';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'populations', {
    columns: `seq int not null, state text not null check (state in ('draft', 'frozen')), kind text not null,
      title text not null, scope text, controls text[] not null, artefact text not null, filename text not null,
      reading jsonb not null, mapping jsonb not null, provenance jsonb not null, warnings jsonb,
      rows int not null, first_day text, last_day text, digest text, made_by text not null,
      created_at timestamptz not null, frozen_by text, frozen_at timestamptz, supersedes int, superseded_by int,
      superseded_at timestamptz,
      foreign key (org_id, artefact) references artefacts (org_id, sha256),
      foreign key (org_id, supersedes) references populations (org_id, seq),
      foreign key (org_id, superseded_by) references populations (org_id, seq)`,
    key: 'seq',
    rights: 'delete',
  });
  await tenantTable(db, 'population_events', {
    columns: `population int not null, place int not null, key text not null, day text not null, done text,
      body text not null, foreign key (org_id, population) references populations (org_id, seq) on delete cascade`,
    key: 'population, place',
    rights: 'delete',
  });
  await sql
    .raw('create index population_events_day on population_events (org_id, population, day)')
    .execute(db);
  await tenantTable(db, 'population_reconciliations', {
    columns: `population int not null, number int not null, source text not null, artefact text, other int,
      result jsonb not null, agrees boolean not null, made_by text not null, made_at timestamptz not null,
      foreign key (org_id, population) references populations (org_id, seq) on delete cascade,
      foreign key (org_id, artefact) references artefacts (org_id, sha256),
      foreign key (org_id, other) references populations (org_id, seq)`,
    key: 'population, number',
    rights: 'delete',
  });
}
