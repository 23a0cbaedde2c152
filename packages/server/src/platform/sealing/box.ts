// AES-256-GCM over a few bytes held in memory: keys that are wrapped, and short secrets.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SealBroken } from '@assay/sources';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;
/** A wrapped key: nonce, key, tag. */
export const WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES;

/** What the bytes are and where they belong; a list, so that no two places are written alike. */
export type Place = readonly (string | number)[];

/** Nonce, sealed bytes, tag. */
export function seal(key: Uint8Array, plain: Uint8Array, place: Place): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(dataOf(place));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws SealBroken for another key, another place or other bytes. */
export function unseal(key: Uint8Array, sealed: Uint8Array, place: Place): Buffer {
  if (sealed.byteLength < NONCE_BYTES + TAG_BYTES) throw new SealBroken('the sealed bytes are cut off');
  const end = sealed.byteLength - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(dataOf(place));
  decipher.setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()]);
  } catch {
    throw new SealBroken('the bytes are not those that were sealed here, or the key is another');
  }
}

function dataOf(place: Place): Buffer {
  return Buffer.from(JSON.stringify(place));
}

export function newKey(): Buffer {
  return randomBytes(KEY_BYTES);
}
