// What machines saw of each control, from the observations of committed imports: looks, and failures that stand.
import {
  groupBy,
  runsOfLooks,
  type CheckKey,
  type ControlCode,
  type Instant,
  type Look,
  type Run,
  type StandingFailure,
} from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { checkKey } from '../stored.ts';

/** Which source a check belongs to, for each control that it speaks for: the check itself, or its whole scanner. */
export type SourcesOf = (
  check: CheckKey,
) => readonly { readonly control: ControlCode; readonly source: string }[];

export interface RunsAsked {
  /** Observations from here on are read; runs before a window date its failures. */
  readonly from: Instant;
  readonly until: Instant;
  readonly sourcesOf: SourcesOf;
  /** As it was known at this instant. */
  readonly at?: Instant | undefined;
}

export interface RunsOfAll extends RunsAsked {
  /** Imports of runs that looked at too little: what they pass is no look, what they fail is. */
  readonly incomplete: ReadonlySet<string>;
}

/** Runs of each control that a check speaks for, in order of time. */
export async function runsOf(
  tx: Tx,
  scope: OrgScope,
  asked: RunsOfAll,
): Promise<ReadonlyMap<ControlCode, readonly Run[]>> {
  const looks: ReadonlyMap<ControlCode, readonly Look[]> = bySource(
    await looksOf(tx, scope, asked),
    asked.sourcesOf,
  );
  const rows = (await failuresOf(tx, scope, asked)).map((row) => ({ ...row, until: row.until ?? undefined }));
  const failures: ReadonlyMap<ControlCode, readonly StandingFailure[]> = bySource(rows, asked.sourcesOf);
  return new Map([...looks].map(([control, own]) => [control, runsOfLooks(own, failures.get(control))]));
}

interface LookRow {
  readonly import_id: string;
  readonly check_key: string;
  readonly at: Instant;
  readonly pass: boolean;
  readonly fail: boolean;
  readonly unknown: boolean;
}

/** What one import says of one check within an hour is one look. */
async function looksOf(tx: Tx, scope: OrgScope, asked: RunsOfAll): Promise<readonly LookRow[]> {
  const { rows } = await sql<LookRow>`
    select o.import_id, o.check_key, max(o.observed_at) as at, bool_or(o.status = 'pass') as pass, bool_or(o.status = 'fail') as fail,
      bool_or(o.status not in ('pass', 'fail', 'not_applicable')) as unknown
    from observations o join imports i on i.org_id = o.org_id and i.import_id = o.import_id
    where o.org_id = ${scope.org} and ${standing(asked.at)} and o.observed_at >= ${asked.from} and o.observed_at < ${asked.until}
    group by o.import_id, o.check_key, date_trunc('hour', o.observed_at) order by at, o.check_key`.execute(
    tx,
  );
  return rows;
}

interface FailureRow {
  readonly check_key: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

/**
 * Each failure of a subject, until it was next seen not to fail or the list that named it was replaced. Several
 * failures in a row of one subject are as many rows, each until the next word.
 */
async function failuresOf(tx: Tx, scope: OrgScope, asked: RunsAsked): Promise<readonly FailureRow[]> {
  const { rows } = await sql<FailureRow>`
    with known as (select import_id, run_key, run_at from imports i where org_id = ${scope.org} and ${standing(asked.at)}),
    replaced as (select import_id, lead(run_at) over (partition by run_key order by run_at, import_id) as gone_at from known where run_key is not null),
    words as (
      select o.check_key, o.status, o.observed_at, r.gone_at,
        lead(o.observed_at) over (partition by o.check_key, o.subject order by o.observed_at, (o.status = 'fail'), o.import_id, o.seq) as next_at
      from observations o join known k on k.import_id = o.import_id left join replaced r on r.import_id = o.import_id
      where o.org_id = ${scope.org} and o.observed_at >= ${asked.from} and o.observed_at < ${asked.until})
    select check_key, observed_at as from, least(next_at, gone_at) as until from words where status = 'fail'`.execute(
    tx,
  );
  return rows;
}

/** Rows with the source that they speak for, by control. */
function bySource<T extends { readonly check_key: string }>(
  rows: readonly T[],
  sourcesOf: SourcesOf,
): ReadonlyMap<ControlCode, readonly (T & { readonly source: string })[]> {
  const told = rows.flatMap((row) =>
    sourcesOf(checkKey(row.check_key)).map(({ control, source }) => ({ control, row: { ...row, source } })),
  );
  const groups = groupBy(told, ({ control }) => control);
  return new Map([...groups].map(([control, own]) => [control, own.map(({ row }) => row)]));
}

/** That an import `i` counts, or counted at an instant. */
function standing(at: Instant | undefined) {
  return at === undefined
    ? sql`i.state = 'committed'`
    : sql`i.committed_at <= ${at} and (i.undone_at is null or i.undone_at > ${at})`;
}

/** A file that brought observations of a control, and when the newest of them within an hour was true. */
export interface SeenIn {
  readonly importId: string;
  readonly filename: string;
  readonly at: Instant;
}

/** Files that brought what was observed of a control between two instants. */
export async function importsBetween(
  tx: Tx,
  scope: OrgScope,
  asked: RunsAsked & { readonly controls: ReadonlySet<ControlCode> },
): Promise<readonly SeenIn[]> {
  const { rows } = await sql<{ import_id: string; filename: string; check_key: string; at: Instant }>`
    select o.import_id, i.filename, o.check_key, max(o.observed_at) as at
    from observations o join imports i on i.org_id = o.org_id and i.import_id = o.import_id
    where o.org_id = ${scope.org} and ${standing(asked.at)} and o.observed_at >= ${asked.from} and o.observed_at < ${asked.until}
    group by o.import_id, i.filename, o.check_key, date_trunc('hour', o.observed_at) order by at, o.import_id`.execute(
    tx,
  );
  return rows
    .filter((row) =>
      asked.sourcesOf(checkKey(row.check_key)).some(({ control }) => asked.controls.has(control)),
    )
    .map((row) => ({ importId: row.import_id, filename: row.filename, at: row.at }));
}
