// Opens a file as bytes: finds gzip by its first bytes and unzips it within a ratio and a size.
import { createGunzip, type Gunzip } from 'node:zlib';
import type { Bytes, Head } from '../read/reader.ts';
import { JsonFault } from './fault.ts';
import { bytesAt } from './place.ts';
import type { FilePlace } from './sealed.ts';
import { decodeHead } from './whole.ts';

const HEAD_BYTES = 65_536;
const CHUNK_BYTES = 1 << 18;
/** Below this much output a high ratio harms nobody: small files of one repeated line are real. */
const RATIO_FREE_BYTES = 8 * 1024 * 1024;

/** What an opened source may grow to. */
export interface SizeLimits {
  /** Bytes after unzipping. */
  readonly maxBytes: number;
  /** Unzipped bytes for each zipped byte. */
  readonly maxRatio: number;
}

/** The first bytes of a source and then all of its bytes, the first ones included. */
export interface Opened {
  readonly head: Head;
  readonly bytes: Bytes;
  /** Lets go of the source; call it always, also after an early end. */
  readonly close: () => Promise<void>;
}

/** Raw bytes of a file, and how many of them have been read so far. */
export function fileBytes(place: FilePlace, read: (count: number) => void = () => {}): Bytes {
  return counted(bytesAt(place), read);
}

/** Looks at the beginning, unzips gzip, and keeps to the limits. Throws JsonFault while being read. */
export async function openBytes(raw: Bytes, limits: SizeLimits): Promise<Opened> {
  const zipped = await peek(raw, 2);
  const plain = isGzip(zipped.head) ? unzipped(zipped.bytes, limits) : bounded(zipped.bytes, limits.maxBytes);
  const { head, bytes, whole, close } = await peek(plain, HEAD_BYTES);
  return { head: { bytes: head, text: decodeHead(head).replace(/^\ufeff/, ''), whole }, bytes, close };
}

/** Inflates gzip (RFC 1952); damage, ratio and size become faults. */
async function* unzipped(raw: Bytes, limits: SizeLimits): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // An error after the reading has ended has nobody left to tell.
  unzip.on('error', () => {});
  let read = 0;
  const feeding = feed(raw, unzip, (count) => {
    read += count;
  });
  let made = 0;
  try {
    for await (const chunk of bytesOnly(unzip)) {
      made += chunk.length;
      if (made > RATIO_FREE_BYTES && made > read * limits.maxRatio)
        throw new JsonFault(
          'gzip.ratio',
          `The file unzips to more than ${limits.maxRatio} times its size.`,
          `byte ${made}`,
        );
      if (made > limits.maxBytes) throw tooLarge(limits.maxBytes);
      yield chunk;
    }
    await feeding;
  } catch (cause) {
    throw cause instanceof JsonFault
      ? cause
      : new JsonFault('gzip.damaged', 'The gzip data is damaged or cut off.', `byte ${made}`);
  } finally {
    unzip.destroy();
  }
}

/** Writes the raw bytes into the inflater; its own failure ends the inflater with the same cause. */
async function feed(raw: Bytes, unzip: Gunzip, count: (bytes: number) => void): Promise<void> {
  try {
    for await (const chunk of raw) {
      count(chunk.length);
      if (unzip.destroyed) return;
      if (!unzip.write(chunk))
        await new Promise((resolve) => {
          unzip.once('drain', resolve);
          unzip.once('close', resolve);
        });
    }
    unzip.end();
  } catch (cause) {
    unzip.destroy(cause instanceof Error ? cause : new Error(String(cause)));
  }
}

/** The first bytes and, after them, the same source from its beginning. */
async function peek(
  raw: Bytes,
  count: number,
): Promise<{
  readonly head: Uint8Array;
  readonly bytes: Bytes;
  readonly whole: boolean;
  readonly close: () => Promise<void>;
}> {
  const iterator = raw[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < count && !ended) {
    const next = await iterator.next();
    if (next.done === true) ended = true;
    else {
      first.push(next.value);
      size += next.value.length;
    }
  }
  const [only] = first;
  const joined = first.length === 1 && only ? only : Buffer.concat(first);
  return {
    head: joined.subarray(0, count),
    bytes: again(joined, iterator),
    whole: ended && size <= count,
    close: async () => void (await iterator.return?.()),
  };
}

async function* again(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* bounded(bytes: Bytes, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

async function* counted(
  stream: AsyncIterable<unknown>,
  read: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytesOnly(stream)) {
    read(chunk.length);
    yield chunk;
  }
}

async function* bytesOnly(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
}

function tooLarge(maxBytes: number): JsonFault {
  return new JsonFault(
    'file.too_large',
    `The file is larger than ${Math.round(maxBytes / 1024 / 1024)} MiB.`,
    `byte ${maxBytes}`,
  );
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
