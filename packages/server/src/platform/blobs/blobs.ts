// Artefacts as files: found by their hash, sealed, acknowledged only when they are on the disk.
import type { Id } from '@assay/core';
import type { FilePlace } from '@assay/sources';

export interface StoredBlob {
  readonly sha256: string;
  readonly size: number;
  /** First bytes, to tell the kind of file. */
  readonly head: Uint8Array;
}

/** How far the sealing of what an older Assay stored plain has come. */
export interface Unsealed {
  readonly files: number;
  /** Those whose bytes are not what their names say: they stay as they are, and `assay verify` names them. */
  readonly damaged: number;
}

/** A store of artefacts; bytes of one organisation are never shared with another. */
export interface Blobs {
  /** Stores a stream whole; refuses what is longer than the limit, and what was erased; leaves nothing behind on failure. */
  put(org: Id<'organisation'>, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<StoredBlob>;
  /** Whether the bytes are there and their key opens them. */
  has(org: Id<'organisation'>, sha256: string): Promise<boolean>;
  /** The bytes, all or from one place until before another; throws SealBroken for any that were not sealed here. */
  read(
    org: Id<'organisation'>,
    sha256: string,
    range?: { readonly from: number; readonly until: number },
  ): AsyncIterable<Uint8Array>;
  /** Where the bytes lie and what opens them, for a reader in a process of its own. */
  placeOf(org: Id<'organisation'>, sha256: string): FilePlace;
  /** Destroys the key of the bytes for good, then removes them; the same bytes are not taken again. */
  erase(org: Id<'organisation'>, sha256: string): Promise<void>;
  /** Whether that was done to its end. */
  isErased(org: Id<'organisation'>, sha256: string): boolean;
  /** What an older Assay stored plain and is not sealed yet. */
  unsealed(org: Id<'organisation'>): Promise<Unsealed>;
  /** Seals it, file by file; may end at any moment and be begun again. */
  sealAll(org: Id<'organisation'>, each: () => void): Promise<void>;
  removeAll(org: Id<'organisation'>): Promise<void>;
}

/** Bytes that were erased are not taken again. */
export class BlobErased extends Error {}

/** The stream was longer than allowed. */
export class BlobTooLarge extends Error {}
