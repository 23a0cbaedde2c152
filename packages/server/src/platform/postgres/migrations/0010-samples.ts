// Samples: every draw that was made, with its items and what was tested of them.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0010-samples';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'samples', {
    columns: `sample_id text not null, seq int not null, draw int not null, control text not null,
      population_id text not null, population_title text not null, rows int not null, digest text not null,
      definition jsonb not null, sizes jsonb not null, parts jsonb not null, extensions jsonb not null, voided jsonb,
      made_by text not null, made_at timestamptz not null,
      unique (org_id, seq), unique (org_id, population_id, control, draw)`,
    key: 'sample_id',
    rights: 'delete',
  });
  await tenantTable(db, 'sample_items', {
    columns: `sample_id text not null, number int not null, rank int not null, stratum text not null, step int not null,
      row_text text not null, results jsonb not null, evidence text[] not null, note text not null,
      tester text, tested_on date, revision int not null,
      foreign key (org_id, sample_id) references samples (org_id, sample_id) on delete cascade`,
    key: 'sample_id, number',
    rights: 'delete',
  });
  await sql.raw('create index samples_of on samples (org_id, population_id, control)').execute(db);
}
