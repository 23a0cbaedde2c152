// The risks slice's only door.
export { bringRisk, registerNow, takeBackRisk } from './bring.usecases.ts';
export { risksDocuments } from './risks.document.ts';
export { risksHistories } from './risks.history.ts';
export { methodVersion, riskStandings, treatedRisks } from './treated.readmodel.ts';
export type { RiskRecord } from './risks.repository.ts';
export { riskDocument, riskOf } from './stored.ts';
export { lossesDocuments } from './losses/losses.document.ts';
