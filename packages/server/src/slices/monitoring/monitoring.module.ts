// The monitoring slice's only door for other slices.
export { collectorsHistory } from './collectors/collectors.history.ts';
export { checksHistory } from './monitoring.history.ts';
export { populationsOver } from './populations/populations.repository.ts';
export { populationsHistories } from './populations/populations.history.ts';
export { frozenPopulation } from './samples/frozen.ts';
export { itemsOf } from './samples/samples.repository.ts';
export { samplesHistories } from './samples/samples.history.ts';
export type { StoredItem } from './samples/stored.ts';
export { windowsHistories } from './windows/windows.history.ts';
export { systemsDiffer, systemsOfImports, type SystemsOfImports } from './collectors/systems.repository.ts';
export { bearingKey, listBearings } from './windows/bearings.repository.ts';
export { listExclusions } from './windows/exclusions.repository.ts';
export { listSchedules } from './windows/schedules.repository.ts';
export { controlsOfCheck } from './checks.ts';
export { addDays, daysDiffer, withdrawDays } from './days/days.repository.ts';
export { dropDays } from './days/rollups.repository.ts';
export {
  applyToLatest,
  compareWithLatest,
  latestDiffers,
  latestObservations,
  latestWithout,
  newestObservations,
  tellLatestAgain,
  withdrawFromLatest,
  type ImportRun,
} from './latest.repository.ts';
export {
  checkOverrides,
  dropObservations,
  insertObservations,
  listLatest,
  storedObservations,
  tallyChecks,
  type ObservationRow,
  tallyImports,
  type CheckTally,
  type ReceivedObservation,
} from './monitoring.repository.ts';
