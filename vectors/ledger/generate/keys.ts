// Keys from fixed seeds, so that signatures never change between runs; never used outside these vectors.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { sha256 } from './naive.ts';

export interface TestKey {
  readonly raw: Buffer;
  sign(message: Uint8Array | string): Buffer;
}

/** The key of RFC 8032 section 5.1.5 for a seed of 32 bytes. */
export function keyOfSeed(seed: Buffer): TestKey {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const raw = Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url');
  return { raw, sign: (message) => sign(null, Buffer.from(message), key) };
}

export const KEY = keyOfSeed(sha256('assay vectors: the ledger key'));
export const OTHER = keyOfSeed(sha256('assay vectors: another key'));

export function keyIdOf(name: string, raw: Buffer, type = 1): Buffer {
  return sha256(name, Uint8Array.of(10, type), raw).subarray(0, 4);
}

/** C2SP verifier key. */
export function verifierKeyOf(name: string, raw: Buffer): string {
  return `${name}+${keyIdOf(name, raw).toString('hex')}+${Buffer.concat([Uint8Array.of(1), raw]).toString('base64')}`;
}

export function signatureLine(body: string, name: string, key: TestKey): string {
  return `\u2014 ${name} ${Buffer.concat([keyIdOf(name, key.raw), key.sign(body)]).toString('base64')}\n`;
}

export function checkpointOf(
  head: { readonly origin: string; readonly size: number; readonly root: Buffer },
  key: TestKey = KEY,
): string {
  const body = `${head.origin}\n${head.size}\n${head.root.toString('base64')}\n`;
  return `${body}\n${signatureLine(body, head.origin, key)}`;
}
