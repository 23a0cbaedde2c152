// The tree against the definition of RFC 6962, on random sizes, splits and damage.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendLeaves,
  consistencyProof,
  emptyRoot,
  fromHex,
  inclusionProof,
  leafHash,
  nodeHash,
  tilesForConsistency,
  tilesForInclusion,
  toHex,
  verifyConsistency,
  verifyInclusion,
  type ReadTile,
  type Tile,
} from './index.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const leavesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => leafHash(Uint8Array.of(i & 255, i >> 8), sha256));

/** The definition of RFC 6962 section 2.1, word for word, as the oracle. */
function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (!only) return emptyRoot(sha256);
  if (leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)), sha256);
}

function grow(
  leaves: readonly Uint8Array[],
  batches: readonly number[],
): { root: Uint8Array; read: ReadTile } {
  const tiles = new Map<string, Tile>();
  const read: ReadTile = (id) => tiles.get(`${id.level}/${id.index}`)?.hashes;
  let size = 0;
  let root = emptyRoot(sha256);
  for (const batch of [...batches, leaves.length]) {
    const part = leaves.slice(size, Math.min(size + batch, leaves.length));
    const grown = appendLeaves({ size, read }, part, sha256);
    for (const tile of grown.changed) tiles.set(`${tile.level}/${tile.index}`, tile);
    ({ size, root } = grown);
  }
  return { root, read };
}

describe('the ledger tree', () => {
  it('gives the known roots of the certificate transparency reference leaves', () => {
    const data = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const leaves = data.map((hex) => leafHash(fromHex(hex) ?? new Uint8Array(0), sha256));
    expect(toHex(treeHash(leaves))).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
    expect(toHex(grow(leaves, [3, 1]).root)).toBe(
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    );
    expect(toHex(grow(leaves.slice(0, 3), []).root)).toBe(
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    );
  });

  it('has the same root for every way of splitting the appends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1500 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 }),
        (count, batches) => {
          const leaves = leavesOf(count);
          expect(toHex(grow(leaves, batches).root)).toBe(toHex(treeHash(leaves)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('proves inclusion of every leaf with only the listed tiles, and refuses any changed bit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1200 }), fc.nat(), fc.nat(), (count, pick, damage) => {
        const leaves = leavesOf(count);
        const { root, read } = grow(leaves, []);
        const index = pick % count;
        const listed = new Set(tilesForInclusion(index, count).map((id) => `${id.level}/${id.index}`));
        const proof = inclusionProof(index, count, {
          sha256,
          read: (id) => (listed.has(`${id.level}/${id.index}`) ? read(id) : undefined),
        });
        const leaf = leaves[index] ?? root;
        const claim = { index, size: count, leaf, root, proof };
        expect(verifyInclusion(claim, sha256)).toBe(true);
        expect(verifyInclusion({ ...claim, leaf: flip(leaf, damage) }, sha256)).toBe(false);
        expect(verifyInclusion({ ...claim, root: flip(root, damage) }, sha256)).toBe(false);
        expect(verifyInclusion({ ...claim, index: count }, sha256)).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...proof, root] }, sha256)).toBe(false);
        if (proof.length > 0) {
          const at = damage % proof.length;
          expect(
            verifyInclusion(
              { ...claim, proof: proof.map((hash, i) => (i === at ? flip(hash, damage) : hash)) },
              sha256,
            ),
          ).toBe(false);
          expect(verifyInclusion({ ...claim, proof: proof.slice(1) }, sha256)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('proves that a tree only grew, and refuses another history', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.nat(),
        (a, b, damage) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const leaves = leavesOf(to);
          const { root, read } = grow(leaves, []);
          const oldRoot = treeHash(leaves.slice(0, from));
          const listed = new Set(tilesForConsistency(from, to).map((id) => `${id.level}/${id.index}`));
          const proof = consistencyProof(from, to, {
            sha256,
            read: (id) => (listed.has(`${id.level}/${id.index}`) ? read(id) : undefined),
          });
          const claim = { from, to, oldRoot, newRoot: root, proof };
          expect(verifyConsistency(claim, sha256)).toBe(true);
          if (from === 0) return;
          expect(verifyConsistency({ ...claim, oldRoot: flip(oldRoot, damage) }, sha256)).toBe(false);
          expect(verifyConsistency({ ...claim, newRoot: flip(root, damage) }, sha256)).toBe(false);
          expect(verifyConsistency({ ...claim, from: to + 1 }, sha256)).toBe(false);
          if (proof.length > 0)
            expect(
              verifyConsistency(
                {
                  ...claim,
                  proof: proof.map((hash, i) => (i === damage % proof.length ? flip(hash, damage) : hash)),
                },
                sha256,
              ),
            ).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function flip(hash: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(hash);
  const place = at % copy.length;
  copy[place] = (copy[place] ?? 0) ^ (1 << (at % 8));
  return copy;
}
