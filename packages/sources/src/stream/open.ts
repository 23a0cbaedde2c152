// Opens a file as bytes: finds gzip by its first bytes and unzips it within a ratio and a size.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip, gunzipSync } from 'node:zlib';
import type { Head } from '../read/reader.ts';
import { JsonFault } from './items.ts';
import { decode } from './whole.ts';

const HEAD_BYTES = 65_536;

/** The first bytes of a file, unzipped when it is gzip. */
export async function headOf(path: string): Promise<Head> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const raw = buffer.subarray(0, bytesRead);
    const whole = (await file.stat()).size <= HEAD_BYTES;
    const bytes = isGzip(raw) ? unzipHead(raw) : raw;
    const text = decode(bytes, true).replace(/^\ufeff/, '');
    return { bytes, text, whole: whole && !isGzip(raw) };
  } finally {
    await file.close();
  }
}

/** The file's bytes, unzipped; more than `maxBytes` or `maxRatio` is a fault. */
export async function* bytesOf(path: string, limits: { readonly maxBytes: number; readonly maxRatio: number }): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const zipped = isGzip((await headBytes(path, 2)));
  if (!zipped) {
    yield* bounded(file, limits.maxBytes);
    return;
  }
  let read = 0;
  file.on('data', (chunk) => { read += chunk.length; });
  const unzip = createGunzip();
  file.on('error', (cause) => unzip.destroy(cause));
  file.pipe(unzip);
  let made = 0;
  try {
    for await (const chunk of unzip) {
      if (!(chunk instanceof Uint8Array)) continue;
      made += chunk.length;
      if (made > Math.max(read, 1024) * limits.maxRatio) throw new JsonFault('gzip.ratio', `The file unzips to more than ${limits.maxRatio} times its size.`, `byte ${made}`);
      if (made > limits.maxBytes) throw tooLarge(limits.maxBytes);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof JsonFault ? cause : new JsonFault('gzip.damaged', 'The gzip file is damaged.', `byte ${made}`);
  } finally {
    file.destroy();
  }
}

async function* bounded(bytes: AsyncIterable<unknown>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

function tooLarge(maxBytes: number): JsonFault {
  return new JsonFault('file.too_large', `The file is larger than ${Math.round(maxBytes / 1024 / 1024)} MiB.`, `byte ${maxBytes}`);
}

async function headBytes(path: string, count: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unzipHead(raw: Uint8Array): Uint8Array {
  try {
    return gunzipSync(raw, { finishFlush: 2, maxOutputLength: 8 * 1024 * 1024 }).subarray(0, HEAD_BYTES);
  } catch {
    return new Uint8Array(0);
  }
}
