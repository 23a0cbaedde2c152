// A seed as people write it down, and as the bytes that key the stream.
import { fromHex, toHex, toUtf8 } from '../../evidence/index.ts';

/** A typed seed is at most this long, in UTF-8 bytes. */
const SEED_MAX_BYTES = 256;

/**
 * Bytes of a seed: after `hex:` hexadecimal digits, otherwise the text's own UTF-8, unchanged.
 * Undefined when it is empty, longer than 256 bytes, half a surrogate pair or no hexadecimal.
 */
export function seedBytes(text: string): Uint8Array | undefined {
  const bytes = text.startsWith('hex:') ? fromHex(text.slice(4)) : toUtf8(text);
  return bytes && bytes.length > 0 && bytes.length <= SEED_MAX_BYTES ? bytes : undefined;
}

/** How random bytes are written as a seed. */
export function seedText(random: Uint8Array): string {
  return `hex:${toHex(random)}`;
}
