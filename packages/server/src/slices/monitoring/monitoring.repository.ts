// Reads and writes of the monitoring slice: observations as they came, their tallies, which check speaks for what.
import {
  groupBy,
  SEVERITIES,
  type CheckKey,
  type ControlCode,
  type Id,
  type Instant,
  type Observation,
  type ObservationStatus,
  type Severity,
} from '@assay/core';
import { sql } from 'kysely';
import { arrayOf } from '../../platform/postgres/arrays.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import { knownAt, startOfNext } from '../../platform/postgres/versions.ts';
import type { OrgScope } from '../access/access.module.ts';
import { checkKey, statusOf } from './stored.ts';

export type ReceivedObservation = Observation & { readonly observedAt: Instant };

/** Adds observations of a pending import, many in one statement. */
export async function insertObservations(
  tx: Tx,
  scope: OrgScope,
  batch: {
    readonly importId: Id<'import'>;
    readonly from: number;
    readonly rows: readonly ReceivedObservation[];
  },
): Promise<void> {
  const { rows } = batch;
  if (rows.length === 0) return;
  const months = [...new Set(rows.map((row) => `${row.observedAt.slice(0, 7)}-01`))];
  await sql`select make_observation_months(${months}::date[])`.execute(tx);
  await sql`insert into observations (org_id, import_id, seq, check_key, subject, status, observed_at, severity, message)
    select ${scope.org}, ${batch.importId}, ${batch.from} + (o - 1)::int, c, s, st, at, sev, m
    from unnest(${arrayOf(rows.map((row) => row.check))}::text[], ${arrayOf(rows.map((row) => row.subject))}::text[], ${arrayOf(rows.map((row) => row.status))}::text[], ${arrayOf(rows.map((row) => row.observedAt))}::timestamptz[], ${arrayOf(rows.map((row) => row.severity ?? null))}::text[], ${arrayOf(rows.map((row) => row.message ?? null))}::text[])
      with ordinality as t(c, s, st, at, sev, m, o)`.execute(tx);
}

/** Lets go of what a refused file said: it never was true, and nobody may find it later. */
export async function dropObservations(tx: Tx, scope: OrgScope, importId: Id<'import'>): Promise<void> {
  await sql`delete from observations where org_id = ${scope.org} and import_id = ${importId}`.execute(tx);
}

/** Observations of an import as they are stored, by their place in the file. */
export async function storedObservations(
  tx: Tx,
  scope: OrgScope,
  run: { readonly importId: string; readonly from: number; readonly count: number },
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('observations')
    .select(['check_key', 'subject', 'status', 'observed_at', 'severity', 'message'])
    .where('org_id', '=', scope.org)
    .where('import_id', '=', run.importId)
    .where('seq', '>=', run.from)
    .where('seq', '<', run.from + run.count)
    .orderBy('seq')
    .execute();
  return rows.map((row) =>
    JSON.stringify([row.check_key, row.subject, row.status, row.observed_at, row.severity, row.message]),
  );
}

export interface ObservationRow {
  readonly check: CheckKey;
  readonly subject: string;
  readonly system: string | null;
  readonly status: ObservationStatus;
  readonly observedAt: Instant;
  readonly receivedAt: Instant;
  readonly severity: Severity | null;
  readonly message: string | null;
  readonly importId: string;
}

/** A page of latest observations in order of check, subject and system. */
export async function listLatest(
  tx: Tx,
  scope: OrgScope,
  wanted: {
    readonly checks?: readonly string[] | undefined;
    readonly status?: string | undefined;
    readonly importId?: string | undefined;
    readonly after?:
      | { readonly check: string; readonly subject: string; readonly system: string }
      | undefined;
    readonly limit: number;
  },
): Promise<readonly ObservationRow[]> {
  let query = tx
    .selectFrom('latest_observations')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('check_key')
    .orderBy('subject')
    .orderBy('system')
    .limit(wanted.limit);
  if (wanted.checks)
    query = query.where('check_key', 'in', wanted.checks.length > 0 ? [...wanted.checks] : ['']);
  if (wanted.status !== undefined) query = query.where('status', '=', wanted.status);
  if (wanted.importId !== undefined) query = query.where('import_id', '=', wanted.importId);
  const { after } = wanted;
  if (after)
    query = query.where(
      sql<boolean>`(check_key, subject, system) > (${after.check}, ${after.subject}, ${after.system})`,
    );
  const rows = await query.execute();
  return rows.map((row) => ({
    check: checkKey(row.check_key),
    subject: row.subject,
    system: row.system === '' ? null : row.system,
    status: statusOf(row.status),
    observedAt: row.observed_at,
    receivedAt: row.received_at,
    severity: SEVERITIES.find((each) => each === row.severity) ?? null,
    message: row.message,
    importId: row.import_id,
  }));
}

