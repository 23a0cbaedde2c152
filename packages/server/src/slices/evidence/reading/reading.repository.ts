// Reads and writes of an import's row while its file is read.
import type { Id } from '@assay/core';
import type { Problem } from '@assay/sources';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import {
  recordOf,
  selection,
  type ImportOptions,
  type ImportRecord,
  type ImportSummary,
  type ReadingState,
} from '../imports.repository.ts';

export type FreshImport = Pick<
  ImportRecord,
  'id' | 'artefact' | 'filename' | 'options' | 'madeBy' | 'createdAt'
> & { readonly reading: ReadingState };

/** Whose turn it is to read: another token means that somebody else reads now. */
export interface Turn {
  readonly id: Id<'import'>;
  readonly token: string;
}

/** Opens an import before its observations come in. */
export async function openImport(tx: Tx, scope: OrgScope, fresh: FreshImport): Promise<void> {
  await tx
    .insertInto('imports')
    .values({
      org_id: scope.org,
      import_id: fresh.id,
      state: 'reading',
      artefact: fresh.artefact,
      filename: fresh.filename,
      options: JSON.stringify(fresh.options),
      summary: '{}',
      made_by: fresh.madeBy,
      created_at: fresh.createdAt,
      committed_at: null,
      undone_at: null,
      evidence_id: null,
      run_key: null,
      run_at: null,
      reading: JSON.stringify(fresh.reading),
    })
    .execute();
}

/** Says how far a reading is; false when it is nobody's turn any more: thrown away, or read by another. */
export async function tellReading(
  tx: Tx,
  scope: OrgScope,
  turn: Turn,
  reading: ReadingState,
): Promise<boolean> {
  const done = await tx
    .updateTable('imports')
    .set({ reading: JSON.stringify(reading) })
    .where(ofTurn(scope, turn))
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Ends a reading with what came of it; false when it was not its turn any more. */
export async function closeReading(
  tx: Tx,
  scope: OrgScope,
  end: Turn & {
    readonly state: 'pending' | 'refused';
    readonly summary: ImportSummary;
    readonly problems: readonly Problem[];
    readonly run: ImportRecord['run'];
  },
): Promise<boolean> {
  const done = await tx
    .updateTable('imports')
    .set({
      state: end.state,
      summary: JSON.stringify(end.summary),
      run_key: end.run?.key ?? null,
      run_at: end.run?.at ?? null,
      reading: null,
    })
    .where(ofTurn(scope, end))
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return false;
  if (end.problems.length > 0)
    await tx
      .insertInto('import_problems')
      .values(end.problems.map((problem, seq) => ({ org_id: scope.org, import_id: end.id, seq, ...problem })))
      .execute();
  return true;
}

/** Says of a reading that it was cut off; whoever asks need not wait for the silence. */
export async function breakOff(tx: Tx, scope: OrgScope, turn: Turn): Promise<void> {
  await tx.updateTable('imports').set({ state: 'interrupted' }).where(ofTurn(scope, turn)).execute();
}

/** Makes an import new again: what was read of it goes, a new turn begins. */
export async function reopenImport(
  tx: Tx,
  scope: OrgScope,
  id: Id<'import'>,
  reading: ReadingState,
): Promise<void> {
  for (const table of ['observations', 'population_rows', 'import_problems'] as const)
    await sql`delete from ${sql.table(table)} where org_id = ${scope.org} and import_id = ${id}`.execute(tx);
  await tx
    .updateTable('imports')
    .set({ state: 'reading', summary: '{}', reading: JSON.stringify(reading), run_key: null, run_at: null })
    .where('org_id', '=', scope.org)
    .where('import_id', '=', id)
    .execute();
}

/** What a dry run would change is said anew each time somebody asks for it. */
export async function renewChange(
  tx: Tx,
  scope: OrgScope,
  id: Id<'import'>,
  change: ImportSummary['change'],
): Promise<void> {
  await sql`update imports set summary = jsonb_set(summary, '{change}', ${JSON.stringify(change)}::jsonb)
    where org_id = ${scope.org} and import_id = ${id}`.execute(tx);
}

/** Throws away an import that never was true, with everything that was read of it. */
export async function dropImport(tx: Tx, scope: OrgScope, id: Id<'import'>): Promise<void> {
  await tx.deleteFrom('imports').where('org_id', '=', scope.org).where('import_id', '=', id).execute();
}

/** An earlier import of the same bytes; `asked` alike in everything, `read` alike in what its reader is told. */
export interface Alike {
  readonly held: ImportRecord;
  readonly asked: boolean;
  readonly read: boolean;
}

/** Imports of the same bytes, newest first. */
export async function importsAlike(
  tx: Tx,
  scope: OrgScope,
  of: { readonly artefact: string; readonly filename: string; readonly options: ImportOptions },
): Promise<readonly Alike[]> {
  const options = JSON.stringify(of.options);
  const part = (name: string) => sql`${sql.ref('options')} -> ${name}`;
  const wanted = (name: string) => sql`${options}::jsonb -> ${name}`;
  const rows = await selection(tx, scope)
    .select([
      sql<boolean>`options = ${options}::jsonb and imports.filename = ${of.filename}`.as('asked'),
      sql<boolean>`${part('columns')} is not distinct from ${wanted('columns')} and ${part('partial')} is not distinct from ${wanted('partial')}`.as(
        'alike',
      ),
    ])
    .where('artefact', '=', of.artefact)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({ held: recordOf(row), asked: row.asked, read: row.alike }));
}

function ofTurn(scope: OrgScope, turn: Turn) {
  return sql<boolean>`org_id = ${scope.org} and import_id = ${turn.id} and state = 'reading' and reading ->> 'token' = ${turn.token}`;
}
