// Reads and writes of samples and their items.
import { groupBy, type DrawnItem } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { SampleItemsTable, SamplesTable } from './samples.tables.ts';
import {
  definitionSchema,
  extensionsSchema,
  partsSchema,
  resultsSchema,
  sizesSchema,
  voidedSchema,
  type StoredItem,
  type StoredSample,
} from './stored.ts';

export interface SampleFilter {
  readonly population?: string | undefined;
  readonly control?: string | undefined;
  /** Only those with a smaller number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Samples, newest first, voided ones among them. */
export async function listSamples(
  tx: Tx,
  scope: OrgScope,
  wanted: SampleFilter,
): Promise<readonly StoredSample[]> {
  let query = tx
    .selectFrom('samples')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('seq', 'desc')
    .limit(wanted.limit);
  if (wanted.population !== undefined) query = query.where('population_id', '=', wanted.population);
  if (wanted.control !== undefined) query = query.where('control', '=', wanted.control);
  if (wanted.before !== undefined) query = query.where('seq', '<', wanted.before);
  return (await query.execute()).map(sampleOf);
}

/** A sample by id or number (`S-3`); held until the transaction ends where it is to be changed. */
export async function findSample(
  tx: Tx,
  scope: OrgScope,
  name: string,
  lock = false,
): Promise<StoredSample | undefined> {
  const number = /^S-(\d{1,9})$/i.exec(name)?.[1];
  const base = tx.selectFrom('samples').selectAll().where('org_id', '=', scope.org);
  const query =
    number === undefined ? base.where('sample_id', '=', name) : base.where('seq', '=', Number(number));
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && sampleOf(row);
}

/** How often the population of a sample was drawn from for its control. */
export async function countDraws(
  tx: Tx,
  scope: OrgScope,
  samples: readonly StoredSample[],
): Promise<(of: StoredSample) => number> {
  const rows = await tx
    .selectFrom('samples')
    .select(['population_id', 'control', sql<number>`count(*)`.as('draws')])
    .where('org_id', '=', scope.org)
    .where('population_id', 'in', ['', ...new Set(samples.map(({ population }) => population.id))])
    .groupBy(['population_id', 'control'])
    .execute();
  const draws = new Map(rows.map((row) => [`${row.population_id} ${row.control}`, row.draws]));
  return ({ population, control }) => draws.get(`${population.id} ${control}`) ?? 0;
}

/** Items of samples in the order of their draws. */
export async function itemsOf(
  tx: Tx,
  scope: OrgScope,
  samples: readonly StoredSample[],
): Promise<(of: StoredSample) => readonly StoredItem[]> {
  const rows = await tx
    .selectFrom('sample_items')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('sample_id', 'in', ['', ...samples.map(({ id }) => id)])
    .orderBy('sample_id')
    .orderBy('number')
    .execute();
  const items = groupBy(rows, (row) => row.sample_id);
  return ({ id }) => (items.get(id) ?? []).map(itemOf);
}

export async function insertSample(tx: Tx, scope: OrgScope, sample: StoredSample): Promise<void> {
  const { population } = sample;
  await tx
    .insertInto('samples')
    .values({
      org_id: scope.org,
      sample_id: sample.id,
      seq: sample.seq,
      draw: sample.draw,
      control: sample.control,
      population_id: population.id,
      population_title: population.title,
      rows: population.rows,
      digest: population.digest,
      definition: JSON.stringify(sample.definition),
      sizes: JSON.stringify(sample.sizes),
      parts: JSON.stringify(sample.parts),
      extensions: JSON.stringify(sample.extensions),
      voided: null,
      made_by: sample.madeBy,
      made_at: sample.madeAt,
    })
    .execute();
}

/** Adds drawn items of which nothing is tested; their numbers go on from `from`. */
export async function insertItems(
  tx: Tx,
  scope: OrgScope,
  batch: {
    readonly sample: string;
    readonly from: number;
    readonly items: readonly DrawnItem[];
    readonly rows: readonly string[];
  },
): Promise<void> {
  const { items } = batch;
  if (items.length === 0) return;
  await sql`insert into sample_items (org_id, sample_id, number, rank, stratum, step, row_text, results, evidence, note, revision)
    select ${scope.org}, ${batch.sample}, ${batch.from} + (o - 1)::int, r, s, st, t, '{}'::jsonb, '{}'::text[], '', 0
    from unnest(${items.map(({ rank }) => rank)}::int[], ${items.map(({ stratum }) => stratum)}::text[], ${items.map(({ step }) => step)}::int[], ${items.map(({ rank }) => batch.rows[rank] ?? '')}::text[])
      with ordinality as x(r, s, st, t, o)`.execute(tx);
}

/** Writes what changed of a sample itself; the caller holds it. */
export async function changeSample(
  tx: Tx,
  scope: OrgScope,
  { id, sizes, parts, extensions, voided }: StoredSample,
): Promise<void> {
  await tx
    .updateTable('samples')
    .set({
      sizes: JSON.stringify(sizes),
      parts: JSON.stringify(parts),
      extensions: JSON.stringify(extensions),
      voided: voided && JSON.stringify(voided),
    })
    .where('org_id', '=', scope.org)
    .where('sample_id', '=', id)
    .execute();
}

/** Writes what was tested of an item; the caller holds the sample. */
export async function changeItem(tx: Tx, scope: OrgScope, sample: string, item: StoredItem): Promise<void> {
  await tx
    .updateTable('sample_items')
    .set({
      results: JSON.stringify(item.results),
      evidence: [...item.evidence],
      note: item.note,
      tester: item.tester,
      tested_on: item.testedOn,
      revision: item.revision,
    })
    .where('org_id', '=', scope.org)
    .where('sample_id', '=', sample)
    .where('number', '=', item.number)
    .execute();
}

function sampleOf(row: SamplesTable): StoredSample {
  return {
    id: row.sample_id,
    seq: row.seq,
    draw: row.draw,
    control: row.control,
    population: { id: row.population_id, title: row.population_title, rows: row.rows, digest: row.digest },
    definition: definitionSchema.parse(row.definition),
    sizes: sizesSchema.parse(row.sizes),
    parts: partsSchema.parse(row.parts),
    extensions: extensionsSchema.parse(row.extensions),
    voided: voidedSchema.parse(row.voided),
    madeBy: row.made_by,
    madeAt: row.made_at,
  };
}

function itemOf(row: SampleItemsTable): StoredItem {
  return {
    number: row.number,
    rank: row.rank,
    stratum: row.stratum,
    step: row.step,
    text: row.row_text,
    results: resultsSchema.parse(row.results),
    evidence: row.evidence,
    note: row.note,
    tester: row.tester,
    testedOn: row.tested_on,
    revision: row.revision,
  };
}
