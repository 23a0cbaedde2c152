// Bytes of a file by their places, whether it lies there plain or sealed.
import { open, type FileHandle } from 'node:fs/promises';
import {
  CHUNK_BYTES,
  HEADER_BYTES,
  openChunk,
  readHeader,
  SealBroken,
  sealedLength,
  TAG_BYTES,
  type FilePlace,
  type FileSeal,
} from './sealed.ts';

/** Bytes that are taken from the disk at once. */
const READ_BYTES = 1 << 18;
const SEALED = CHUNK_BYTES + TAG_BYTES;
const PER_READ = READ_BYTES / CHUNK_BYTES;

export interface OpenedFile {
  /** Bytes of what the file says. */
  readonly size: number;
  /** From one place until before another, in order. */
  bytes(from?: number, until?: number): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a file; a sealed one that was cut or lengthened is refused before any of it is read. */
export async function openFile(place: FilePlace): Promise<OpenedFile> {
  const file = await open(place.path, 'r');
  try {
    const { size } = await file.stat();
    if (!place.seal) return plainFile(file, size);
    const told = readHeader(await readAt(file, 0, HEADER_BYTES));
    if (!told) throw new SealBroken('the file is not sealed, or its beginning was changed');
    if (sealedLength(told.size) !== size) throw new SealBroken('the sealed file was cut or lengthened');
    return sealedFile(file, place.seal, told.size);
  } catch (cause) {
    await file.close();
    throw cause;
  }
}

/** Bytes of what a file says. */
export async function sizeAt(place: FilePlace): Promise<number> {
  const file = await openFile(place);
  await file.close();
  return file.size;
}

/** All bytes of a file; it is closed at their end, also an early one. */
export async function* bytesAt(place: FilePlace): AsyncGenerator<Uint8Array> {
  const file = await openFile(place);
  try {
    yield* file.bytes();
  } finally {
    await file.close();
  }
}

function plainFile(file: FileHandle, size: number): OpenedFile {
  return {
    size,
    async *bytes(from = 0, until = size) {
      for (let at = from; at < until;) {
        const chunk = await readAt(file, at, Math.min(READ_BYTES, until - at));
        if (chunk.length === 0) return;
        at += chunk.length;
        yield chunk;
      }
    },
    close: () => file.close(),
  };
}

function sealedFile(file: FileHandle, seal: FileSeal, size: number): OpenedFile {
  return {
    size,
    async *bytes(from = 0, until = size) {
      const end = Math.ceil(until / CHUNK_BYTES);
      for (let first = Math.floor(from / CHUNK_BYTES); first < end; first += PER_READ) {
        const count = Math.min(PER_READ, end - first);
        const whole = await readAt(file, HEADER_BYTES + first * SEALED, count * SEALED);
        for (let i = first; i < first + count; i += 1) {
          const plain = openChunk(seal, i, whole.subarray((i - first) * SEALED, (i - first + 1) * SEALED));
          const begins = i * CHUNK_BYTES;
          const part = plain.subarray(Math.max(0, from - begins), Math.min(plain.length, until - begins));
          if (part.length > 0) yield part;
        }
      }
    },
    close: () => file.close(),
  };
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let held = 0;
  while (held < length) {
    const { bytesRead } = await file.read(buffer, held, length - held, position + held);
    if (bytesRead === 0) break;
    held += bytesRead;
  }
  return buffer.subarray(0, held);
}
