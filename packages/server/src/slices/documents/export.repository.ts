// What an export reads beside the other slices' own lists: every row of every table, and the ledger's lines.
import { sql } from 'kysely';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { TRAIL_COLUMNS, trailTextIn } from '../evidence/evidence.module.ts';

/** Tables of no use outside this server, with the reason that the manifest gives. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  idempotency: 'answers kept for a day for repeated requests; what they did stands in the other tables',
  job_plans: 'how far this server has planned its own jobs; another begins anew',
  calendar_feeds:
    'hashes of the secrets in calendar addresses, of no use elsewhere; the ledger tells of each',
  work_digests: 'which digests went out, with hashes of secrets; the ledger tells of each',
  provider_secrets: 'sealed with a key of this installation, of no use elsewhere',
  sign_in_domains: 'domains that were shown to be its own; access_versions tells of each',
  pipeline_trades: 'hashes of ID tokens that were traded within a day; the ledger tells of each',
  api_tokens: 'hashes of the secrets of API tokens, of no use elsewhere; access_versions tells of each',
  trail_streams: 'how far this server has streamed the trail; another begins anew',
  directory: 'short names for signing in; organisations holds the same',
};

const MEMBERS = 'memberships';
const AT_ONCE = 2000;

/**
 * Every table that holds rows of an organisation, from the catalogue of the database itself, so that a table made
 * tomorrow is in the export tomorrow. Partitions come with their parent.
 */
export async function organisationTables(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege(c.oid, 'select')
    order by c.relname`.execute(tx);
  return rows.map((row) => row.name).filter((name) => LEFT_OUT[name] === undefined && name !== MEMBERS);
}

/** Who belongs: kept in the realm of identity, so it is read there; what they hold is in access_versions. */
export async function memberLines(identity: Tx, scope: OrgScope): Promise<string> {
  const rows = await identity
    .selectFrom('memberships')
    .innerJoin('principals', 'principals.principal_id', 'memberships.principal_id')
    .select(['memberships.org_id', 'memberships.principal_id', 'principals.name'])
    .where('memberships.org_id', '=', scope.org)
    .orderBy('memberships.principal_id')
    .execute();
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** The rows of one table as JSON lines; row level security shows those of the organisation alone. */
export async function* linesOf(tx: Tx, table: string): AsyncGenerator<string> {
  const key = await primaryKey(tx, table);
  await sql`declare export_rows no scroll cursor for select to_jsonb(t)::text as line from ${sql.table(table)} t order by ${sql.join(key.map((column) => sql.ref(`t.${column}`)))}`.execute(
    tx,
  );
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.raw(String(AT_ONCE))} from export_rows`.execute(
      tx,
    );
    if (rows.length === 0) break;
    yield rows.map((row) => `${row.line}\n`).join('');
  }
  await sql`close export_rows`.execute(tx);
}

/** Columns of a table's primary key in order, so that the same rows always make the same file. */
async function primaryKey(tx: Tx, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select a.attname as name from pg_index i
    cross join lateral unnest(i.indkey) with ordinality as k(number, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indisprimary and i.indrelid = ${table}::regclass order by k.place`.execute(tx);
  return rows.map((row) => row.name);
}

/** Every ledger entry with payload and salt, one a line, so that commitments can be checked offline. */
export async function* ledgerLines(tx: Tx, scope: OrgScope): AsyncGenerator<string> {
  for (let after = -1; ;) {
    const rows = await tx
      .selectFrom('ledger_entries as e')
      .leftJoin('trail as t', (on) => on.onRef('t.org_id', '=', 'e.org_id').onRef('t.seq', '=', 'e.seq'))
      .select(['e.seq', 'e.leaf', 'e.salt', 'e.payload', 'e.artefact'])
      .select(TRAIL_COLUMNS)
      .where('e.org_id', '=', scope.org)
      .where('e.seq', '>', after)
      .orderBy('e.seq')
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    yield rows
      .map(
        (row) =>
          `${JSON.stringify({ index: row.seq, leaf: row.leaf, salt: row.salt.toString('hex'), payload: row.payload, artefact: row.artefact, trail: trailTextIn(row) })}\n`,
      )
      .join('');
    after = last.seq;
  }
}
