// Reads and writes of statements and registers that were brought.
import type { Instant } from '@assay/core';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres/database.ts';
import { nextNumber, type OrgScope } from '../access/access.module.ts';
import type { KeptImportsTable } from './kept.tables.ts';
import {
  storedAsked,
  storedEffect,
  storedOutcome,
  storedReading,
  type Asked,
  type Effect,
  type Outcome,
  type Reading,
} from './stored.ts';

export type KeptKind = 'statement' | 'register';

export interface KeptRecord {
  /** `K-3` */
  readonly id: string;
  readonly kind: KeptKind;
  readonly state: 'pending' | 'committed' | 'undone';
  readonly filename: string;
  readonly artefact: string;
  readonly asked: Asked;
  readonly reading: Reading;
  readonly outcome: readonly Outcome[] | undefined;
  readonly effect: Effect | undefined;
  readonly by: string;
  readonly createdAt: Instant;
  readonly committedAt: Instant | null;
  readonly undoneAt: Instant | null;
}

const kind = z.enum(['statement', 'register']);
const state = z.enum(['pending', 'committed', 'undone']);

export async function listKept(
  tx: Tx,
  scope: OrgScope,
  of: { readonly kind?: KeptKind | undefined; readonly limit?: number } = {},
): Promise<readonly KeptRecord[]> {
  const rows = await tx
    .selectFrom('kept_imports')
    .selectAll()
    .where('org_id', '=', scope.org)
    .$if(of.kind !== undefined, (query) => query.where('kind', '=', of.kind ?? ''))
    .orderBy('seq', 'desc')
    .limit(of.limit ?? 1000)
    .execute();
  return rows.map(recordOf);
}

/** What was brought as any of the artefacts, taken back or not: its rows are kept. */
export async function keptOver(
  tx: Tx,
  scope: OrgScope,
  artefacts: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('kept_imports')
    .select(['kept_id', 'kind'])
    .where('org_id', '=', scope.org)
    .where('artefact', 'in', artefacts)
    .orderBy('seq')
    .execute();
  return rows.map((row) => `${row.kind} ${row.kept_id}`);
}

export async function findKept(
  tx: Tx,
  scope: OrgScope,
  id: string,
  lock = false,
): Promise<KeptRecord | undefined> {
  const row = await tx
    .selectFrom('kept_imports')
    .selectAll()
    .where('org_id', '=', scope.org)
    .where('kept_id', '=', id.toUpperCase())
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Keeps what was read as a dry run; one that waits for the same file is read anew in its place. */
export async function keepReading(
  tx: Tx,
  scope: OrgScope,
  fresh: Pick<KeptRecord, 'kind' | 'filename' | 'artefact' | 'asked' | 'reading'>,
  now: Instant,
): Promise<string> {
  const waiting = await tx
    .selectFrom('kept_imports')
    .select('kept_id')
    .where('org_id', '=', scope.org)
    .where('kind', '=', fresh.kind)
    .where('artefact', '=', fresh.artefact)
    .where('state', '=', 'pending')
    .forUpdate()
    .executeTakeFirst();
  const read = {
    asked: JSON.stringify(fresh.asked),
    reading: JSON.stringify(fresh.reading),
    edition: fresh.reading.kind === 'statement' ? fresh.reading.edition : null,
  };
  if (waiting) {
    await tx
      .updateTable('kept_imports')
      .set({ ...read, made_by: scope.principal.name, created_at: now })
      .where('org_id', '=', scope.org)
      .where('kept_id', '=', waiting.kept_id)
      .execute();
    return waiting.kept_id;
  }
  const seq = await nextNumber(tx, scope, 'kept');
  const { kind: of, filename, artefact } = fresh;
  await tx
    .insertInto('kept_imports')
    .values({
      org_id: scope.org,
      kept_id: `K-${seq}`,
      seq,
      kind: of,
      state: 'pending',
      filename,
      artefact,
      ...read,
      outcome: null,
      effect: null,
      made_by: scope.principal.name,
      created_at: now,
      committed_at: null,
      undone_at: null,
    })
    .execute();
  return `K-${seq}`;
}

/** Notes that a dry run was committed: what each row changed, what was written and what stood before. */
export async function noteCommit(
  tx: Tx,
  scope: OrgScope,
  of: { readonly id: string; readonly outcome: readonly Outcome[]; readonly effect: Effect },
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('kept_imports')
    .set({
      state: 'committed',
      committed_at: now,
      outcome: JSON.stringify(of.outcome),
      effect: JSON.stringify(of.effect),
    })
    .where('org_id', '=', scope.org)
    .where('kept_id', '=', of.id)
    .execute();
}

export async function noteUndo(tx: Tx, scope: OrgScope, id: string, now: Instant): Promise<void> {
  await tx
    .updateTable('kept_imports')
    .set({ state: 'undone', undone_at: now })
    .where('org_id', '=', scope.org)
    .where('kept_id', '=', id)
    .execute();
}

export async function dropKept(tx: Tx, scope: OrgScope, id: string): Promise<void> {
  await tx.deleteFrom('kept_imports').where('org_id', '=', scope.org).where('kept_id', '=', id).execute();
}

/** Throws away the dry runs that have waited since before an instant; what was committed stays. */
export async function dropWaitingSince(tx: Tx, scope: OrgScope, before: Instant): Promise<void> {
  await tx
    .deleteFrom('kept_imports')
    .where('org_id', '=', scope.org)
    .where('state', '=', 'pending')
    .where('created_at', '<', before)
    .execute();
}

function recordOf(row: Selectable<KeptImportsTable>): KeptRecord {
  return {
    id: row.kept_id,
    kind: kind.parse(row.kind),
    state: state.parse(row.state),
    filename: row.filename,
    artefact: row.artefact,
    asked: storedAsked.parse(row.asked),
    reading: storedReading.parse(row.reading),
    outcome: row.outcome === null ? undefined : storedOutcome.parse(row.outcome),
    effect: row.effect === null ? undefined : storedEffect.parse(row.effect),
    by: row.made_by,
    createdAt: row.created_at,
    committedAt: row.committed_at,
    undoneAt: row.undone_at,
  };
}
