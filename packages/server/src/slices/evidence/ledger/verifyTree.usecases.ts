// The tree again from its entries: rows, leaves, commitments, tiles, head, and every checkpoint that is at hand.
import {
  appendLeaves,
  consistencyProof,
  emptyRoot,
  entryFaults,
  leafBytes,
  leafHash,
  mayFollow,
  parseCheckpoint,
  readLeaf,
  rootOf,
  sameHash,
  TILE_WIDTH,
  toHex,
  trailText,
  verifyCheckpoint,
  type EntryFault,
  type ReadTile,
  type Tile,
} from '@assay/core';
import { sha256, verifyEd25519 } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import { originOf } from './checkpoint.usecases.ts';
import type { Fault, VerifyWork } from './fault.ts';
import { allTiles, findHead, type Head } from './append.repository.ts';
import { entriesFrom, type EntryRow, type TrailedEntry } from './ledger.repository.ts';

/** Entries that are read at a time. */
const BATCH = 5000;
const HASH_BYTES = 32;

const SAID: Readonly<Record<EntryFault, string>> = {
  'leaf.malformed': 'the leaf is not one that was written here',
  'leaf.place': 'the leaf belongs to another place or organisation',
  'payload.commitment': 'the payload is not what was committed to',
  'artefact.commitment': 'the artefact is not what was committed to',
  'trail.commitment': 'who acted, from where or for whom is not what was committed to',
};

/** A tree that is computed from entries alone. */
class Grown {
  readonly tiles = new Map<string, Tile>();
  readonly read: ReadTile = (id) => this.tiles.get(`${id.level}/${id.index}`)?.hashes;
  size = 0;
  root: Uint8Array = emptyRoot(sha256);
  /** First number that was not read yet; apart from the size when entries were taken away. */
  next = 0;

  append(rows: readonly EntryRow[]): void {
    const leaves = rows.map((row) => leafHash(leafBytes(row.leaf), sha256));
    const { size, root, changed } = appendLeaves({ size: this.size, read: this.read }, leaves, sha256);
    for (const tile of changed) this.tiles.set(`${tile.level}/${tile.index}`, tile);
    this.size = size;
    this.root = root;
    this.next = (rows.at(-1)?.seq ?? this.next - 1) + 1;
  }
}

/** Verifies the ledger of an organisation; `held` is a checkpoint that somebody kept. */
export async function verifyTree(work: VerifyWork, held: string | undefined) {
  return work.deps.db.inOrganisation(work.scope.org, async (tx) => {
    const faults: Fault[] = [];
    const grown = new Grown();
    await growOn(work, tx, { grown, faults });
    // Writers wait only for what came in meanwhile.
    const head = await findHead(tx, work.scope, true);
    await growOn(work, tx, { grown, faults });
    if (head) faults.push(...headFaults(work, head, grown));
    else faults.push({ item: 'ledger head', fault: 'is gone' });
    faults.push(...tileFaults(grown, await allTiles(tx, work.scope)));
    const notes: readonly (readonly [string, string | null | undefined])[] = [
      ['last signed checkpoint', head?.checkpoint],
      ['checkpoint that was signed last', work.deps.keys.lastSigned(work.scope.org)],
      ['checkpoint that was held', held],
    ];
    for (const [item, note] of notes) {
      const fault = typeof note === 'string' ? noteFault(work, note, grown) : undefined;
      if (fault !== undefined) faults.push({ item, fault });
    }
    return { size: grown.size, checkpoint: head?.checkpoint ?? null, faults };
  });
}

async function growOn(
  work: VerifyWork,
  tx: Tx,
  into: { readonly grown: Grown; readonly faults: Fault[] },
): Promise<void> {
  for (;;) {
    const rows = await entriesFrom(tx, work.scope, into.grown.next, BATCH);
    if (rows.length === 0) return;
    let expected = into.grown.next;
    for (const row of rows) {
      into.faults.push(...missingFaults(expected, row.seq), ...rowFaults(work, row));
      expected = row.seq + 1;
    }
    into.grown.append(rows);
  }
}

function missingFaults(expected: number, found: number): readonly Fault[] {
  if (found === expected) return [];
  const item = `ledger entry ${expected}`;
  return [
    { item, fault: found === expected + 1 ? 'is missing' : `and all before entry ${found} are missing` },
  ];
}

