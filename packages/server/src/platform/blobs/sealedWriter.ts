// Writes a stream sealed: hashed and sealed on the way, the disk working meanwhile, the header last.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { CHUNK_BYTES, HEADER_BYTES, sealChunk, sealHeader, TAG_BYTES, type FileSeal } from '@assay/sources';
import { BlobTooLarge, type StoredBlob } from './blobs.ts';

const HEAD_BYTES = 65_536;
/** How many chunks are written at once. */
const TOGETHER = 16;
/** How many writes may be on their way to the disk. */
const WAITING = 2;
/** How much is written before the disk is asked to make it durable while more comes. */
const SYNC_BYTES = 1 << 25;

export interface SealingOf {
  readonly seal: FileSeal;
  readonly keyId: string;
  readonly limit: number;
}

/** Seals a stream into an empty file. The caller makes the end durable. */
export async function writeSealed(
  file: FileHandle,
  bytes: AsyncIterable<Uint8Array>,
  { seal, keyId, limit }: SealingOf,
): Promise<StoredBlob> {
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  const writing: Promise<void>[] = [];
  const syncs = new EarlySyncs(file);
  // One more than may wait for the disk, so that none is filled again before it is written.
  const ring = Array.from({ length: WAITING + 1 }, () =>
    Buffer.allocUnsafeSlow(TOGETHER * (CHUNK_BYTES + TAG_BYTES)),
  );
  let size = 0;
  let place = HEADER_BYTES;
  for await (const plain of gathered(bytes)) {
    if (size + plain.byteLength > limit) throw new BlobTooLarge(`longer than ${limit} bytes`);
    if (size < HEAD_BYTES) head.push(Uint8Array.from(plain.subarray(0, HEAD_BYTES - size)));
    hash.update(plain);
    if (writing.length >= WAITING) await writing.shift();
    const turn = ring.shift() ?? Buffer.alloc(0);
    ring.push(turn);
    const sealed = sealInto(turn, plain, { seal, first: size / CHUNK_BYTES });
    const one = writeWhole(file, sealed, place);
    one.catch(() => undefined);
    writing.push(one);
    size += plain.byteLength;
    place += sealed.byteLength;
    syncs.written(place);
  }
  await Promise.all(writing);
  const sha256 = hash.digest('hex');
  await writeWhole(file, sealHeader(seal, { keyId, size }, sha256), 0);
  await syncs.over();
  return { sha256, size, head: Buffer.concat(head) };
}

/** Seals up to sixteen chunks into a buffer. */
function sealInto(
  into: Buffer,
  plain: Uint8Array,
  { seal, first }: { readonly seal: FileSeal; readonly first: number },
): Uint8Array {
  let at = 0;
  for (let i = 0; i * CHUNK_BYTES < plain.byteLength; i += 1)
    for (const part of sealChunk(seal, first + i, plain.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES))) {
      into.set(part, at);
      at += part.byteLength;
    }
  return into.subarray(0, at);
}

/**
 * Asks the disk to begin before the end: a large file is made durable while it comes, and the last sync has
 * little left to do. One at a time; the system tells a failed write once, so it is kept until the end.
 */
class EarlySyncs {
  readonly #file: FileHandle;
  readonly #failures: unknown[] = [];
  #asked = 0;
  #running: Promise<void> | undefined;

  constructor(file: FileHandle) {
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

/** Small pieces together, all but the last a whole number of chunks; the buffer is filled again for the next. */
async function* gathered(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Buffer | undefined;
  let size = 0;
  for await (const piece of bytes)
    for (let at = 0; at < piece.byteLength;) {
      held ??= Buffer.allocUnsafeSlow(TOGETHER * CHUNK_BYTES);
      const part = piece.subarray(at, at + held.byteLength - size);
      held.set(part, size);
      at += part.byteLength;
      size += part.byteLength;
      if (size < held.byteLength) continue;
      yield held;
      size = 0;
    }
  if (held && size > 0) yield held.subarray(0, size);
}

async function writeWhole(file: FileHandle, chunk: Uint8Array, place: number): Promise<void> {
  for (let at = 0; at < chunk.byteLength;)
    at += (await file.write(chunk, at, chunk.byteLength - at, place + at)).bytesWritten;
}
