// Reads and writes of what the statement adds to the word on applicability: reasons, how, owner, day.
import { parsePlainDate, REASON_KINDS, type Instant, type JsonValue, type RowNotes } from '@assay/core';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import { versionAfter } from '../../platform/postgres/nextVersion.ts';
import { knownAt } from '../../platform/postgres/versions.ts';
import type { OrgScope } from '../access/access.module.ts';

const storedNotes = z.object({
  reasons: z.array(
    z.union([
      z.object({ kind: z.enum(['risk', 'law', 'contract']), ref: z.string() }),
      z.object({ kind: z.enum(REASON_KINDS), text: z.string() }),
    ]),
  ),
  word: z.string(),
  how: z.string(),
  owner: z.string().nullable(),
  due: z.string().nullable(),
  custom: z.record(z.string(), z.string()).optional(),
});

export const NO_NOTES: RowNotes = { reasons: [], word: '', how: '', owner: undefined, due: undefined };

export async function listNotes(
  tx: Tx,
  scope: OrgScope,
  at?: Instant,
): Promise<ReadonlyMap<string, RowNotes>> {
  const rows = await tx
    .selectFrom('soa_row_versions')
    .select(['row_id', 'notes'])
    .where('org_id', '=', scope.org)
    .where(knownAt(at))
    .execute();
  return new Map(rows.map((row) => [row.row_id, notesOf(row.notes)]));
}

/** Writes the next version of a row's notes; returns its number. */
export async function writeNotes(
  tx: Tx,
  scope: OrgScope,
  next: { readonly row: string; readonly notes: RowNotes; readonly now: Instant },
): Promise<number> {
  const version = await versionAfter(tx, scope, {
    table: 'soa_row_versions',
    key: { row_id: next.row },
    now: next.now,
  });
  await tx
    .insertInto('soa_row_versions')
    .values({ ...version, row_id: next.row, notes: JSON.stringify(notesDocument(next.notes)) })
    .execute();
  return version.revision;
}

export function notesOf(stored: unknown): RowNotes {
  const { owner, due, custom, ...rest } = storedNotes.parse(stored);
  return {
    ...rest,
    owner: owner ?? undefined,
    due: due === null ? undefined : parsePlainDate(due),
    ...(custom && { custom }),
  };
}

/** Notes in the words of the ledger's payload, which are those of the table. */
export function notesDocument(notes: RowNotes): Readonly<Record<string, JsonValue>> {
  return {
    reasons: notes.reasons.map((reason) => ({ ...reason })),
    word: notes.word,
    how: notes.how,
    owner: notes.owner ?? null,
    due: notes.due ?? null,
    // Only where there is any: a statement that was never brought has none.
    ...(Object.keys(notes.custom ?? {}).length > 0 && { custom: { ...notes.custom } }),
  };
}
