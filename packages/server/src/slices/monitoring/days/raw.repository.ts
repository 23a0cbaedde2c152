// Looks and failures from the observations themselves: what the rollups are held against, and the answer where they
// do not reach: failures as they were known earlier, and times that are no whole days.
import type { Instant } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';

/** What is asked of looks and failures. */
export interface DaysAsked {
  readonly from: Instant;
  readonly until: Instant;
  /** As it was known at this instant. */
  readonly at?: Instant | undefined;
}

/** What one import said of one check within an hour. */
export interface LookRow {
  readonly import_id: string;
  readonly check_key: string;
  readonly at: Instant;
  readonly pass: boolean;
  readonly fail: boolean;
  readonly unknown: boolean;
}

/** When a subject failed a check; without end while it does. */
export interface FailureRow {
  readonly check_key: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

export async function rawLooksOf(tx: Tx, scope: OrgScope, asked: DaysAsked): Promise<readonly LookRow[]> {
  const { rows } = await sql<LookRow>`
    select o.import_id, o.check_key, max(o.observed_at) as at, bool_or(o.status = 'pass') as pass, bool_or(o.status = 'fail') as fail,
      bool_or(o.status not in ('pass', 'fail', 'not_applicable')) as unknown
    from observations o join imports i on i.org_id = o.org_id and i.import_id = o.import_id
    where o.org_id = ${scope.org} and ${stood(asked.at)} and o.observed_at >= ${asked.from} and o.observed_at < ${asked.until}
    group by o.import_id, o.check_key, date_trunc('hour', o.observed_at, 'UTC') order by at, o.check_key, o.import_id`.execute(
    tx,
  );
  return rows;
}

/**
 * Each failure of a subject that stands at some moment of the time, until it was next seen not to fail or the list
 * that named it was replaced. Several failures in a row of one subject are as many rows, each until the next word.
 */
export async function rawFailuresOf(
  tx: Tx,
  scope: OrgScope,
  asked: DaysAsked,
): Promise<readonly FailureRow[]> {
  const { rows } = await sql<FailureRow>`
    with known as (select import_id, run_key, run_at from imports i where org_id = ${scope.org} and ${stood(asked.at)}),
    replaced as (select import_id, lead(run_at) over (partition by run_key order by run_at, import_id) as gone_at from known where run_key is not null),
    words as (
      select o.check_key, o.status, o.observed_at, least(r.gone_at,
        lead(o.observed_at) over (partition by o.check_key, o.subject order by o.observed_at, (o.status = 'fail'), o.import_id, o.seq)) as until
      from observations o join known k on k.import_id = o.import_id left join replaced r on r.import_id = o.import_id
      where o.org_id = ${scope.org} and o.observed_at < ${asked.until})
    select check_key, observed_at as from, until from words where status = 'fail' and (until is null or until > ${asked.from})`.execute(
    tx,
  );
  return rows;
}

/** A file that brought observations of a check, and when the newest of them within an hour was true. */
export interface BroughtRow {
  readonly import_id: string;
  readonly filename: string;
  readonly check_key: string;
  readonly at: Instant;
}

export async function rawBroughtIn(
  tx: Tx,
  scope: OrgScope,
  asked: DaysAsked,
): Promise<readonly BroughtRow[]> {
  const { rows } = await sql<BroughtRow>`
    select o.import_id, i.filename, o.check_key, max(o.observed_at) as at
    from observations o join imports i on i.org_id = o.org_id and i.import_id = o.import_id
    where o.org_id = ${scope.org} and ${stood(asked.at)} and o.observed_at >= ${asked.from} and o.observed_at < ${asked.until}
    group by o.import_id, i.filename, o.check_key, date_trunc('hour', o.observed_at, 'UTC') order by at, o.import_id, o.check_key`.execute(
    tx,
  );
  return rows;
}

/** That an import `i` counts, or counted at an instant. */
export function stood(at: Instant | undefined) {
  return at === undefined
    ? sql`i.state = 'committed'`
    : sql`i.committed_at <= ${at} and (i.undone_at is null or i.undone_at > ${at})`;
}
