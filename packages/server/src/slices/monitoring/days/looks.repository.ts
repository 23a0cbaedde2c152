// Looks and failures from what is kept for each day: the same as from the observations, without reading them.
import { dateOfInstant, startOfDay, type Instant } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import {
  rawBroughtIn,
  rawFailuresOf,
  rawLooksOf,
  stood,
  type BroughtRow,
  type DaysAsked,
  type FailureRow,
  type LookRow,
} from './raw.repository.ts';

/** Looks of a time, in its order, by check and import where they fall together. */
export async function looksOf(tx: Tx, scope: OrgScope, asked: DaysAsked): Promise<readonly LookRow[]> {
  if (!isWholeDays(asked)) return rawLooksOf(tx, scope, asked);
  const { rows } = await sql<LookRow>`
    select r.import_id, r.check_key, ${text('r.last_at')} as at, r.passed > 0 as pass, r.failed > 0 as fail, r.errors + r.unknowns > 0 as unknown
    from day_rollups r join imports i on i.org_id = r.org_id and i.import_id = r.import_id
    where r.org_id = ${scope.org} and ${stood(asked.at)} and r.day >= ${dateOfInstant(asked.from)} and r.day < ${dateOfInstant(asked.until)}
    order by r.last_at, r.check_key, r.import_id`.execute(tx);
  return rows;
}

/** Files that brought what was observed within a time; days in most zones begin on a whole hour of UTC. */
export async function broughtIn(tx: Tx, scope: OrgScope, asked: DaysAsked): Promise<readonly BroughtRow[]> {
  if (!isWholeHours(asked)) return rawBroughtIn(tx, scope, asked);
  const { rows } = await sql<BroughtRow>`
    select r.import_id, i.filename, r.check_key, r.last_at as at
    from day_rollups r join imports i on i.org_id = r.org_id and i.import_id = r.import_id
    where r.org_id = ${scope.org} and ${stood(asked.at)} and r.day >= ${dateOfInstant(asked.from)} and r.day <= ${dateOfInstant(asked.until)}
      and r.first_at >= ${asked.from} and r.first_at < ${asked.until} order by r.last_at, r.import_id, r.check_key`.execute(
    tx,
  );
  return rows;
}

/** Failures that stand at some moment of a time. Spans are kept for what stands now. */
export async function failuresOf(tx: Tx, scope: OrgScope, asked: DaysAsked): Promise<readonly FailureRow[]> {
  if (asked.at !== undefined) return rawFailuresOf(tx, scope, asked);
  const { rows } = await sql<FailureRow>`
    select check_key, from_at as from, until_at as until from failure_spans
    where org_id = ${scope.org} and from_at < ${asked.until} and (until_at is null or until_at > ${asked.from})`.execute(
    tx,
  );
  return rows;
}

/** An instant as the house writes it, so that a year of them need not be read again one by one. */
function text(column: string) {
  return sql<Instant>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function isWholeHours({ from, until }: DaysAsked): boolean {
  return [from, until].every((at) => at.endsWith(':00:00.000Z'));
}

function isWholeDays({ from, until }: DaysAsked): boolean {
  const isStart = (at: Instant): boolean => at === startOfDay(dateOfInstant(at));
  return isStart(from) && isStart(until);
}
