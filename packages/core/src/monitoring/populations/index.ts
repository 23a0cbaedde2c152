// Populations: complete lists of events, frozen, from which an auditor samples.
export { readRow, rowText, sortedRows, type PopulationRow } from './row.ts';
export { populationDigest } from './digest.ts';
export { KINDS, POPULATION_KINDS, type KindOfPopulation, type PopulationKind } from './kind.ts';
