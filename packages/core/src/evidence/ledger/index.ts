// The ledger's door: tree, proofs, canonical JSON, leaves, checkpoints.
export { concatBytes, fromBase64, fromHex, toBase64, toHex, toUtf8 } from './bytes.ts';
export { canonicalBytes, canonicalText, type JsonValue, type NotCanonical } from './canonical.ts';
export {
  checkpointBody,
  keyId,
  mayFollow,
  parseSignedNote,
  signCheckpoint,
  verifierKey,
  verifyNote,
  type Checkpoint,
  type CheckpointError,
  type Signer,
  type VerifySignature,
} from './checkpoint.ts';
export { emptyRoot, leafHash, nodeHash, sameHash, type Sha256 } from './hash.ts';
export { commitment, leafBytes, leafText, type LeafSeal, type LedgerRecord } from './leaf.ts';
export {
  consistencyProof,
  inclusionProof,
  tilesForConsistency,
  tilesForInclusion,
  verifyConsistency,
  verifyInclusion,
  type ConsistencyClaim,
  type InclusionClaim,
} from './proof.ts';
export { TILE_WIDTH, type ReadTile, type Tile, type TileId } from './tile.ts';
export { appendLeaves, edgeTiles, rootOf, type Grown } from './tree.ts';
