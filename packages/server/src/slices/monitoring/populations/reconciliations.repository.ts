// What second sources told of populations.
import type { Instant } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { ReconciliationRecord } from './population.ts';
import { storedReconciliation } from './stored.ts';

export async function reconciliationsOf(
  tx: Tx,
  scope: OrgScope,
  seqs: readonly number[],
  at?: Instant,
): Promise<ReadonlyMap<number, readonly ReconciliationRecord[]>> {
  let query = tx
    .selectFrom('population_reconciliations')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('population', '=', sql<number>`any(${[...seqs]}::int[])`)
    .orderBy('population')
    .orderBy('number');
  if (at !== undefined) query = query.where('made_at', '<=', at);
  const found = new Map<number, ReconciliationRecord[]>();
  for (const row of await query.execute()) {
    const list = found.get(row.population) ?? [];
    list.push({
      number: row.number,
      source: row.source,
      artefact: row.artefact,
      other: row.other,
      result: storedReconciliation.parse(row.result),
      agrees: row.agrees,
      by: row.made_by,
      at: row.made_at,
    });
    found.set(row.population, list);
  }
  return found;
}

export async function insertReconciliation(
  tx: Tx,
  scope: OrgScope,
  { seq, made }: { readonly seq: number; readonly made: ReconciliationRecord },
): Promise<void> {
  await tx
    .insertInto('population_reconciliations')
    .values({
      org_id: scope.org,
      population: seq,
      number: made.number,
      source: made.source,
      artefact: made.artefact,
      other: made.other,
      result: JSON.stringify(made.result),
      agrees: made.agrees,
      made_by: made.by,
      made_at: made.at,
    })
    .execute();
}
