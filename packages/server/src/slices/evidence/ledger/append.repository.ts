// The ledger's growing end: head, tiles and new entries. Appending locks the head, so entries have one order.
import {
  appendLeaves,
  edgeTiles,
  emptyRoot,
  leafBytes,
  leafHash,
  type LedgerRecord,
  type TrailOrigin,
  type ReadTile,
  type Tile,
  type TileId,
} from '@assay/core';
import { sql } from 'kysely';
import { sha256 } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { trailColumns } from './trailRow.ts';

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
  readonly trail: TrailOrigin;
}

/** Entries of a transaction that are not written yet. */
interface Gathering {
  readonly scope: OrgScope;
  /** Place of the next entry. */
  next: number;
  readonly entries: Entry[];
}

const GATHERING = new WeakMap<Tx, Gathering>();

/** How many gather at most. */
const TOGETHER = 500;

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
  const head = await findHead(tx, scope, lock);
  if (!head) throw new Error('the ledger has no head; run assay verify');
  return head;
}

/** The head as it is found; undefined when somebody took it away. */
export async function findHead(tx: Tx, scope: OrgScope, lock: boolean): Promise<Head | undefined> {
  await writeGathered(tx);
  const query = tx
    .selectFrom('ledger_heads')
    .select(['size', 'root', 'checkpoint', 'signed_size', 'public_key'])
    .where('org_id', '=', scope.org)
    .where('lane', '=', LANE);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return (
    row && {
      size: row.size,
      root: row.root,
      checkpoint: row.checkpoint,
      signedSize: row.signed_size,
      publicKey: row.public_key,
    }
  );
}

/** Lets nobody append until the transaction ends: what it reads belongs together. */
export async function holdLedger(tx: Tx, scope: OrgScope): Promise<void> {
  if (GATHERING.get(tx)?.scope.org !== scope.org) await findHead(tx, scope, true);
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

/** Writes the entries that `seal` makes from their first place on, and returns that place. */
export async function append(
  tx: Tx,
  scope: OrgScope,
  seal: (first: number) => readonly Entry[],
): Promise<number> {
  const held = GATHERING.get(tx);
  if (held?.scope.org === scope.org) return gather(tx, held, seal);
  const { size } = await readHead(tx, scope, true);
  await write(tx, scope, size, seal(size));
  return size;
}

/**
 * While `act` goes on, entries of this transaction gather and are written many at a time: a thousand acts in one
 * transaction would otherwise write the head and the tree's edge a thousand times, each over the ones before it.
 * Whoever reads the ledger within the transaction has them written first. What has gathered when `act` fails is written by
 * nobody: the transaction must fail with it.
 */
export async function gathering<T>(tx: Tx, scope: OrgScope, act: () => Promise<T>): Promise<T> {
  const { size } = await readHead(tx, scope, true);
  GATHERING.set(tx, { scope, next: size, entries: [] });
  try {
    const done = await act();
    await writeGathered(tx);
    return done;
  } finally {
    GATHERING.delete(tx);
  }
}

/** Writes what has gathered. */
export async function writeGathered(tx: Tx): Promise<void> {
  const held = GATHERING.get(tx);
  if (!held || held.entries.length === 0) return;
  const entries = held.entries.splice(0);
  await write(tx, held.scope, held.next - entries.length, entries);
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

export async function allTiles(tx: Tx, scope: OrgScope): Promise<readonly Tile[]> {
  return tx
    .selectFrom('ledger_tiles')
    .select(['level', 'index', 'hashes'])
    .where('org_id', '=', scope.org)
    .orderBy('level')
    .orderBy('index')
    .execute();
}

async function gather(tx: Tx, held: Gathering, seal: (first: number) => readonly Entry[]): Promise<number> {
  const first = held.next;
  const entries = seal(first);
  held.entries.push(...entries);
  held.next += entries.length;
  if (held.entries.length >= TOGETHER) await writeGathered(tx);
  return first;
}

/** Writes entries, grows the tree by their hashes and moves the head. */
async function write(tx: Tx, scope: OrgScope, size: number, entries: readonly Entry[]): Promise<void> {
  await insertEntries(tx, scope, entries);
  const read = await readTiles(tx, scope, edgeTiles(size));
  const hashes = entries.map((entry) => leafHash(leafBytes(entry.leaf), sha256));
  const grown = appendLeaves({ size, read }, hashes, sha256);
  await writeTiles(tx, scope, grown.changed);
  await tx
    .updateTable('ledger_heads')
    .set({ size: grown.size, root: Buffer.from(grown.root) })
    .where('org_id', '=', scope.org)
    .where('lane', '=', LANE)
    .execute();
}

async function insertEntries(tx: Tx, scope: OrgScope, entries: readonly Entry[]): Promise<void> {
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
  await tx
    .insertInto('trail')
    .values(entries.map(({ seq, trail }) => ({ org_id: scope.org, seq, ...trailColumns(trail) })))
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
