// The risks slice's only door.
export * from './method.ts';
export { measuresAlike, methodOfVersion, type Methods } from './measure.ts';
export * from './import/index.ts';
export { frequencyDraw, meanFrequency, MOST_A_YEAR, type EventRate } from './simulation/frequency.ts';
export {
  betaTable,
  lossDraw,
  lognormalOf,
  meanLoss,
  pertShape,
  LARGEST_LOSS,
  type Beta,
  type Lognormal,
  type Loss,
} from './simulation/loss.ts';
export { exp, ln } from './simulation/logexp.ts';
export { normalQuantile } from './simulation/normal.ts';
export { streamOf, type Stream } from './simulation/stream.ts';
export {
  addYears,
  checkModel,
  MOST_YEARS,
  simulateYears,
  type LossModel,
  type ModelFault,
} from './simulation/simulate.ts';
export {
  exceedance,
  percentile,
  rank,
  summarise,
  type LossSummary,
  type Ranked,
} from './simulation/summary.ts';
export {
  beyondTolerance,
  exceedanceCurve,
  roundLosses,
  toleratedLoss,
  toleratedShare,
  type CurvePoint,
  type ShareOfYears,
  type Tolerance,
} from './simulation/exceedance.ts';
export {
  dealScenarios,
  simulateLosses,
  simulatePart,
  sumParts,
  type ExceededPoint,
  type LossPart,
  type LossRun,
  type LossScenario,
  type LossWhole,
  type ScenarioLosses,
} from './simulation/run.ts';
export { controlValue, type ControlValue } from './simulation/value.ts';
export * from './losses/index.ts';
export * from './register/risk.ts';
export {
  acceptRisk,
  assessRisk,
  LONGEST_ACCEPTANCE,
  reviewRisk,
  treatRisk,
  type MethodVersion,
  type RolesInForce,
  type RiskFault,
} from './register/decide.ts';
export {
  RISK_LINTS,
  RISK_STATES,
  riskStanding,
  type RiskLint,
  type RiskLintCode,
  type RiskStanding,
  type RiskState,
  type StandingAsked,
} from './register/standing.ts';
export { DEFAULT_METHOD } from './register/defaults.ts';
export { riskMatrix, type MatrixCell, type MatrixMove, type RiskMatrix } from './register/matrix.ts';
export { risksTreated, type RiskTreated } from './register/treated.ts';
