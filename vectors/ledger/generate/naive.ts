// The definitions of RFC 6962 section 2.1 word for word, and nothing of packages/core: slow, recursive, obvious.
import { createHash } from 'node:crypto';

export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

export function leafOf(data: Uint8Array | string): Buffer {
  return sha256(Uint8Array.of(0), data);
}

export function node(left: Buffer, right: Buffer): Buffer {
  return sha256(Uint8Array.of(1), left, right);
}

/** Largest power of two smaller than n, which is at least 2. */
export function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** MTH(D[n]) over leaf hashes. */
export function mth(d: readonly Buffer[]): Buffer {
  const [only] = d;
  if (!only) return sha256();
  if (d.length === 1) return only;
  const k = split(d.length);
  return node(mth(d.slice(0, k)), mth(d.slice(k)));
}

/** PATH(m, D[n]). */
export function path(m: number, d: readonly Buffer[]): readonly Buffer[] {
  if (d.length <= 1) return [];
  const k = split(d.length);
  return m < k
    ? [...path(m, d.slice(0, k)), mth(d.slice(k))]
    : [...path(m - k, d.slice(k)), mth(d.slice(0, k))];
}

/** PROOF(m, D[n]) for 0 < m < n. */
export function proof(m: number, d: readonly Buffer[]): readonly Buffer[] {
  return subproof(m, d, true);
}

function subproof(m: number, d: readonly Buffer[], whole: boolean): readonly Buffer[] {
  if (m === d.length) return whole ? [] : [mth(d)];
  const k = split(d.length);
  return m <= k
    ? [...subproof(m, d.slice(0, k), whole), mth(d.slice(k))]
    : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))];
}

/** Number of hashes in PATH(m, D[n]), for trees that are too large to build. */
export function pathLength(m: number, n: number): number {
  if (n <= 1) return 0;
  const k = split(n);
  return 1 + (m < k ? pathLength(m, k) : pathLength(m - k, n - k));
}

/** The root that a path of these hashes leads to: the definition of PATH read backwards. */
export function rootOfPath(at: { m: number; n: number; leaf: Buffer }, hashes: readonly Buffer[]): Buffer {
  if (at.n <= 1) return at.leaf;
  const k = split(at.n);
  const last = hashes.at(-1) ?? Buffer.alloc(32);
  const rest = hashes.slice(0, -1);
  return at.m < k
    ? node(rootOfPath({ ...at, n: k }, rest), last)
    : node(last, rootOfPath({ ...at, m: at.m - k, n: at.n - k }, rest));
}

/** Number of hashes in PROOF(m, D[n]). */
export function proofLength(m: number, n: number, whole = true): number {
  if (m === n) return whole ? 0 : 1;
  const k = split(n);
  return 1 + (m <= k ? proofLength(m, k, whole) : proofLength(m - k, n - k, false));
}

/** Both roots that a proof of these hashes speaks of; `seed` is the old root where the proof leaves it out. */
export function rootsOfProof(
  at: { m: number; n: number; seed: Buffer; whole: boolean },
  hashes: readonly Buffer[],
): readonly [Buffer, Buffer] {
  const last = hashes.at(-1) ?? Buffer.alloc(32);
  if (at.m === at.n) return at.whole ? [at.seed, at.seed] : [last, last];
  const k = split(at.n);
  const rest = hashes.slice(0, -1);
  if (at.m <= k) {
    const [before, now] = rootsOfProof({ ...at, n: k }, rest);
    return [before, node(now, last)];
  }
  const [before, now] = rootsOfProof({ ...at, m: at.m - k, n: at.n - k, whole: false }, rest);
  return [node(last, before), node(last, now)];
}

/** Leaf hashes of a tree whose leaf number i is the decimal text of i. */
export function counted(count: number): readonly Buffer[] {
  return Array.from({ length: count }, (_, i) => leafOf(String(i)));
}

/** A copy with one bit turned. */
export function flipped(bytes: Buffer, bit = 0): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
}
