// The verifiers' codes in a person's words.
import type { BundleFault, ExportFault } from '@assay/core';

export const SAID: Readonly<Record<BundleFault | ExportFault, string>> = {
  'key.malformed': 'the verifier key cannot be read',
  'key.other': 'the key is not the one that you know',
  'checkpoint.malformed': 'the checkpoint cannot be read',
  'checkpoint.signature': 'the checkpoint is not signed with this key',
  'proof.inclusion': 'it does not stand in the ledger under this checkpoint',
  'leaf.malformed': 'the leaf is not one that Assay writes',
  'leaf.place': 'the leaf belongs to another place or organisation',
  'payload.commitment': 'the payload is not what was committed to',
  'artefact.commitment': 'the artefact is not what was committed to',
  'trail.commitment': 'who acted, from where or for whom is not what was committed to',
  'file.not_committed': 'no proven entry committed to these bytes',
  'kept.malformed': 'it cannot be read',
  'kept.signature': 'it is not signed with this key, or speaks of another ledger',
  'kept.newer':
    'it is newer than what you verify: ask again, and if there is nothing newer, entries were taken away',
  'kept.unproved': 'there is no proof from its size; ask again with assay ledger prove --since',
  'kept.inconsistent': 'the entries under it are not those that were signed: the past was changed',
  'manifest.malformed': 'it cannot be read',
  'manifest.signature': 'it is not signed with this key',
  'file.missing': 'the manifest lists it, the archive does not hold it',
  'file.extra': 'the archive holds it, the manifest does not list it',
  'file.hash': 'its bytes are not those that the manifest lists',
  'tree.size': 'there are not as many entries as were signed',
  'tree.root': 'the entries are not those that were signed',
  'artefact.missing': 'its artefact is not in the archive',
  'evidence.malformed': 'it cannot be read',
  'evidence.unrecorded': 'the ledger does not speak of it',
  'evidence.differs': 'it is not what the ledger committed to',
  'evidence.missing': 'the ledger speaks of it, the archive does not hold it',
};
