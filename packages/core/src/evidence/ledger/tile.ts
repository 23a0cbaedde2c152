// The tree as tiles of 256 hashes (C2SP tlog-tiles): a database keeps tiles as rows and an append
// touches only the right edge.
import { HASH_BYTES, nodeHash, type Sha256 } from './hash.ts';

/** Hashes of a full tile, and the height in levels that one tile spans. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** A tile's place: tile level (0 holds leaf hashes, 1 the roots of full level-0 tiles) and index. */
export interface TileId {
  readonly level: number;
  readonly index: number;
}

/** A tile with its hashes one after another; partial when shorter than 256 hashes. */
export interface Tile extends TileId {
  readonly hashes: Uint8Array;
}

/** Reads the hashes of a tile that a proof needs; undefined when the store has lost it. */
export type ReadTile = (id: TileId) => Uint8Array | undefined;

/** Which tile holds the node at `level` (0 = leaves) and `index`, and where in it to look. */
export function tileOfNode(
  level: number,
  index: number,
): { readonly tile: TileId; readonly depth: number; readonly offset: number } {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const depth = level - tileLevel * TILE_HEIGHT;
  const first = index * 2 ** depth;
  return {
    tile: { level: tileLevel, index: Math.floor(first / TILE_WIDTH) },
    depth,
    offset: first % TILE_WIDTH,
  };
}

/** Hash of a complete node, computed from the hashes that its tile holds. */
export function nodeInTile(
  hashes: Uint8Array,
  place: { readonly depth: number; readonly offset: number },
  sha256: Sha256,
): Uint8Array | undefined {
  const count = 2 ** place.depth;
  const start = place.offset * HASH_BYTES;
  if (hashes.length < start + count * HASH_BYTES) return undefined;
  let row: Uint8Array[] = [];
  for (let i = 0; i < count; i += 1)
    row.push(hashes.subarray(start + i * HASH_BYTES, start + (i + 1) * HASH_BYTES));
  while (row.length > 1) row = pairUp(row, sha256);
  return row[0];
}

/** Root of a full tile of 256 hashes. */
export function rootOfFullTile(hashes: Uint8Array, sha256: Sha256): Uint8Array | undefined {
  return nodeInTile(hashes, { depth: TILE_HEIGHT, offset: 0 }, sha256);
}

function pairUp(row: readonly Uint8Array[], sha256: Sha256): Uint8Array[] {
  const next: Uint8Array[] = [];
  for (let i = 0; i + 1 < row.length; i += 2) {
    const [left, right] = [row[i], row[i + 1]];
    if (left && right) next.push(nodeHash(left, right, sha256));
  }
  return next;
}
