// Checkpoints: the head of the tree as a C2SP signed note that anybody can keep and compare.
import { err, ok, type Result } from '../../kernel/index.ts';
import { concatBytes, fromBase64, toBase64, toUtf8 } from './bytes.ts';
import { HASH_BYTES, sameHash, type Sha256 } from './hash.ts';
import { verifyConsistency } from './proof.ts';

/** Head of a tree: who speaks, how many entries, which root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A note with its signature, still unverified. */
export interface SignedNote {
  readonly checkpoint: Checkpoint;
  readonly body: string;
  readonly signer: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

export type CheckpointError =
  | { readonly code: 'checkpoint.malformed'; readonly why: string }
  | { readonly code: 'checkpoint.signature' }
  | { readonly code: 'checkpoint.inconsistent'; readonly why: string };

/** Signature type of Ed25519 in C2SP signed-note. */
const ED25519 = 1;

/** The text that is signed (C2SP tlog-checkpoint): origin, size, base64 root, each with a newline. */
export function checkpointBody(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
}

/** Key id: first four bytes of SHA-256(name || 0x0A || 0x01 || public key). */
export function keyId(name: string, publicKey: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(concatBytes([utf8(name), Uint8Array.of(10, ED25519), publicKey])).subarray(0, 4);
}

/** C2SP verifier key: `name+keyid+base64(0x01 || key)`. */
export function verifierKey(name: string, publicKey: Uint8Array, sha256: Sha256): string {
  const id = [...keyId(name, publicKey, sha256)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${name}+${id}+${toBase64(concatBytes([Uint8Array.of(ED25519), publicKey]))}`;
}

export interface Signer {
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** Writes the signed note. */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer, sha256: Sha256): string {
  const body = checkpointBody(checkpoint);
  const id = keyId(checkpoint.origin, signer.publicKey, sha256);
  const signature = signer.sign(utf8(body));
  return `${body}\n\u2014 ${checkpoint.origin} ${toBase64(concatBytes([id, signature]))}\n`;
}

/** Takes a signed note apart; strict, so that two readings never differ. */
export function parseSignedNote(text: string): Result<SignedNote, CheckpointError> {
  const cut = text.indexOf('\n\n');
  if (cut < 0) return malformed('no blank line before the signature');
  const body = text.slice(0, cut + 1);
  const lines = body.split('\n');
  const [origin = '', sizeText = '', rootText = ''] = lines;
  if (lines.length !== 4 || origin === '' || !/^(0|[1-9]\d{0,15})$/.test(sizeText))
    return malformed('expected origin, size and root');
  const root = fromBase64(rootText);
  if (!root || root.length !== HASH_BYTES) return malformed('the root is not 32 bytes of base64');
  const match = /^\u2014 (\S+) (\S+)\n$/.exec(text.slice(cut + 2));
  const blob = match?.[2] === undefined ? undefined : fromBase64(match[2]);
  if (!match?.[1] || blob?.length !== 68) return malformed('expected one Ed25519 signature line');
  return ok({
    checkpoint: { origin, size: Number(sizeText), root },
    body,
    signer: match[1],
    keyId: blob.subarray(0, 4),
    signature: blob.subarray(4),
  });
}

export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** Checks name, key id and signature of a note. */
export function verifyNote(
  text: string,
  publicKey: Uint8Array,
  ports: { readonly sha256: Sha256; readonly verify: VerifySignature },
): Result<Checkpoint, CheckpointError> {
  const note = parseSignedNote(text);
  if (!note.ok) return note;
  const { checkpoint, signer, body, signature } = note.value;
  const expected = keyId(checkpoint.origin, publicKey, ports.sha256);
  if (signer !== checkpoint.origin || !sameHash(expected, note.value.keyId))
    return err({ code: 'checkpoint.signature' });
  return ports.verify(publicKey, utf8(body), signature)
    ? ok(checkpoint)
    : err({ code: 'checkpoint.signature' });
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

/** Bodies and names are well formed: origins are checked where they are made. */
function utf8(text: string): Uint8Array {
  return toUtf8(text) ?? new Uint8Array(0);
}
