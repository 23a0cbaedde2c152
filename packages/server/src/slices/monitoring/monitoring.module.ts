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
  newestObservations,
  storedObservations,
  tallyChecks,
  withdrawFromLatest,
  type CheckTally,
  type ReceivedObservation,
} from './monitoring.repository.ts';
