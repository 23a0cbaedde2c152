// Drawn items by the day of their event, with what their test sheet says now or said at an earlier instant.
import { groupBy, type Instant, type Period } from '@assay/core';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { writeGathered } from '../../evidence/evidence.module.ts';
import { definitionSchema, resultsSchema } from './stored.ts';

export interface DaysAsked {
  readonly period: Period;
  readonly control: string | undefined;
  /** As it was known then; now by default. */
  readonly at: Instant | undefined;
  /** The last item of the page before. */
  readonly after: Place | undefined;
  readonly limit: number;
}

/** Where an item stands in the order: day, control, sample, number. */
type Place = readonly [day: string, control: string, seq: number, number: number];
const placeSchema = z.tuple([z.string(), z.string(), z.int(), z.int()]);

/** The place of an item as a cursor carries it. */
export function placeOf({ day, control, seq, number }: ItemOfDay): string {
  return JSON.stringify([day, control, seq, number] satisfies Place);
}

/** The place that a cursor carried; undefined where somebody made it up. */
export function placeFrom(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  try {
    return placeSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** An item with what it needs to be told: whose it is, its row, its words. */
export type ItemOfDay = z.infer<typeof rowSchema>;

const rowSchema = z.object({
  sample_id: z.string(),
  seq: z.number(),
  control: z.string(),
  definition: definitionSchema,
  number: z.number(),
  day: z.string(),
  key: z.string(),
  results: resultsSchema,
});

/** Items of samples that stood, by day, control, sample and number. */
export async function itemsByDay(tx: Tx, scope: OrgScope, asked: DaysAsked): Promise<readonly ItemOfDay[]> {
  const { period, control, at, after, limit } = asked;
  const stood =
    at === undefined
      ? sql`s.voided is null`
      : sql`s.made_at <= ${at} and (s.voided is null or (s.voided ->> 'at')::timestamptz > ${at})
          and (i.step = 1 or (s.extensions -> (i.step - 2) ->> 'at')::timestamptz <= ${at})`;
  const { rows } = await sql`
    select s.sample_id, s.seq, s.control, s.definition, i.number, i.results, r.day, r.key
    from samples s
    join sample_items i on i.org_id = s.org_id and i.sample_id = s.sample_id
    cross join lateral jsonb_to_record(i.row_text::jsonb) as r(day text, key text)
    where s.org_id = ${scope.org} and ${stood} and r.day >= ${period.from} and r.day < ${period.until}
      and ${control === undefined ? sql`true` : sql`s.control = ${control}`}
      and ${after === undefined ? sql`true` : sql`(r.day, s.control, s.seq, i.number) > (${after[0]}, ${after[1]}, ${after[2]}, ${after[3]})`}
    order by r.day, s.control, s.seq, i.number
    limit ${limit}`.execute(tx);
  const items = rows.map((row) => rowSchema.parse(row));
  return at === undefined ? items : asTold(tx, scope, { items, at });
}

/** The same items with the results that the ledger told of up to an instant. */
async function asTold(
  tx: Tx,
  scope: OrgScope,
  { items, at }: { readonly items: readonly ItemOfDay[]; readonly at: Instant },
): Promise<readonly ItemOfDay[]> {
  await writeGathered(tx);
  const { rows } = await sql<{ item: string; results: unknown }>`
    select e.subject || ' ' || t.number as item, t.results
    from ledger_entries e cross join lateral jsonb_to_recordset(e.payload::jsonb -> 'items') as t(number int, results jsonb)
    where e.org_id = ${scope.org} and e.kind = 'sample.tested' and e.at <= ${at}
      and e.subject = any (${[...new Set(items.map((item) => item.sample_id))]}::text[])
    order by e.seq`.execute(tx);
  const told = groupBy(rows, ({ item }) => item);
  return items.map((item) => {
    const words = told.get(`${item.sample_id} ${item.number}`) ?? [];
    // A later word replaces an earlier one of the same attribute.
    const results = words.flatMap((word) => Object.entries(resultsSchema.parse(word.results)));
    return { ...item, results: Object.fromEntries(results) };
  });
}
