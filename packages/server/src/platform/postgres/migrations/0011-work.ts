// Work: tasks that people typed in, what they said of tasks, how they want to be told, their calendar addresses.
import type { Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

export const name = '0011-work';

export async function up(db: Kysely<unknown>): Promise<void> {
  await tenantTable(db, 'tasks', {
    columns:
      'task_id text not null, title text not null, control text, owner text not null, due date, added_by text not null, added_at timestamptz not null, done jsonb',
    key: 'task_id',
    rights: 'delete',
  });
  await tenantTable(db, 'task_marks', {
    columns: 'task_id text not null, snoozed jsonb, handed_to text',
    key: 'task_id',
    rights: 'delete',
  });
  await tenantTable(db, 'work_preferences', {
    columns: 'principal_id text not null, email text, digest text not null, roles text[] not null',
    key: 'principal_id',
    rights: 'delete',
  });
  await tenantTable(db, 'calendar_feeds', {
    columns:
      'feed_id text not null, principal_id text not null, of text not null, token_hash text not null, made_by text not null, created_at timestamptz not null',
    key: 'feed_id',
    rights: 'delete',
  });
  await tenantTable(db, 'work_digests', {
    columns:
      'principal_id text not null, day date not null, token_hash text not null, sent_at timestamptz not null',
    key: 'principal_id, day',
    rights: 'delete',
  });
}
