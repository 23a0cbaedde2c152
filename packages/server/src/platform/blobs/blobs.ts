// Artefacts as files: content-addressed, acknowledged only when they are on the disk.
import type { Id } from '@assay/core';

export interface StoredBlob {
  readonly sha256: string;
  readonly size: number;
  /** First bytes, to tell the kind of file. */
  readonly head: Uint8Array;
}

/** A store of artefacts; bytes of one organisation are never shared with another. */
export interface Blobs {
  /** Stores a stream whole; refuses with `too_large` past the limit, leaves nothing behind on failure. */
  put(org: Id<'organisation'>, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<StoredBlob>;
  has(org: Id<'organisation'>, sha256: string): Promise<boolean>;
  read(org: Id<'organisation'>, sha256: string): AsyncIterable<Uint8Array>;
  /** Where the bytes lie, for a reader in another thread. */
  pathOf(org: Id<'organisation'>, sha256: string): string;
  removeAll(org: Id<'organisation'>): Promise<void>;
}

/** The stream was longer than allowed. */
export class BlobTooLarge extends Error {}
