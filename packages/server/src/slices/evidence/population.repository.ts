// Rows of populations that came with an import: a list that an auditor may sample from.
import type { Id } from '@assay/core';
import type { PopulationRow } from '@assay/sources';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';

const fieldsSchema = z.record(z.string(), z.string());

export async function insertPopulation(
  tx: Tx,
  scope: OrgScope,
  batch: { readonly importId: Id<'import'>; readonly from: number; readonly rows: readonly PopulationRow[] },
): Promise<void> {
  for (let i = 0; i < batch.rows.length; i += 1000) {
    await tx
      .insertInto('population_rows')
      .values(
        batch.rows.slice(i, i + 1000).map((row, k) => ({
          org_id: scope.org,
          import_id: batch.importId,
          seq: batch.from + i + k,
          population: row.population,
          key: row.key,
          fields: JSON.stringify(row.fields),
        })),
      )
      .execute();
  }
}

/** Rows of populations as they are stored, by their place in the file. */
export async function storedPopulation(
  tx: Tx,
  scope: OrgScope,
  run: { readonly importId: string; readonly from: number; readonly count: number },
): Promise<readonly PopulationRow[]> {
  const rows = await tx
    .selectFrom('population_rows')
    .select(['population', 'key', 'fields'])
    .where('org_id', '=', scope.org)
    .where('import_id', '=', run.importId)
    .where('seq', '>=', run.from)
    .where('seq', '<', run.from + run.count)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ ...row, fields: fieldsSchema.catch({}).parse(row.fields) }));
}

/** Lets go of the rows of a refused file. */
export async function dropPopulation(tx: Tx, scope: OrgScope, importId: Id<'import'>): Promise<void> {
  await tx
    .deleteFrom('population_rows')
    .where('org_id', '=', scope.org)
    .where('import_id', '=', importId)
    .execute();
}
