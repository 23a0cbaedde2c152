// The evidence slice's only door for other slices.
export { allArtefacts } from './artefacts.repository.ts';
export {
  evidenceFacts,
  findEvidence,
  listEvidence,
  versionsOf,
  type EvidenceRecord,
} from './evidence.repository.ts';
export { openLedger } from './ledger/ledger.repository.ts';
export { ledgerVersion } from './ledger/size.ts';
export { signedHead } from './ledger/checkpoint.usecases.ts';
export { record, recordAll } from './ledger/record.ts';
