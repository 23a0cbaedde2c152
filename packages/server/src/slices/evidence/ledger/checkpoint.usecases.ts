// The signed head of the ledger: signed only when it follows from the last one that was signed.
import {
  consistencyProof,
  err,
  inclusionProof,
  mayFollow,
  ok,
  parseSignedNote,
  rootOf,
  signCheckpoint,
  tilesForConsistency,
  tilesForInclusion,
  edgeTiles,
  toHex,
  verifierKey,
  type Checkpoint,
  type Instant,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { sha256 } from '../../../platform/crypto.ts';
import type { Keys } from '../../../platform/keys.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { listEntries, readHead, readTiles, saveCheckpoint } from './ledger.repository.ts';

export interface SignedHead {
  readonly checkpoint: string;
  readonly publicKey: string;
  readonly size: number;
  readonly root: string;
}

interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly keys: Keys;
  readonly now: Instant;
}

/** Name under which an organisation's ledger signs. */
export function originOf(scope: OrgScope): string {
  return `assay.local/${scope.org}`;
}

/** Signs the present head, or gives the last note when nothing was added. Reads everything from storage, nothing from memory. */
export async function signedHead(work: Work): Promise<Result<SignedHead, Refusal>> {
  const head = await readHead(work.tx, work.scope, true);
  const origin = originOf(work.scope);
  const key = work.keys.of(work.scope.org);
  const stored = rootOf(head.size, await readTiles(work.tx, work.scope, edgeTiles(head.size)), sha256);
  const next: Checkpoint = { origin, size: head.size, root: stored };
  const follows = await followsLast(work, head.checkpoint, next);
  if (!follows.ok) return follows;
  const unchanged = head.checkpoint !== null && head.signedSize === head.size;
  const checkpoint =
    unchanged && head.checkpoint !== null ? head.checkpoint : signCheckpoint(next, key, sha256);
  if (!unchanged) await saveCheckpoint(work.tx, work.scope, { checkpoint, size: head.size, at: work.now });
  return ok({
    checkpoint,
    publicKey: verifierKey(origin, key.publicKey, sha256),
    size: head.size,
    root: toHex(stored),
  });
}

async function followsLast(
  work: Work,
  last: string | null,
  next: Checkpoint,
): Promise<Result<true, Refusal>> {
  if (last === null) return ok(true);
  const note = parseSignedNote(last);
  if (!note.ok)
    return err({
      code: 'ledger.inconsistent',
      detail: 'The last signed checkpoint in the store is damaged. Run assay verify.',
    });
  const from = note.value.checkpoint.size;
  const read = await readTiles(work.tx, work.scope, tilesForConsistency(from, Math.max(from, next.size)));
  const proof = from <= next.size ? consistencyProof(from, next.size, { read, sha256 }) : [];
  const follows = mayFollow(note.value.checkpoint, next, { proof, sha256 });
  if (follows.ok) return follows;
  return err({
    code: 'ledger.inconsistent',
    detail: `Refused to sign: ${'why' in follows.error ? follows.error.why : follows.error.code}. Run assay verify and restore from a backup.`,
  });
}

export interface ProvenEntry {
  readonly index: number;
  readonly leaf: string;
  readonly proof: readonly string[];
}

/** A bundle that proves entries against the signed head, offline. */
export async function proveEntries(
  work: Work,
  wanted: { readonly subject?: string | undefined; readonly index?: number | undefined },
): Promise<Result<SignedHead & { readonly entries: readonly ProvenEntry[] }, Refusal>> {
  const head = await signedHead(work);
  if (!head.ok) return head;
  const rows = await listEntries(work.tx, work.scope, {
    subject: wanted.subject,
    seq: wanted.index,
    limit: 100,
  });
  if (rows.length === 0)
    return err({ code: 'ledger.entry_not_found', detail: 'The ledger has no such entry.' });
  const tiles = rows.flatMap((row) => tilesForInclusion(row.seq, head.value.size));
  const read = await readTiles(work.tx, work.scope, [
    ...new Map(tiles.map((tile) => [`${tile.level}/${tile.index}`, tile])).values(),
  ]);
  const entries = rows.map((row) => ({
    index: row.seq,
    leaf: row.leaf,
    proof: inclusionProof(row.seq, head.value.size, { read, sha256 }).map(toHex),
  }));
  return ok({ ...head.value, entries });
}

/** Proof that the first `from` entries of the tree of `to` entries are those of the tree of `from`. */
export async function proveGrowth(
  work: Work,
  from: number,
  to: number,
): Promise<Result<readonly string[], Refusal>> {
  const head = await readHead(work.tx, work.scope, false);
  if (from > to || to > head.size)
    return err({
      code: 'ledger.size_unknown',
      detail: `The ledger has ${head.size} entries; ask for sizes from 0 to ${head.size}, the smaller first.`,
    });
  const read = await readTiles(work.tx, work.scope, tilesForConsistency(from, to));
  return ok(consistencyProof(from, to, { read, sha256 }).map(toHex));
}
