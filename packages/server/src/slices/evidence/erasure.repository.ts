// What goes when bytes are erased: records over them, imports of them, and rows that were read out of them.
import { parseId, type Id } from '@assay/core';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { dropDays, dropObservations } from '../monitoring/monitoring.module.ts';
import { dropPopulation } from './population.repository.ts';

/** Ids of all records that any version of has one of the artefacts. */
export async function recordsOver(
  tx: Tx,
  scope: OrgScope,
  artefacts: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('evidence_versions')
    .select('evidence_id')
    .distinct()
    .where('org_id', '=', scope.org)
    .where('artefact', 'in', artefacts)
    .orderBy('evidence_id')
    .execute();
  return rows.map((row) => row.evidence_id);
}

/** Imports of the artefacts, with what they are. */
export async function importsOver(tx: Tx, scope: OrgScope, artefacts: readonly string[]) {
  return tx
    .selectFrom('imports')
    .select(['import_id', 'state', 'filename'])
    .where('org_id', '=', scope.org)
    .where('artefact', 'in', artefacts)
    .orderBy('import_id')
    .execute();
}

/** Rows that were read out of the files of imports. */
export async function countDerived(tx: Tx, scope: OrgScope, imports: readonly string[]): Promise<number> {
  if (imports.length === 0) return 0;
  let sum = 0;
  for (const table of ['observations', 'population_rows', 'import_problems'] as const) {
    const row = await tx
      .selectFrom(table)
      .select((count) => count.fn.countAll<number>().as('n'))
      .where('org_id', '=', scope.org)
      .where('import_id', 'in', imports)
      .executeTakeFirstOrThrow();
    sum += row.n;
  }
  return sum;
}

/** Removes everything that was read out of the file of an import; that there was one stays. */
export async function dropDerived(tx: Tx, scope: OrgScope, importId: string): Promise<void> {
  const id: Id<'import'> | undefined = parseId('import', importId);
  if (!id) throw new Error(`stored import id is malformed: ${importId}`);
  await dropObservations(tx, scope, id);
  await dropDays(tx, scope, id);
  await dropPopulation(tx, scope, id);
  await tx
    .deleteFrom('import_problems')
    .where('org_id', '=', scope.org)
    .where('import_id', '=', id)
    .execute();
}

/** Artefacts of all versions of a record. */
export async function artefactsOf(tx: Tx, scope: OrgScope, id: Id<'evidence'>): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('evidence_versions')
    .select('artefact')
    .distinct()
    .where('org_id', '=', scope.org)
    .where('evidence_id', '=', id)
    .orderBy('artefact')
    .execute();
  return rows.map((row) => row.artefact);
}
