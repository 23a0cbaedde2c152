// Inclusion and consistency proofs: which nodes they hold, and how a stranger checks them (RFC 9162 section 2.1).
import { emptyRoot, nodeHash, sameHash, type Sha256 } from './hash.ts';
import { tileOfNode, type ReadTile, type TileId } from './tile.ts';
import { nodeAt, peaksOf, type Node } from './tree.ts';

/** A range of leaves whose hash a proof holds: one node, or the nodes that it is made of. */
type Range = readonly Node[];

/** Tiles that the inclusion proof of a leaf reads. */
export function tilesForInclusion(index: number, size: number): readonly TileId[] {
  return tilesOf(inclusionRanges(index, 0, size));
}

/** Tiles that a consistency proof reads. */
export function tilesForConsistency(from: number, to: number): readonly TileId[] {
  return from === 0 || from === to
    ? []
    : tilesOf(consistencyRanges({ from, start: 0, end: to, whole: true }));
}

/** PATH(m, D[n]) of RFC 6962 section 2.1.1: hashes from the leaf's sibling up to the root's child. */
export function inclusionProof(
  index: number,
  size: number,
  source: { readonly read: ReadTile; readonly sha256: Sha256 },
): readonly Uint8Array[] {
  return inclusionRanges(index, 0, size).map((range) => hashOfRange(range, source));
}

/** PROOF(m, D[n]) of RFC 6962 section 2.1.2; empty when nothing was there before or nothing was added. */
export function consistencyProof(
  from: number,
  to: number,
  source: { readonly read: ReadTile; readonly sha256: Sha256 },
): readonly Uint8Array[] {
  if (from === 0 || from === to) return [];
  return consistencyRanges({ from, start: 0, end: to, whole: true }).map((range) =>
    hashOfRange(range, source),
  );
}

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Checks an inclusion proof (RFC 9162 section 2.1.3.2); false for anything malformed. */
export function verifyInclusion(claim: InclusionClaim, sha256: Sha256): boolean {
  if (
    !isCount(claim.index) ||
    !isCount(claim.size) ||
    claim.index >= claim.size ||
    !wellFormed([claim.leaf, claim.root, ...claim.proof])
  )
    return false;
  let fn = claim.index;
  let sn = claim.size - 1;
  let hash = claim.leaf;
  for (const sibling of claim.proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash, sha256);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = nodeHash(hash, sibling, sha256);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && sameHash(hash, claim.root);
}

export interface ConsistencyClaim {
  readonly from: number;
  readonly to: number;
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Checks a consistency proof (RFC 9162 section 2.1.4.2); false for anything malformed. */
export function verifyConsistency(claim: ConsistencyClaim, sha256: Sha256): boolean {
  if (
    !isCount(claim.from) ||
    !isCount(claim.to) ||
    claim.from > claim.to ||
    !wellFormed([claim.oldRoot, claim.newRoot, ...claim.proof])
  )
    return false;
  if (claim.from === 0 && !sameHash(claim.oldRoot, emptyRoot(sha256))) return false;
  if (claim.from === claim.to) return claim.proof.length === 0 && sameHash(claim.oldRoot, claim.newRoot);
  if (claim.from === 0) return claim.proof.length === 0;
  const isPower = isPowerOfTwo(claim.from);
  const [first, ...rest] = isPower ? [claim.oldRoot, ...claim.proof] : claim.proof;
  if (!first || rest.length + (isPower ? 0 : 1) === 0) return false;
  let [fn, sn] = [claim.from - 1, claim.to - 1];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr] = [first, first];
  for (const hash of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(hash, fr, sha256);
      sr = nodeHash(hash, sr, sha256);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = nodeHash(sr, hash, sha256);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && sameHash(fr, claim.oldRoot) && sameHash(sr, claim.newRoot);
}

function inclusionRanges(index: number, start: number, end: number): readonly Range[] {
  const count = end - start;
  if (count <= 1) return [];
  const split = largestPowerBelow(count);
  if (index < split) return [...inclusionRanges(index, start, start + split), nodesOf(start + split, end)];
  return [...inclusionRanges(index - split, start + split, end), nodesOf(start, start + split)];
}

interface Sub {
  readonly from: number;
  readonly start: number;
  readonly end: number;
  /** True while the subtree is the old tree itself, whose root the verifier already holds. */
  readonly whole: boolean;
}

function consistencyRanges(sub: Sub): readonly Range[] {
  const count = sub.end - sub.start;
  if (sub.from === count) return sub.whole ? [] : [nodesOf(sub.start, sub.end)];
  const split = largestPowerBelow(count);
  if (sub.from <= split)
    return [...consistencyRanges({ ...sub, end: sub.start + split }), nodesOf(sub.start + split, sub.end)];
  return [
    ...consistencyRanges({ from: sub.from - split, start: sub.start + split, end: sub.end, whole: false }),
    nodesOf(sub.start, sub.start + split),
  ];
}

/** Complete nodes, left to right, of the leaves from `start` to `end`; `start` is aligned by construction. */
function nodesOf(start: number, end: number): Range {
  return peaksOf(end - start).map((peak) => ({
    level: peak.level,
    index: peak.index + start / 2 ** peak.level,
  }));
}

function hashOfRange(range: Range, source: { readonly read: ReadTile; readonly sha256: Sha256 }): Uint8Array {
  const hashes = range.map((node) => nodeAt(node, source.read, source.sha256));
  return hashes.reduceRight((right, left) => nodeHash(left, right, source.sha256));
}

function tilesOf(ranges: readonly Range[]): readonly TileId[] {
  const tiles = new Map<string, TileId>();
  for (const node of ranges.flat()) {
    const { tile } = tileOfNode(node.level, node.index);
    tiles.set(`${tile.level}/${tile.index}`, tile);
  }
  return [...tiles.values()];
}

/** Exact where a logarithm rounds: 2^53 - 1 has the logarithm 53 as a double. */
function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

function isPowerOfTwo(count: number): boolean {
  return largestPowerBelow(count + 1) === count;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function wellFormed(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === 32);
}
