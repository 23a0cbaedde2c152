// How far each job of an organisation is planned, written in the transaction that queues it; and what jobs noticed.
import type { Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0012-jobs';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'job_plans', {
    columns: 'job text not null, planned_until timestamptz not null',
    key: 'job',
    rights: 'delete',
  });
  // Each outage is noticed once.
  await tenantTable(db, 'collector_notices', {
    columns:
      'collector text not null, outage_from timestamptz not null, noticed_at timestamptz not null, foreign key (org_id, collector) references collectors (org_id, name) on delete cascade',
    key: 'collector, outage_from',
    rights: 'delete',
  });
}
