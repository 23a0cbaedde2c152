// An entry of the ledger: it commits to what happened without telling it.
// Everything personal stands behind a salted commitment, so erasing salt and payload later leaves
// the proofs whole and the content unrecoverable.
import type { Instant, Result } from '../../kernel/index.ts';
import { concatBytes, fromHex, toHex, toUtf8 } from './bytes.ts';
import { canonicalBytes, canonicalText, type JsonValue, type NotCanonical } from './canonical.ts';
import type { Sha256 } from './hash.ts';

/** What is recorded: the kind of act, its object, and the whole payload that stays in the store. */
export interface LedgerRecord {
  readonly kind: string;
  /** Identifier of what it is about; identifiers carry no personal data. */
  readonly subject: string;
  readonly at: Instant;
  readonly payload: JsonValue;
  /** SHA-256 (hex) of the artefact, when there is one. */
  readonly artefact?: string;
}

/** Place and salt that the store adds to a record. */
export interface LeafSeal {
  readonly org: string;
  readonly seq: number;
  /** 32 random bytes, kept beside the payload. */
  readonly salt: Uint8Array;
  /** Canonical text of who did it, from where and for whom; entries from before the trail have none. */
  readonly trail?: string;
}

/** SHA-256(salt || SHA-256(content)) as hexadecimal text. */
export function commitment(salt: Uint8Array, digest: Uint8Array, sha256: Sha256): string {
  return toHex(sha256(concatBytes([salt, digest])));
}

/** Canonical text of the leaf; its UTF-8 bytes are what the tree hashes. */
export function leafText(record: LedgerRecord, seal: LeafSeal, sha256: Sha256): Result<string, NotCanonical> {
  const payload = canonicalBytes(record.payload);
  if (!payload.ok) return payload;
  const trail = seal.trail === undefined ? undefined : toUtf8(seal.trail);
  const blob = record.artefact === undefined ? undefined : fromHex(record.artefact);
  return canonicalText({
    v: trail ? 2 : 1,
    org: seal.org,
    seq: seal.seq,
    kind: record.kind,
    subject: record.subject,
    at: record.at,
    commit: commitment(seal.salt, sha256(payload.value), sha256),
    ...(trail ? { trail_commit: commitment(seal.salt, sha256(trail), sha256) } : {}),
    ...(blob ? { blob_commit: commitment(seal.salt, blob, sha256) } : {}),
  });
}

/** UTF-8 of a leaf's text, which is well formed by construction. */
export function leafBytes(text: string): Uint8Array {
  return toUtf8(text) ?? new Uint8Array(0);
}
