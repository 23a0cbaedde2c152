// The ledger's entries as they are read: by number, by subject, by kind. What gathers is written before it is read.
import type { LedgerRecord, TrailOrigin } from '@assay/core';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { writeGathered } from './append.repository.ts';
import { TRAIL_COLUMNS, trailIn } from './trailRow.ts';

export interface EntryRow {
  readonly seq: number;
  readonly kind: string;
  readonly subject: string;
  readonly at: LedgerRecord['at'];
  readonly leaf: string;
  readonly salt: Uint8Array;
  readonly payload: string;
  readonly artefact: string | null;
}

/** Entries by subject or number, newest first; `before` continues a list. */
export async function listEntries(
  tx: Tx,
  scope: OrgScope,
  wanted: {
    readonly subject?: string | undefined;
    readonly seq?: number | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly EntryRow[]> {
  await writeGathered(tx);
  let query = tx
    .selectFrom('ledger_entries')
    .select(['seq', 'kind', 'subject', 'at', 'leaf', 'salt', 'payload', 'artefact'])
    .where('org_id', '=', scope.org)
    .orderBy('seq', 'desc')
    .limit(wanted.limit);
  if (wanted.subject !== undefined) query = query.where('subject', '=', wanted.subject);
  if (wanted.seq !== undefined) query = query.where('seq', '=', wanted.seq);
  if (wanted.before !== undefined) query = query.where('seq', '<', wanted.before);
  return query.execute();
}

/** An entry with its row of the trail; null where there is none. */
export type TrailedEntry = EntryRow & { readonly trail: TrailOrigin | null };

/** A run of entries in order, for hashing everything again. */
export async function entriesFrom(
  tx: Tx,
  scope: OrgScope,
  from: number,
  limit: number,
): Promise<readonly TrailedEntry[]> {
  await writeGathered(tx);
  const rows = await tx
    .selectFrom('ledger_entries as e')
    .leftJoin('trail as t', (on) => on.onRef('t.org_id', '=', 'e.org_id').onRef('t.seq', '=', 'e.seq'))
    .select(['e.seq', 'e.kind', 'e.subject', 'e.at', 'e.leaf', 'e.salt', 'e.payload', 'e.artefact'])
    .select(TRAIL_COLUMNS)
    .where('e.org_id', '=', scope.org)
    .where('e.seq', '>=', from)
    .orderBy('e.seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, trail: trailIn(row) }));
}

/** Entries of kinds that begin with `prefix` about these subjects, in order. */
export async function entriesAbout(
  tx: Tx,
  scope: OrgScope,
  subjects: readonly string[],
  prefix: string,
): Promise<readonly EntryRow[]> {
  if (subjects.length === 0) return [];
  await writeGathered(tx);
  return tx
    .selectFrom('ledger_entries')
    .select(['seq', 'kind', 'subject', 'at', 'leaf', 'salt', 'payload', 'artefact'])
    .where('org_id', '=', scope.org)
    .where('subject', 'in', [...subjects])
    .where('kind', 'like', `${prefix}%`)
    .orderBy('seq')
    .execute();
}

/** All entries of these kinds, in order. */
export async function entriesOfKinds(
  tx: Tx,
  scope: OrgScope,
  kinds: readonly string[],
): Promise<readonly EntryRow[]> {
  await writeGathered(tx);
  return tx
    .selectFrom('ledger_entries')
    .select(['seq', 'kind', 'subject', 'at', 'leaf', 'salt', 'payload', 'artefact'])
    .where('org_id', '=', scope.org)
    .where('kind', 'in', [...kinds])
    .orderBy('seq')
    .execute();
}

/** Records and imports that the ledger speaks of and that are gone. */
export async function goneFromStore(tx: Tx, scope: OrgScope): Promise<readonly string[]> {
  await writeGathered(tx);
  const rows = await sql<{ what: string }>`
    select 'evidence ' || l.subject as what from ledger_entries l where l.org_id = ${scope.org} and l.kind = 'evidence.recorded'
      and not exists (select 1 from evidence e join evidence_versions v on v.org_id = e.org_id and v.evidence_id = e.evidence_id where e.org_id = l.org_id and e.evidence_id = l.subject)
    union all
    select 'import ' || l.subject from ledger_entries l where l.org_id = ${scope.org} and l.kind = 'import.committed'
      and not exists (select 1 from imports i where i.org_id = l.org_id and i.import_id = l.subject)
    limit 100`.execute(tx);
  return rows.rows.map((row) => row.what);
}
