// Rows of populations: written once with their draft, read in the order of their source.
import {
  parsePlainDate,
  readRow,
  type PlainDate,
  type PopulationRow,
  type StandingPopulation,
} from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { Mapped } from './draftRows.ts';

const AT_ONCE = 5000;

/** Puts the rows of a draft in the place of those that it had. */
export async function replaceRows(
  tx: Tx,
  scope: OrgScope,
  { seq, mapped }: { readonly seq: number; readonly mapped: readonly Mapped[] },
): Promise<void> {
  await dropRows(tx, scope, seq);
  for (let from = 0; from < mapped.length; from += AT_ONCE) {
    const part = mapped.slice(from, from + AT_ONCE);
    await sql`insert into population_events (org_id, population, place, key, day, done, body)
      select ${scope.org}, ${seq}, ${from} + (o - 1)::int, k, d, f, b
      from unnest(${part.map(({ row }) => row.key)}::text[], ${part.map(({ row }) => row.day)}::text[], ${part.map(({ row }) => row.done ?? null)}::text[], ${part.map(({ body }) => body)}::text[])
        with ordinality as t(k, d, f, b, o)`.execute(tx);
  }
}

export async function dropRows(tx: Tx, scope: OrgScope, seq: number): Promise<void> {
  await tx
    .deleteFrom('population_events')
    .where('org_id', '=', scope.org)
    .where('population', '=', seq)
    .execute();
}

/** Canonical texts of a population's rows, in the order of their source. */
export async function bodiesOf(tx: Tx, scope: OrgScope, seq: number): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('population_events')
    .select('body')
    .where('org_id', '=', scope.org)
    .where('population', '=', seq)
    .orderBy('place')
    .execute();
  return rows.map((row) => row.body);
}

/** Rows of a population, in the order of their source. */
export async function populationRows(
  tx: Tx,
  scope: OrgScope,
  seq: number,
): Promise<readonly PopulationRow[]> {
  return (await bodiesOf(tx, scope, seq)).map(rowOf);
}

/** A page of rows with their places. */
export async function pageOfRows(
  tx: Tx,
  scope: OrgScope,
  wanted: {
    readonly seq: number;
    readonly after: number;
    readonly limit: number;
    readonly q?: string | undefined;
    readonly from?: PlainDate | undefined;
    readonly until?: PlainDate | undefined;
  },
): Promise<readonly { readonly place: number; readonly row: PopulationRow }[]> {
  let query = tx
    .selectFrom('population_events')
    .select(['place', 'body'])
    .where('org_id', '=', scope.org)
    .where('population', '=', wanted.seq)
    .where('place', '>', wanted.after)
    .orderBy('place')
    .limit(wanted.limit);
  if (wanted.from !== undefined) query = query.where('day', '>=', wanted.from);
  if (wanted.until !== undefined) query = query.where('day', '<', wanted.until);
  for (const word of (wanted.q ?? '').split(/\s+/).filter((each) => each !== ''))
    query = query.where('body', 'ilike', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return (await query.execute()).map(({ place, body }) => ({ place, row: rowOf(body) }));
}

/** What a window needs of the rows of several populations. */
export async function eventRows(
  tx: Tx,
  scope: OrgScope,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, StandingPopulation['rows']>> {
  const rows = await tx
    .selectFrom('population_events')
    .select(['population', 'key', 'day', 'done'])
    .where('org_id', '=', scope.org)
    .where('population', '=', sql<number>`any(${[...seqs]}::int[])`)
    .orderBy('population')
    .orderBy('place')
    .execute();
  const found = new Map<number, { key: string; day: PlainDate; done: PlainDate | undefined }[]>();
  for (const { population, key, day, done } of rows) {
    const list = found.get(population) ?? [];
    list.push({ key, day: dayOf(day), done: done === null ? undefined : dayOf(done) });
    found.set(population, list);
  }
  return found;
}

function rowOf(body: string): PopulationRow {
  const row = readRow(body);
  if (!row) throw new Error('a stored row of a population is not canonical');
  return row;
}

function dayOf(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (!day) throw new Error(`stored day is malformed: ${text}`);
  return day;
}
