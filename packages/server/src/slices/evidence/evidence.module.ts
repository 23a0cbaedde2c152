// The evidence slice's only door for other slices.
export { allArtefacts, findArtefact } from './artefacts.repository.ts';
export { evidenceDocuments } from './evidence.document.ts';
export {
  evidenceFacts,
  findEvidence,
  listEvidence,
  type EvidenceRecord,
  type SystemOf,
} from './evidence.repository.ts';
export { gathering, holdLedger, openLedger, writeGathered } from './ledger/append.repository.ts';
export { findImport, listImports, type ImportRecord } from './imports.repository.ts';
export { concealed } from './ledger/conceal.ts';
export { foundedDigests } from './ledger/founded.ts';
export { ledgerPlaces } from './ledger/places.repository.ts';
export { ledgerSize, ledgerVersion } from './ledger/size.ts';
export { publicKeyOf, signedHead, signManifest } from './ledger/checkpoint.usecases.ts';
export { record, recordAll } from './ledger/record.ts';
export { listTrail } from './ledger/trail.repository.ts';
export type { TrailedEntry } from './ledger/ledger.repository.ts';
export { TRAIL_COLUMNS, trailTextIn } from './ledger/trailRow.ts';
export { Course } from './reading/course.ts';
export { stateAt } from './reading/state.ts';
export { Readings } from './reading/readings.ts';
