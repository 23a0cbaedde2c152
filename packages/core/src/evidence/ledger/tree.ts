// Appending to the tree: costs the batch and the right edge, never the whole.
import { emptyRoot, HASH_BYTES, nodeHash, type Sha256 } from './hash.ts';
import {
  nodeInTile,
  rootOfFullTile,
  TILE_WIDTH,
  tileOfNode,
  type ReadTile,
  type Tile,
  type TileId,
} from './tile.ts';

/** A grown tree: its size, its root and every tile that changed. */
export interface Grown {
  readonly size: number;
  readonly root: Uint8Array;
  readonly changed: readonly Tile[];
}

/** Tiles that an append to a tree of this size needs: the partial one of each level. */
export function edgeTiles(size: number): readonly TileId[] {
  const edge: TileId[] = [];
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    if (count % TILE_WIDTH !== 0) edge.push({ level, index: Math.floor(count / TILE_WIDTH) });
  }
  return edge;
}

/**
 * Appends leaf hashes to a tree of `size` leaves. `read` must give the tiles of `edgeTiles(size)`.
 * The root is the Merkle tree hash of RFC 6962 section 2.1 over all leaves.
 */
export function appendLeaves(
  tree: { readonly size: number; readonly read: ReadTile },
  leaves: readonly Uint8Array[],
  sha256: Sha256,
): Grown {
  const touched = new Map<string, Tile>();
  const read: ReadTile = (id) => touched.get(keyOf(id))?.hashes ?? tree.read(id);
  let incoming: readonly Uint8Array[] = leaves;
  for (
    let level = 0, count = tree.size;
    incoming.length > 0;
    level += 1, count = Math.floor(count / TILE_WIDTH)
  ) {
    const full: Uint8Array[] = [];
    for (const tile of fillLevel({ level, count, read }, incoming)) {
      touched.set(keyOf(tile), tile);
      const root =
        tile.hashes.length === TILE_WIDTH * HASH_BYTES ? rootOfFullTile(tile.hashes, sha256) : undefined;
      if (root) full.push(root);
    }
    incoming = full;
  }
  const size = tree.size + leaves.length;
  return { size, root: rootOf(size, read, sha256), changed: [...touched.values()] };
}

/** Root of a tree of `size` leaves from its edge; throws when the store has lost a tile of the edge. */
export function rootOf(size: number, read: ReadTile, sha256: Sha256): Uint8Array {
  const peaks = peaksOf(size).map((peak) => nodeAt(peak, read, sha256));
  const last = peaks.at(-1);
  if (!last) return emptyRoot(sha256);
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, sha256), last);
}

/** A complete subtree: its level above the leaves and its index among the nodes of that level. */
export interface Node {
  readonly level: number;
  readonly index: number;
}

/** The complete subtrees, left to right, that make up a tree of `size` leaves. */
export function peaksOf(size: number): readonly Node[] {
  const peaks: Node[] = [];
  let start = 0;
  for (let level = 52; level >= 0; level -= 1) {
    const width = 2 ** level;
    if (size - start < width) continue;
    peaks.push({ level, index: start / width });
    start += width;
  }
  return peaks;
}

/** Hash of a complete node; throws when the tile that holds it is gone, because then nothing can be proved. */
export function nodeAt(node: Node, read: ReadTile, sha256: Sha256): Uint8Array {
  const place = tileOfNode(node.level, node.index);
  const hashes = read(place.tile);
  const hash = hashes && nodeInTile(hashes, place, sha256);
  if (!hash) throw new Error(`ledger tile ${place.tile.level}/${place.tile.index} is missing or short`);
  return hash;
}

function* fillLevel(
  at: { readonly level: number; readonly count: number; readonly read: ReadTile },
  incoming: readonly Uint8Array[],
): Generator<Tile> {
  let index = Math.floor(at.count / TILE_WIDTH);
  let room = TILE_WIDTH - (at.count % TILE_WIDTH);
  const held = room === TILE_WIDTH ? new Uint8Array(0) : at.read({ level: at.level, index });
  if (!held || held.length < (TILE_WIDTH - room) * HASH_BYTES)
    throw new Error(`ledger tile ${at.level}/${index} is missing or short`);
  let base = held.subarray(0, (TILE_WIDTH - room) * HASH_BYTES);
  for (let taken = 0; taken < incoming.length; index += 1, room = TILE_WIDTH, base = new Uint8Array(0)) {
    const part = incoming.slice(taken, taken + room);
    taken += part.length;
    const hashes = new Uint8Array(base.length + part.length * HASH_BYTES);
    hashes.set(base);
    part.forEach((hash, i) => hashes.set(hash, base.length + i * HASH_BYTES));
    yield { level: at.level, index, hashes };
  }
}

function keyOf(id: TileId): string {
  return `${id.level}/${id.index}`;
}
