// Schedules as a history, exclusions, saved windows, the organisation's calendar, and how evidence bears on a control.
import { sql, type Kysely } from 'kysely';
import { tenantTable } from './tenant.ts';

const KNOWN = 'changed_by text not null, known_from timestamptz not null, known_until timestamptz';

/** Tables of versions: what a version is of, and what it says. */
const VERSIONED = [
  { table: 'control_schedules', of: 'code', names: 'code text not null', says: 'schedule jsonb not null' },
  {
    table: 'exclusion_versions',
    of: 'exclusion_id',
    names: 'exclusion_id text not null, seq int not null',
    says: 'code text not null, scope text, reason text not null, owner text not null, starts_on date not null, ends_on date not null, note text not null',
  },
  {
    table: 'window_versions',
    of: 'window_id',
    names: 'window_id text not null, seq int not null',
    says: 'name text not null, kind text not null, starts_on date not null, ends_on date not null, deleted boolean not null',
  },
  { table: 'work_calendars', of: '', names: '', says: 'calendar jsonb not null' },
  {
    table: 'evidence_bearings',
    of: 'evidence_id, code',
    names: 'evidence_id text not null, code text not null',
    says: 'bearing jsonb not null, foreign key (org_id, evidence_id) references evidence on delete cascade',
  },
] as const;

export const name = '0006-windows';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const { table, of, names, says } of VERSIONED) {
    const key = of === '' ? 'revision' : `${of}, revision`;
    const columns = [names, 'revision int not null', KNOWN, says].filter((part) => part !== '').join(', ');
    await tenantTable(db, table, { columns, key, rights: 'delete' });
    const now = of === '' ? 'org_id' : `org_id, ${of}`;
    await sql
      .raw(`create unique index ${table}_now on ${table} (${now}) where known_until is null`)
      .execute(db);
  }
}
