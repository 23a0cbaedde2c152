// The format of a sealed file, as docs/reference/sealing.md tells it: a header that is authenticated, then chunks.
import { createCipheriv, createDecipheriv } from 'node:crypto';

/** What opens one sealed file: its own key, and the words that bind its bytes to a place. */
export interface FileSeal {
  readonly key: Uint8Array;
  readonly context: string;
}

/** A file, and what opens it where it is sealed. */
export interface FilePlace {
  readonly path: string;
  readonly seal?: FileSeal;
}

/** The bytes are not those that were sealed, not here, or not with this key. */
export class SealBroken extends Error {}

export const HEADER_BYTES = 64;
export const CHUNK_BYTES = 65_536;
export const TAG_BYTES = 16;
const KEY_ID_BYTES = 16;
/** Magic word with the version of the format in its last byte. */
const MAGIC = Buffer.from([0x41, 0x53, 0x53, 0x41, 0x59, 0x00, 0x53, 0x01]);
/** Bytes of the header before its tag. */
const TOLD_BYTES = 40;
const CHUNK_NONCE = 0x00;
const HEADER_NONCE = 0xff;

export interface SealedHeader {
  /** Names the key, hexadecimal. */
  readonly keyId: string;
  /** Bytes of the file before it was sealed. */
  readonly size: number;
}

/** The header of a finished file; its tag binds the size and the hash of what was sealed. */
export function sealHeader(seal: FileSeal, header: SealedHeader, sha256: string): Buffer {
  const told = toldOf(header);
  const cipher = createCipheriv('aes-256-gcm', seal.key, nonceOf(HEADER_NONCE, 0));
  cipher.setAAD(headerData(seal, told, sha256));
  cipher.final();
  return Buffer.concat([told, cipher.getAuthTag(), Buffer.alloc(HEADER_BYTES - TOLD_BYTES - TAG_BYTES)]);
}

/** What a header tells, before anybody has proved it; undefined for bytes that are no sealed file. */
export function readHeader(header: Uint8Array): SealedHeader | undefined {
  const bytes = Buffer.from(header);
  if (bytes.length < HEADER_BYTES || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const told = { keyId: bytes.toString('hex', 8, 24), size: Number(bytes.readBigUInt64BE(32)) };
  const rest = bytes.subarray(TOLD_BYTES + TAG_BYTES, HEADER_BYTES).every((byte) => byte === 0);
  return rest && toldOf(told).equals(bytes.subarray(0, TOLD_BYTES)) ? told : undefined;
}

/** Throws unless the header was sealed with this key, in this context, over bytes of this hash. */
export function proveHeader(seal: FileSeal, header: Uint8Array, sha256: string): void {
  const told = header.subarray(0, TOLD_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', seal.key, nonceOf(HEADER_NONCE, 0));
  decipher.setAAD(headerData(seal, told, sha256));
  decipher.setAuthTag(header.subarray(TOLD_BYTES, TOLD_BYTES + TAG_BYTES));
  finish(() => decipher.final());
}

/** One chunk with its tag behind it. */
export function sealChunk(seal: FileSeal, index: number, plain: Uint8Array): readonly [Buffer, Buffer] {
  const cipher = createCipheriv('aes-256-gcm', seal.key, nonceOf(CHUNK_NONCE, index));
  cipher.setAAD(chunkData(seal, index));
  const bytes = cipher.update(plain);
  cipher.final();
  return [bytes, cipher.getAuthTag()];
}

/** Throws SealBroken unless the chunk stood at this place of this file. */
export function openChunk(seal: FileSeal, index: number, sealed: Uint8Array): Buffer {
  if (sealed.byteLength < TAG_BYTES) throw new SealBroken('a chunk is cut off');
  const decipher = createDecipheriv('aes-256-gcm', seal.key, nonceOf(CHUNK_NONCE, index));
  decipher.setAAD(chunkData(seal, index));
  decipher.setAuthTag(sealed.subarray(sealed.byteLength - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, sealed.byteLength - TAG_BYTES));
  finish(() => decipher.final());
  return plain;
}

/** Bytes that a sealed file of this size has. */
export function sealedLength(size: number): number {
  return HEADER_BYTES + size + Math.ceil(size / CHUNK_BYTES) * TAG_BYTES;
}

function toldOf({ keyId, size }: SealedHeader): Buffer {
  const told = Buffer.alloc(TOLD_BYTES);
  MAGIC.copy(told);
  Buffer.from(keyId, 'hex').copy(told, 8, 0, KEY_ID_BYTES);
  told.writeUInt32BE(CHUNK_BYTES, 24);
  told.writeBigUInt64BE(BigInt(size), 32);
  return told;
}

/** No key seals two files, so a nonce need only be another for each chunk and for the header. */
function nonceOf(kind: number, index: number): Buffer {
  const nonce = Buffer.alloc(12, 0);
  nonce.fill(kind, 0, 4);
  nonce.writeBigUInt64BE(BigInt(index), 4);
  return nonce;
}

function chunkData({ context }: FileSeal, index: number): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(index));
  return Buffer.concat([Buffer.from(context), place]);
}

function headerData({ context }: FileSeal, told: Uint8Array, sha256: string): Buffer {
  return Buffer.concat([Buffer.from(context), told, Buffer.from(sha256, 'hex')]);
}

function finish(final: () => unknown): void {
  try {
    final();
  } catch {
    throw new SealBroken('the bytes are not those that were sealed here');
  }
}
