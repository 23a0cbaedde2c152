// The monitoring slice's only door for other slices.
export { controlsOfCheck } from './checks.ts';
export {
  applyToLatest,
  checkOverrides,
  compareWithLatest,
  dropObservations,
  insertObservations,
  latestDiffers,
  latestObservations,
  latestWithout,
  listLatest,
  newestObservations,
  storedObservations,
  tallyChecks,
  type ObservationRow,
  tallyImports,
  withdrawFromLatest,
  type CheckTally,
  type ImportRun,
  type ReceivedObservation,
} from './monitoring.repository.ts';
