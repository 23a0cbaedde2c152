// The tree as tiles of 256 hashes (C2SP tlog-tiles): a database keeps tiles as rows and an append
// touches only the right edge.
import { HASH_BYTES, type Sha256 } from './hash.ts';

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
  const end = start + count * HASH_BYTES;
  if (hashes.length < end) return undefined;
  if (count === 1) return hashes.subarray(start, end);
  let row = hashes.subarray(start, end);
  while (row.length > HASH_BYTES) row = rowAbove(row, sha256);
  return row;
}

/** Root of a full tile of 256 hashes. */
export function rootOfFullTile(hashes: Uint8Array, sha256: Sha256): Uint8Array | undefined {
  return nodeInTile(hashes, { depth: TILE_HEIGHT, offset: 0 }, sha256);
}

/** Hashes of each two neighbours; one buffer for all, because a proof that reads cold tiles does this hundreds of times. */
function rowAbove(row: Uint8Array, sha256: Sha256): Uint8Array {
  const above = new Uint8Array(row.length / 2);
  const input = new Uint8Array(1 + 2 * HASH_BYTES);
  input[0] = 1;
  for (let at = 0; at < above.length; at += HASH_BYTES) {
    input.set(row.subarray(2 * at, 2 * at + 2 * HASH_BYTES), 1);
    above.set(sha256(input), at);
  }
  return above;
}
