// Hashes, random bytes, signatures and identifiers: node:crypto behind the shapes that core asks for.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
  type KeyObject,
} from 'node:crypto';
import { makeId, millisOfInstant, type Id, type IdKind, type Instant } from '@assay/core';

/**
 * SHA-256 of bytes, 32 bytes. In one shot: a Hash object for each of the hundreds of hashes of a proof leaves so many
 * native handles to collect that one proof in a hundred waits tens of milliseconds for it.
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}

/** SHA-256 as lower-case hexadecimal text. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex');
}

export function random(length: number): Uint8Array {
  return randomBytes(length);
}

/** A secret of 256 bits for a link or a session; only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares secrets in constant time. */
export function sameSecret(a: string, b: string): boolean {
  const left = Buffer.from(sha256Hex(a));
  const right = Buffer.from(sha256Hex(b));
  return timingSafeEqual(left, right);
}

/** A new sortable identifier. */
export function newId<K extends IdKind>(kind: K, now: Instant): Id<K> {
  return makeId(kind, millisOfInstant(now), randomBytes(10));
}

/** An Ed25519 key of an organisation's ledger. */
export interface SigningKey {
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** Makes a new Ed25519 key and its PKCS#8 text to keep. */
export function newSigningKey(): { readonly key: SigningKey; readonly pem: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { key: signingKey(privateKey), pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** Reads a kept key. */
export function readSigningKey(pem: string): SigningKey {
  return signingKey(createPrivateKey(pem));
}

/** Checks an Ed25519 signature by a raw 32-byte public key; false for anything that is not one. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.byteLength !== 32 || signature.byteLength !== 64) return false;
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
  return verify(null, message, key, signature);
}

function signingKey(privateKey: KeyObject): SigningKey {
  const x = createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '';
  return { publicKey: Buffer.from(x, 'base64url'), sign: (message) => sign(null, message, privateKey) };
}
