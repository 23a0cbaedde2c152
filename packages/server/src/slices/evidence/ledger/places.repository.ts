// Where the ledger first speaks of something: the place that its proof starts from.
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { writeGathered } from './append.repository.ts';

/** Place of the entry that recorded each of these records or committed each of these imports. */
export async function ledgerPlaces(
  tx: Tx,
  scope: OrgScope,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (subjects.length === 0) return new Map();
  await writeGathered(tx);
  const { rows } = await sql<{ subject: string; seq: number }>`
    select subject, min(seq) as seq from ledger_entries
    where org_id = ${scope.org} and subject = any (${[...subjects]}::text[]) and kind in ('evidence.recorded', 'import.committed') group by subject`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.subject, row.seq]));
}
