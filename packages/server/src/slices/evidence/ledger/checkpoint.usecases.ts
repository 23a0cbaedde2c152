// The signed head of the ledger: signed only when it follows from everything that was signed before.
import {
  consistencyProof,
  edgeTiles,
  err,
  manifestStatement,
  mayFollow,
  ok,
  parseCheckpoint,
  rootOf,
  sameHash,
  signCheckpoint,
  signNote,
  tilesForConsistency,
  toHex,
  verifierKey,
  verifyCheckpoint,
  type Checkpoint,
  type Instant,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { sha256, sha256Hex, verifyEd25519 } from '../../../platform/crypto.ts';
import type { Keys } from '../../../platform/keys.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { readHead, readTiles, saveCheckpoint, type Head } from './append.repository.ts';

export interface SignedHead {
  readonly checkpoint: string;
  /** C2SP verifier key. */
  readonly publicKey: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly root: string;
}

export interface LedgerWork {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly keys: Keys;
  readonly now: Instant;
}

/** Name under which an organisation's ledger signs. */
export function originOf(scope: OrgScope): string {
  return `assay.local/${scope.org}`;
}

/** Key that an auditor keeps, as text. */
export function publicKeyOf(work: Pick<LedgerWork, 'keys' | 'scope'>): string {
  return verifierKey(
    { name: originOf(work.scope), publicKey: work.keys.of(work.scope.org).publicKey },
    sha256,
  );
}

/** Signs what an export's manifest lists, with the ledger's key. */
export function signManifest(work: Pick<LedgerWork, 'keys' | 'scope' | 'now'>, manifest: string): string {
  const name = originOf(work.scope);
  const statement = manifestStatement(name, work.now, sha256Hex(manifest));
  return signNote(statement, { name, signer: work.keys.of(work.scope.org) }, sha256);
}

/**
 * Signs the present head, or gives the last note when nothing was added. Entries, tiles and the last note are read
 * from storage, nothing from memory; only a head that is to be signed is locked, so proofs do not wait for writers.
 */
export async function signedHead(work: LedgerWork): Promise<Result<SignedHead, Refusal>> {
  const seen = await readHead(work.tx, work.scope, false);
  if (seen.checkpoint !== null && seen.signedSize === seen.size)
    return judged(work, seen, () => Promise.resolve(seen.checkpoint ?? ''));
  const head = await readHead(work.tx, work.scope, true);
  return judged(work, head, async (next) => {
    const checkpoint = signCheckpoint(next, work.keys.of(work.scope.org), sha256);
    work.keys.rememberSigned(work.scope.org, checkpoint);
    await saveCheckpoint(work.tx, work.scope, { checkpoint, size: next.size, at: work.now });
    return checkpoint;
  });
}

/**
 * The head that a proof speaks of. One that is signed already needs no second judgement: the proof is checked against
 * its root before it is given out, which says more about the tiles that it rests on.
 */
export async function headToProve(
  work: LedgerWork,
): Promise<Result<Pick<SignedHead, 'checkpoint' | 'size'>, Refusal>> {
  const { checkpoint, signedSize, size } = await readHead(work.tx, work.scope, false);
  return checkpoint !== null && signedSize === size ? ok({ checkpoint, size }) : signedHead(work);
}

async function judged(
  work: LedgerWork,
  head: Head,
  give: (next: Checkpoint) => Promise<string>,
): Promise<Result<SignedHead, Refusal>> {
  const root = await storedRoot(work, head);
  if (!root.ok) return root;
  const next: Checkpoint = { origin: originOf(work.scope), size: head.size, root: root.value };
  const before = new Set([head.checkpoint, work.keys.lastSigned(work.scope.org)]);
  for (const last of before) {
    const follows = typeof last === 'string' ? await followsLast(work, last, next) : ok(true);
    if (!follows.ok) return follows;
  }
  return ok({
    checkpoint: await give(next),
    publicKey: publicKeyOf(work),
    size: next.size,
    root: toHex(next.root),
  });
}

/** Root of the stored tiles; the head's own word must agree. */
async function storedRoot(work: LedgerWork, head: Head): Promise<Result<Uint8Array, Refusal>> {
  const read = await readTiles(work.tx, work.scope, edgeTiles(head.size));
  try {
    const root = rootOf(head.size, read, sha256);
    return sameHash(root, head.root) ? ok(root) : refused('the head’s root is not that of its tiles');
  } catch {
    return refused(`tiles of its ${head.size} entries are missing`);
  }
}

async function followsLast(work: LedgerWork, last: string, next: Checkpoint): Promise<Result<true, Refusal>> {
  const { publicKey } = work.keys.of(work.scope.org);
  const note = verifyCheckpoint(last, publicKey, { sha256, verify: verifyEd25519 });
  if (!note.ok)
    return refused(
      parseCheckpoint(last).ok
        ? 'the last checkpoint in the store was not signed with this ledger’s key'
        : 'the last signed checkpoint in the store is damaged',
    );
  const from = note.value.size;
  if (from > next.size) return refused(`the ledger shrank from ${from} to ${next.size} entries`);
  const read = await readTiles(work.tx, work.scope, tilesForConsistency(from, next.size));
  try {
    const proof = consistencyProof(from, next.size, { read, sha256 });
    const follows = mayFollow(note.value, next, { proof, sha256 });
    if (follows.ok) return follows;
    return refused('why' in follows.error ? follows.error.why : follows.error.code);
  } catch {
    return refused(`tiles of the first ${from} entries are missing`);
  }
}

function refused(why: string): Result<never, Refusal> {
  return err({
    code: 'ledger.inconsistent',
    detail: `Refused to sign: ${why}. Run assay verify and restore from a backup.`,
  });
}
