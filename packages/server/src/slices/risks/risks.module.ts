// The risks slice's only door.
export { risksHistories } from './risks.history.ts';

export { treatedRisks } from './treated.readmodel.ts';
