// Samples as they are stored now, in the words of the ledger's payloads.
import { groupBy } from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { HistoryRow } from '../../../platform/postgres/history.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { asStored } from '../populations/populations.module.ts';
import { differences } from './again.ts';
import type { SampleItemsTable, SamplesTable } from './samples.tables.ts';
import { extensionsSchema, sizesSchema, voidedSchema } from './stored.ts';

// What was rewritten may hold anything; only its being JSON is sure.
const json = z.json();

export async function drawRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const items = await itemsBySample(tx, scope);
  const found: HistoryRow[] = [];
  for (const [population, samples] of groupBy(await samplesOf(tx, scope), (row) => row.population_id)) {
    const stored = await asStored(tx, scope, population);
    for (const row of samples) {
      const own = items.get(row.sample_id) ?? [];
      const differs = differences(row, own, stored);
      found.push({
        thing: codeOf(row),
        document: {
          sample: codeOf(row),
          draw: row.draw,
          control: row.control,
          population,
          digest: row.digest,
          rows: row.rows,
          definition: json.parse(row.definition),
          sizes: sizesSchema.catch([]).parse(row.sizes).slice(0, 1),
          items: ranksOf(own, 1),
          by: row.made_by,
          ...(differs.length > 0 ? { differs } : {}),
        },
        from: row.made_at,
        until: null,
      });
    }
  }
  return found;
}

export async function extensionRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const items = await itemsBySample(tx, scope);
  return (await samplesOf(tx, scope)).flatMap((row) =>
    extensionsSchema
      .catch([])
      .parse(row.extensions)
      .map(({ at, ...said }, i) => ({
        thing: `${codeOf(row)} from ${said.from} items`,
        document: { sample: codeOf(row), ...said, items: ranksOf(items.get(row.sample_id) ?? [], i + 2) },
        from: at,
        until: null,
      })),
  );
}

export async function voidRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  return (await samplesOf(tx, scope)).flatMap((row) => {
    const voided = voidedSchema.catch(null).parse(row.voided);
    if (!voided) return [];
    const { at, ...said } = voided;
    return [{ thing: codeOf(row), document: { sample: codeOf(row), ...said }, from: at, until: null }];
  });
}

/** What was tested last of each item; an item of which nobody said anything has no row here. */
export async function testRows(tx: Tx, scope: OrgScope): Promise<readonly HistoryRow[]> {
  const items = await itemsBySample(tx, scope);
  return (await samplesOf(tx, scope)).flatMap((row) =>
    (items.get(row.sample_id) ?? []).filter(isTested).map((item) => ({
      thing: `${codeOf(row)} item ${item.number}`,
      document: {
        number: item.number,
        revision: item.revision,
        results: json.parse(item.results),
        evidence: item.evidence,
        note: item.note,
        tested_on: item.tested_on,
        by: item.tester,
      },
      from: undefined,
      until: null,
    })),
  );
}

function isTested({ revision, tester, tested_on: on, results, note, evidence }: SampleItemsTable): boolean {
  const said = tester !== null || on !== null || note !== '' || evidence.length > 0;
  return said || revision > 0 || JSON.stringify(results) !== '{}';
}

function samplesOf(tx: Tx, scope: OrgScope): Promise<SamplesTable[]> {
  return tx.selectFrom('samples').selectAll().where('org_id', '=', scope.org).orderBy('seq').execute();
}

async function itemsBySample(
  tx: Tx,
  scope: OrgScope,
): Promise<ReadonlyMap<string, readonly SampleItemsTable[]>> {
  const rows = await tx
    .selectFrom('sample_items')
    .selectAll()
    .where('org_id', '=', scope.org)
    .orderBy('sample_id')
    .orderBy('number')
    .execute();
  return groupBy(rows, (row) => row.sample_id);
}

function ranksOf(items: readonly SampleItemsTable[], step: number): number[] {
  return items.filter((item) => item.step === step).map(({ rank }) => rank);
}

const codeOf = ({ seq }: SamplesTable): string => `S-${seq}`;