function rowFaults(work: VerifyWork, row: TrailedEntry): readonly Fault[] {
  const name = `entry ${row.seq} (${row.kind} ${row.subject})`;
  const item = `ledger ${name}`;
  const leaf = readLeaf(row.leaf);
  const agrees = !leaf || (leaf.kind === row.kind && leaf.subject === row.subject && leaf.at === row.at);
  const disclosed = {
    index: row.seq,
    leaf: row.leaf,
    salt: toHex(row.salt),
    payload: row.payload,
    artefact: row.artefact,
    trail: row.trail && trailText(row.trail),
  };
  return [
    ...(agrees ? [] : [{ item, fault: 'the row and its leaf disagree' }]),
    ...entryFaults(disclosed, work.scope.org, sha256).map((fault) => ({
      item: fault === 'trail.commitment' ? `trail of ${name}` : item,
      fault: SAID[fault],
    })),
    ...(leaf?.trailCommit !== undefined && !row.trail
      ? [{ item: `trail of ${name}`, fault: 'is gone: who acted and from where' }]
      : []),
  ];
}

function headFaults(work: VerifyWork, head: Head, grown: Grown): readonly Fault[] {
  const item = 'ledger head';
  const note = head.checkpoint === null ? undefined : parseCheckpoint(head.checkpoint);
  const signed = note === undefined ? null : note.ok ? note.value.size : undefined;
  const checks: readonly (readonly [boolean, string])[] = [
    [head.size === grown.size, `says ${head.size} entries, ${grown.size} are there`],
    [sameHash(grown.root, head.root), 'the root is not that of the entries'],
    [
      signed === undefined || signed === head.signedSize,
      `says that ${head.signedSize ?? 'no'} entries are signed`,
    ],
    [
      sameHash(head.publicKey, work.deps.keys.of(work.scope.org).publicKey),
      'the key is not this organisation’s',
    ],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => ({ item, fault }));
}

function tileFaults(grown: Grown, stored: readonly Tile[]): readonly Fault[] {
  const seen = new Set(stored.map((tile) => `${tile.level}/${tile.index}`));
  const wrong = stored.flatMap((tile): readonly Fault[] => {
    const name = `${tile.level}/${tile.index}`;
    const own = grown.tiles.get(name);
    if (own && sameHash(own.hashes, tile.hashes)) return [];
    return [
      {
        item: `ledger tile ${name}`,
        fault: own ? firstDifference(own, tile) : 'is more than the entries need',
      },
    ];
  });
  const missing = [...grown.tiles.keys()].filter((name) => !seen.has(name));
  return [...wrong, ...missing.map((name) => ({ item: `ledger tile ${name}`, fault: 'is missing' }))];
}

function firstDifference(own: Tile, stored: Tile): string {
  const at = own.hashes.findIndex((byte, i) => byte !== stored.hashes[i]);
  const place = own.index * TILE_WIDTH + Math.floor(Math.max(0, at) / HASH_BYTES);
  if (own.hashes.length !== stored.hashes.length) return 'has more or fewer hashes than the entries give';
  return own.level === 0
    ? `the hash of entry ${place} is not that of the entry`
    : 'the hashes are not those of the entries';
}

/** Why the entries do not follow from a signed checkpoint; undefined when they do. */
function noteFault(work: VerifyWork, text: string, grown: Grown): string | undefined {
  const key = work.deps.keys.of(work.scope.org).publicKey;
  if (!parseCheckpoint(text).ok) return 'it cannot be read';
  const note = verifyCheckpoint(text, key, { sha256, verify: verifyEd25519 });
  const origin = originOf(work.scope);
  if (!note.ok || note.value.origin !== origin) return 'the signature is not that of this organisation';
  const { size } = note.value;
  if (size > grown.size) return `was signed over ${size} entries; only ${grown.size} are left`;
  const proof = consistencyProof(size, grown.size, { read: grown.read, sha256 });
  const now = { origin, size: grown.size, root: rootOf(grown.size, grown.read, sha256) };
  const follows = mayFollow(note.value, now, { proof, sha256 });
  return follows.ok ? undefined : `the first ${size} entries are not those that were signed`;
}
