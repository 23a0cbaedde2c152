// The risks slice's only door.
export { risksHistories } from './risks.history.ts';
export { methodVersion, riskStandings, treatedRisks } from './treated.readmodel.ts';
