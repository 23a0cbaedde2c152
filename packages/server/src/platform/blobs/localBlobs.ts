// The store on a local disk: temporary name, hash on the way, fsync, rename, fsync of the directory.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Id } from '@assay/core';
import { BlobTooLarge, type Blobs, type StoredBlob } from './blobs.ts';
import { Shelves } from './shelves.ts';

const HEAD_BYTES = 65_536;
/** How much is written at once. */
const WRITE_BYTES = 1 << 20;
/** How many chunks may be on their way to the disk. */
const WAITING = 2;
/** How much is written before the disk is asked to make it durable while more comes. */
const SYNC_BYTES = 1 << 25;

/** Opens the store under a directory. */
export function localBlobs(root: string): Blobs {
  const shelves = new Shelves();
  const pathOf = (org: Id<'organisation'>, sha256: string): string =>
    join(root, org, sha256.slice(0, 2), sha256);
  return {
    pathOf,
    put: async (org, bytes, limit) => {
      const directory = join(root, org);
      await shelves.open(directory);
      return put({ directory, shelves, pathOf: (sha) => pathOf(org, sha) }, bytes, limit);
    },
    has: (org, sha256) =>
      access(pathOf(org, sha256)).then(
        () => true,
        () => false,
      ),
    read: (org, sha256) => createReadStream(pathOf(org, sha256), { highWaterMark: 1 << 18 }),
    removeAll: async (org) => {
      await rm(join(root, org), { recursive: true, force: true });
      shelves.forget(join(root, org));
    },
  };
}

interface Place {
  readonly directory: string;
  readonly shelves: Shelves;
  readonly pathOf: (sha256: string) => string;
}

async function put(place: Place, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<StoredBlob> {
  const temporary = join(place.directory, `.incoming-${randomUUID()}`);
  const file = await open(temporary, 'wx', 0o600);
  try {
    const written = await write(file, bytes, limit);
    await file.sync();
    await file.close();
    const path = place.pathOf(written.sha256);
    await place.shelves.open(dirname(path));
    await rename(temporary, path);
    await place.shelves.sync(dirname(path));
    return written;
  } catch (cause) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw cause;
  }
}

async function write(
  file: Awaited<ReturnType<typeof open>>,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<StoredBlob> {
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  const writing: Promise<void>[] = [];
  const syncs = new EarlySyncs(file);
  let size = 0;
  for await (const chunk of gathered(bytes)) {
    if (size + chunk.byteLength > limit) throw new BlobTooLarge(`longer than ${limit} bytes`);
    if (size < HEAD_BYTES) head.push(Uint8Array.from(chunk.subarray(0, HEAD_BYTES - size)));
    // The disk writes while the processor hashes; a few chunks may wait for it, each with its own place.
    const one = writeWhole(file, chunk, size);
    one.catch(() => undefined);
    writing.push(one);
    hash.update(chunk);
    size += chunk.byteLength;
    if (writing.length >= WAITING) await writing.shift();
    syncs.written(size);
  }
  await Promise.all(writing);
  await syncs.over();
  return { sha256: hash.digest('hex'), size, head: Buffer.concat(head) };
}

/**
 * Asks the disk to begin before the end: a large file is made durable while it comes, and the last sync has
 * little left to do. One at a time; the system tells a failed write once, so it is kept until the end.
 */
class EarlySyncs {
  readonly #file: Awaited<ReturnType<typeof open>>;
  readonly #failures: unknown[] = [];
  #asked = 0;
  #running: Promise<void> | undefined;

  constructor(file: Awaited<ReturnType<typeof open>>) {
    this.#file = file;
  }

  written(size: number): void {
    if (this.#running || size - this.#asked < SYNC_BYTES) return;
    this.#asked = size;
    this.#running = this.#file
      .datasync()
      .catch((cause: unknown) => void this.#failures.push(cause))
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** Waits, and throws what went wrong. */
  async over(): Promise<void> {
    await this.#running;
    if (this.#failures.length > 0) throw this.#failures[0];
  }
}

/**
 * Small chunks together: each write is a way to the disk's thread and back. They are gathered in a ring of
 * buffers, one more than may wait for the disk, so that none is filled again before it is written.
 */
async function* gathered(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const ring: Buffer[] = [];
  let turn = 0;
  let held = (ring[turn] ??= Buffer.allocUnsafeSlow(WRITE_BYTES));
  let size = 0;
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.byteLength;) {
      const part = chunk.subarray(at, at + WRITE_BYTES - size);
      held.set(part, size);
      at += part.byteLength;
      size += part.byteLength;
      if (size < WRITE_BYTES) continue;
      yield held;
      turn = (turn + 1) % (WAITING + 1);
      held = ring[turn] ??= Buffer.allocUnsafeSlow(WRITE_BYTES);
      size = 0;
    }
  }
  if (size > 0) yield held.subarray(0, size);
}

async function writeWhole(
  file: Awaited<ReturnType<typeof open>>,
  chunk: Uint8Array,
  place: number,
): Promise<void> {
  for (let at = 0; at < chunk.byteLength;)
    at += (await file.write(chunk, at, chunk.byteLength - at, place + at)).bytesWritten;
}
