// The ledger's rows: head, tiles, entries. Appending locks the head, so entries have one order.
import {
  appendLeaves,
  edgeTiles,
  emptyRoot,
  type LedgerRecord,
  type ReadTile,
  type Tile,
  type TileId,
} from '@assay/core';
import { sql } from 'kysely';
import { sha256 } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';

/** There is one tree for each organisation; the lane leaves room for more. */
const LANE = 0;

export interface Head {
  readonly size: number;
  readonly root: Uint8Array;
  readonly checkpoint: string | null;
  readonly signedSize: number | null;
  readonly publicKey: Uint8Array;
}

export interface Entry {
  readonly seq: number;
  readonly leaf: string;
  readonly salt: Uint8Array;
  readonly record: LedgerRecord & { readonly payloadText: string };
}

export async function openLedger(tx: Tx, scope: OrgScope, publicKey: Uint8Array): Promise<void> {
  await tx
    .insertInto('ledger_heads')
    .values({
      org_id: scope.org,
      lane: LANE,
      size: 0,
      root: Buffer.from(emptyRoot(sha256)),
      checkpoint: null,
      signed_size: null,
      signed_at: null,
      public_key: Buffer.from(publicKey),
    })
    .execute();
}

/** Head of the tree; locked until the transaction ends when something is to follow. */
export async function readHead(tx: Tx, scope: OrgScope, lock: boolean): Promise<Head> {
  const query = tx
    .selectFrom('ledger_heads')
    .select(['size', 'root', 'checkpoint', 'signed_size', 'public_key'])
    .where('org_id', '=', scope.org)
    .where('lane', '=', LANE);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirstOrThrow();
  return {
    size: row.size,
    root: row.root,
    checkpoint: row.checkpoint,
    signedSize: row.signed_size,
    publicKey: row.public_key,
  };
}

/** Lets nobody append until the transaction ends: what it reads belongs together. */
export async function holdLedger(tx: Tx, scope: OrgScope): Promise<void> {
  await readHead(tx, scope, true);
}

/** Reads tiles in one query and answers from memory. */
export async function readTiles(tx: Tx, scope: OrgScope, ids: readonly TileId[]): Promise<ReadTile> {
  if (ids.length === 0) return () => undefined;
  const rows = await sql<{ level: number; index: number; hashes: Buffer }>`
    select t.level, t.index, t.hashes from ledger_tiles t
    join unnest(${ids.map((id) => id.level)}::int[], ${ids.map((id) => id.index)}::bigint[]) as wanted(level, index) on t.level = wanted.level and t.index = wanted.index
    where t.org_id = ${scope.org}`.execute(tx);
  const tiles = new Map(rows.rows.map((row) => [`${row.level}/${row.index}`, row.hashes]));
  return (id) => tiles.get(`${id.level}/${id.index}`);
}

/** Grows the tree by leaf hashes and moves the head. */
export async function growTree(
  tx: Tx,
  scope: OrgScope,
  size: number,
  hashes: readonly Uint8Array[],
): Promise<void> {
  const read = await readTiles(tx, scope, edgeTiles(size));
  const grown = appendLeaves({ size, read }, hashes, sha256);
  await writeTiles(tx, scope, grown.changed);
  await tx
    .updateTable('ledger_heads')
    .set({ size: grown.size, root: Buffer.from(grown.root) })
    .where('org_id', '=', scope.org)
    .where('lane', '=', LANE)
    .execute();
}

export async function insertEntries(tx: Tx, scope: OrgScope, entries: readonly Entry[]): Promise<void> {
  await tx
    .insertInto('ledger_entries')
    .values(
      entries.map((entry) => ({
        org_id: scope.org,
        seq: entry.seq,
        kind: entry.record.kind,
        subject: entry.record.subject,
        at: entry.record.at,
        leaf: entry.leaf,
        salt: Buffer.from(entry.salt),
        payload: entry.record.payloadText,
        artefact: entry.record.artefact ?? null,
      })),
    )
    .execute();
}

export async function saveCheckpoint(
  tx: Tx,
  scope: OrgScope,
  signed: { readonly checkpoint: string; readonly size: number; readonly at: LedgerRecord['at'] },
): Promise<void> {
  await tx
    .updateTable('ledger_heads')
    .set({ checkpoint: signed.checkpoint, signed_size: signed.size, signed_at: signed.at })
    .where('org_id', '=', scope.org)
    .where('lane', '=', LANE)
    .execute();
}

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

/** A run of entries in order, for hashing everything again. */
export async function entriesFrom(
  tx: Tx,
  scope: OrgScope,
  from: number,
  limit: number,
): Promise<readonly EntryRow[]> {
  return tx
    .selectFrom('ledger_entries')
    .select(['seq', 'kind', 'subject', 'at', 'leaf', 'salt', 'payload', 'artefact'])
    .where('org_id', '=', scope.org)
    .where('seq', '>=', from)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** Entries of kinds that begin with `prefix` about these subjects, in order. */
export async function entriesAbout(
  tx: Tx,
  scope: OrgScope,
  subjects: readonly string[],
  prefix: string,
): Promise<readonly EntryRow[]> {
  if (subjects.length === 0) return [];
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
  const rows = await sql<{ what: string }>`
    select 'evidence ' || l.subject as what from ledger_entries l where l.org_id = ${scope.org} and l.kind = 'evidence.recorded'
      and not exists (select 1 from evidence e join evidence_versions v on v.org_id = e.org_id and v.evidence_id = e.evidence_id where e.org_id = l.org_id and e.evidence_id = l.subject)
    union all
    select 'import ' || l.subject from ledger_entries l where l.org_id = ${scope.org} and l.kind = 'import.committed'
      and not exists (select 1 from imports i where i.org_id = l.org_id and i.import_id = l.subject)
    limit 100`.execute(tx);
  return rows.rows.map((row) => row.what);
}

export async function allTiles(tx: Tx, scope: OrgScope): Promise<readonly Tile[]> {
  return tx
    .selectFrom('ledger_tiles')
    .select(['level', 'index', 'hashes'])
    .where('org_id', '=', scope.org)
    .orderBy('level')
    .orderBy('index')
    .execute();
}

async function writeTiles(tx: Tx, scope: OrgScope, tiles: readonly Tile[]): Promise<void> {
  if (tiles.length === 0) return;
  await tx
    .insertInto('ledger_tiles')
    .values(
      tiles.map((tile) => ({
        org_id: scope.org,
        level: tile.level,
        index: tile.index,
        hashes: Buffer.from(tile.hashes),
      })),
    )
    .onConflict((on) =>
      on.columns(['org_id', 'level', 'index']).doUpdateSet((set) => ({ hashes: set.ref('excluded.hashes') })),
    )
    .execute();
}
