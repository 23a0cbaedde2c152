// Populations: complete lists of events, frozen, from which an auditor samples.
export { readRow, rowText, sortedRows, type PopulationRow } from './row.ts';
export { populationDigest } from './digest.ts';
export { KINDS, POPULATION_KINDS, type KindOfPopulation, type PopulationKind } from './kind.ts';
export { DAY_WRITERS, type DayWriter, type Provenance } from './provenance.ts';
export { dayOf, guessMapping, mapRow, ROW_FAULTS, type PopulationMapping, type RowFault } from './mapping.ts';
export { agrees, reconcile, type Reconciliation } from './reconcile.ts';
export {
  POPULATION_WARNINGS,
  populationWarnings,
  spanOf,
  type PopulationWarning,
  type PopulationWarningCode,
} from './quality.ts';
export { eventId, knownEvents, knownUntil, type KnownEvents, type StandingPopulation } from './events.ts';
export {
  RULE_REASONS,
  testRows,
  usualRules,
  type PopulationRule,
  type RuleItem,
  type RuleReason,
  type RuleResult,
} from './rules.ts';