export interface CheckTally {
  readonly check: CheckKey;
  readonly counts: Readonly<Record<ObservationStatus, number>>;
  readonly lastSeen: Instant;
}

/** Counts per check of the latest observations, of the organisation or of one import. */
export async function tallyChecks(
  tx: Tx,
  scope: OrgScope,
  importId?: string,
): Promise<readonly CheckTally[]> {
  const source = importId === undefined ? sql`latest_observations` : sql`observations`;
  const where = importId === undefined ? sql`` : sql`and import_id = ${importId}`;
  const rows = await sql<TallyRow>`
    select check_key, status, count(*) as n, max(observed_at) as seen from ${source} where org_id = ${scope.org} ${where} group by check_key, status order by check_key`.execute(
    tx,
  );
  return tallied(rows.rows);
}

/** Counts per check of several imports, in one question; by import. */
export async function tallyImports(
  tx: Tx,
  scope: OrgScope,
  imports: readonly string[],
): Promise<ReadonlyMap<string, readonly CheckTally[]>> {
  if (imports.length === 0) return new Map();
  const rows = await sql<TallyRow & { import_id: string }>`
    select import_id, check_key, status, count(*) as n, max(observed_at) as seen from observations where org_id = ${scope.org} and import_id = any (${[...imports]}::text[]) group by import_id, check_key, status order by import_id, check_key`.execute(
    tx,
  );
  return new Map([...groupBy(rows.rows, (row) => row.import_id)].map(([id, own]) => [id, tallied(own)]));
}

interface TallyRow {
  readonly check_key: string;
  readonly status: string;
  readonly n: number;
  readonly seen: Instant;
}

function tallied(rows: readonly TallyRow[]): readonly CheckTally[] {
  const tallies = new Map<
    string,
    { check: CheckKey; counts: Record<ObservationStatus, number>; lastSeen: Instant }
  >();
  for (const row of rows) {
    const tally = tallies.get(row.check_key) ?? {
      check: checkKey(row.check_key),
      counts: { pass: 0, fail: 0, error: 0, not_applicable: 0, unknown: 0 },
      lastSeen: row.seen,
    };
    tally.counts[statusOf(row.status)] += row.n;
    if (row.seen > tally.lastSeen) tally.lastSeen = row.seen;
    tallies.set(row.check_key, tally);
  }
  return [...tallies.values()];
}

/** The organisation's own word on which controls a check speaks for; it outranks the catalogue. */
export async function checkOverrides(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<ReadonlyMap<CheckKey, readonly ControlCode[]>> {
  const rows = await tx
    .selectFrom('check_controls')
    .select(['check_key', 'controls'])
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .execute();
  return new Map(rows.map((row) => [checkKey(row.check_key), row.controls]));
}

export async function mapCheck(
  tx: Tx,
  scope: OrgScope,
  change: { readonly check: CheckKey; readonly controls: readonly ControlCode[]; readonly now: Instant },
): Promise<void> {
  const held = await tx
    .selectFrom('check_controls')
    .select('known_from')
    .where('org_id', '=', scope.org)
    .where('check_key', '=', change.check)
    .where('known_until', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const from = startOfNext(held?.known_from, change.now);
  if (held)
    await tx
      .updateTable('check_controls')
      .set({ known_until: from })
      .where('org_id', '=', scope.org)
      .where('check_key', '=', change.check)
      .where('known_until', 'is', null)
      .execute();
  await tx
    .insertInto('check_controls')
    .values({
      org_id: scope.org,
      check_key: change.check,
      controls: [...change.controls],
      known_from: from,
      known_until: null,
    })
    .execute();
}
