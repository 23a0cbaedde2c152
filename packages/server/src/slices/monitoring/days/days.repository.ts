// What follows from a commit or an undoing for each day: kept in the same transaction as the import itself.
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { ImportRun } from '../latest.repository.ts';
import { rebuildSpans, respan, spansDiffer } from './failures.repository.ts';
import { rebuildRollups, rollUp, rollupsDiffer } from './rollups.repository.ts';

/** How much was touched: rows of days, and subjects whose failures were told again. */
export interface Touched {
  readonly days: number;
  readonly subjects: number;
}

/** After the commit of an import. */
export async function addDays(tx: Tx, scope: OrgScope, committed: ImportRun): Promise<Touched> {
  return { days: await rollUp(tx, scope, committed.importId), subjects: await respan(tx, scope, committed) };
}

/** After an import was undone: its days stop counting by themselves. */
export async function withdrawDays(tx: Tx, scope: OrgScope, undone: ImportRun): Promise<Touched> {
  return { days: 0, subjects: await respan(tx, scope, undone) };
}

/** Names of what is not what the imports give. */
export async function daysDiffer(tx: Tx, scope: OrgScope): Promise<readonly string[]> {
  return [
    ...(await rollupsDiffer(tx, scope)).map((each) => `day ${each}`),
    ...(await spansDiffer(tx, scope)).map((each) => `failure of ${each}`),
  ];
}

/** Derives everything again. */
export async function rebuildDays(
  tx: Tx,
  scope: OrgScope,
): Promise<{ readonly rollups: number; readonly spans: number }> {
  return { rollups: await rebuildRollups(tx, scope), spans: await rebuildSpans(tx, scope) };
}
