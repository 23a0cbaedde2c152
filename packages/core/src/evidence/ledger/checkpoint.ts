// Checkpoints: the head of the tree as a C2SP signed note that anybody can keep and compare.
import { err, ok, type Result } from '../../kernel/index.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { HASH_BYTES, type Sha256 } from './hash.ts';
import { openNote, signNote, splitNote, type Signer, type VerifySignature } from './note.ts';
import { verifyConsistency } from './proof.ts';

/** Head of a tree: who speaks, how many entries, which root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export type CheckpointError =
  | { readonly code: 'checkpoint.malformed'; readonly why: string }
  | { readonly code: 'checkpoint.signature' }
  | { readonly code: 'checkpoint.inconsistent'; readonly why: string };

/** The text that is signed (C2SP tlog-checkpoint): origin, size, base64 root, each with a newline. */
function checkpointBody(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
}

/** Writes the signed checkpoint; the log's key has the origin as its name. */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer, sha256: Sha256): string {
  return signNote(checkpointBody(checkpoint), { name: checkpoint.origin, signer }, sha256);
}

/**
 * Reads a checkpoint without looking at its signatures. Stricter than C2SP, so that two readings never differ:
 * no extension lines, no sizes that a double cannot hold, an origin that can also be the name of a key.
 */
export function parseCheckpoint(text: string): Result<Checkpoint, CheckpointError> {
  const note = splitNote(text);
  if (!note) return malformed('it is not a signed note');
  const lines = note.body.split('\n');
  const [origin = '', sizeText = '', rootText = ''] = lines;
  const size = Number(sizeText);
  if (lines.length !== 4 || !/^[^\s+]+$/.test(origin) || !/^(0|[1-9]\d{0,15})$/.test(sizeText))
    return malformed('expected origin, size and root');
  if (!Number.isSafeInteger(size)) return malformed('the size is too large');
  const root = fromBase64(rootText);
  if (!root || root.length !== HASH_BYTES) return malformed('the root is not 32 bytes of base64');
  return ok({ origin, size, root });
}

/** Reads a checkpoint that the log's key signed; a signature by that key that is wrong refuses the whole note. */
export function verifyCheckpoint(
  text: string,
  publicKey: Uint8Array,
  ports: { readonly sha256: Sha256; readonly verify: VerifySignature },
): Result<Checkpoint, CheckpointError> {
  const checkpoint = parseCheckpoint(text);
  if (!checkpoint.ok) return checkpoint;
  const opened = openNote(text, { name: checkpoint.value.origin, publicKey }, ports);
  return opened === undefined ? err({ code: 'checkpoint.signature' }) : checkpoint;
}

/** A log must not sign a checkpoint that is inconsistent with an earlier one (C2SP tlog-checkpoint). */
export function mayFollow(
  last: Checkpoint,
  next: Checkpoint,
  growth: { readonly proof: readonly Uint8Array[]; readonly sha256: Sha256 },
): Result<true, CheckpointError> {
  if (last.origin !== next.origin) return inconsistent('the origin changed');
  if (next.size < last.size)
    return inconsistent(`the ledger shrank from ${last.size} to ${next.size} entries`);
  const grown = verifyConsistency(
    { from: last.size, to: next.size, oldRoot: last.root, newRoot: next.root, proof: growth.proof },
    growth.sha256,
  );
  return grown ? ok(true) : inconsistent(`the first ${last.size} entries are not those that were signed`);
}

function malformed(why: string): Result<never, CheckpointError> {
  return err({ code: 'checkpoint.malformed', why });
}

function inconsistent(why: string): Result<never, CheckpointError> {
  return err({ code: 'checkpoint.inconsistent', why });
}
