// The ledger's door: tree, proofs, canonical JSON, leaves, checkpoints, bundles.
export {
  BUNDLE_FAULTS,
  BUNDLE_FORMAT,
  bundleFaults,
  keptFault,
  orgOfOrigin,
  type Bundle,
  type BundleFault,
  type BundleFinding,
  type Held,
} from './bundle.ts';
export { concatBytes, fromBase64, fromHex, toBase64, toHex, toUtf8 } from './bytes.ts';
export { canonicalBytes, canonicalText, type JsonValue, type NotCanonical } from './canonical.ts';
export { commitsToVersion } from './committed.ts';
export {
  mayFollow,
  parseCheckpoint,
  signCheckpoint,
  verifyCheckpoint,
  type Checkpoint,
  type CheckpointError,
} from './checkpoint.ts';
export { entryFaults, readLeaf, type DisclosedEntry, type EntryFault, type Leaf } from './entry.ts';
export {
  EXPORT_FORMAT,
  exportFaults,
  manifestStatement,
  type ExportContents,
  type ExportFault,
  type ExportFinding,
} from './exported.ts';
export { emptyRoot, leafHash, nodeHash, sameHash, type Sha256 } from './hash.ts';
export { commitment, leafBytes, leafText, type LeafSeal, type LedgerRecord } from './leaf.ts';
export {
  openNote,
  parseVerifierKey,
  signNote,
  verifierKey,
  type NamedKey,
  type Signer,
  type VerifySignature,
} from './note.ts';
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
