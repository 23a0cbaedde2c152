// The random words of a draw: HMAC-SHA-256 (RFC 2104) over a counter, and numbers below a bound without bias.
import { concatBytes, toUtf8, type Sha256 } from '../../evidence/index.ts';

const BLOCK_BYTES = 64;
const WORDS = 1n << 64n;
const NAME = toUtf8('assay-sample-v1') ?? new Uint8Array(0);
const ZERO = new Uint8Array(1);

/** HMAC-SHA-256, 32 bytes; a key longer than 64 bytes is hashed first (RFC 2104 section 2). */
export function hmacSha256(key: Uint8Array, message: Uint8Array, sha256: Sha256): Uint8Array {
  const short = key.length > BLOCK_BYTES ? sha256(key) : key;
  const inner = new Uint8Array(BLOCK_BYTES).fill(0x36);
  const outer = new Uint8Array(BLOCK_BYTES).fill(0x5c);
  for (const [i, byte] of short.entries()) {
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  return sha256(concatBytes([outer, sha256(concatBytes([inner, message]))]));
}

/** What a stratum's stream hangs on. */
export interface StreamOf {
  readonly seed: Uint8Array;
  /** The population's digest, 32 bytes. */
  readonly digest: Uint8Array;
  readonly stratum: string;
}

/** Block `counter` of a stratum's stream, 32 bytes. */
export function streamBlock(
  { seed, digest, stratum }: StreamOf,
  counter: bigint,
  sha256: Sha256,
): Uint8Array {
  const count = new Uint8Array(8);
  new DataView(count.buffer).setBigUint64(0, counter);
  const name = toUtf8(stratum) ?? new Uint8Array(0);
  return hmacSha256(seed, concatBytes([NAME, ZERO, digest, ZERO, name, ZERO, count]), sha256);
}

/** The stream's words: each block gives four of 8 bytes, big endian, front to back. It never ends. */
export function* streamWords(of: StreamOf, sha256: Sha256): Generator<bigint, never> {
  for (let counter = 0n; ; counter += 1n) {
    const block = streamBlock(of, counter, sha256);
    const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    for (let at = 0; at < 32; at += 8) yield view.getBigUint64(at);
  }
}

/**
 * The next number from 0 to `bound - 1`, each as likely as the others: words at or above the largest multiple of
 * `bound` below 2^64 are thrown away. A bound of 1 takes a word too, so that there is one rule.
 */
export function below(bound: number, words: Generator<bigint, never>): number {
  const limit = WORDS - (WORDS % BigInt(bound));
  for (;;) {
    const word = words.next().value;
    if (word < limit) return Number(word % BigInt(bound));
  }
}
