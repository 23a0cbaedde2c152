// The gaps slice's only door.
export { gapActions, type ActionKind, type ActionQuestion, type GapAction } from './action.ts';
export {
  DOCUMENTED,
  documentedInformation,
  type DocumentedFound,
  type DocumentedItem,
  type DocumentedState,
  type PolicyInForce,
} from './documented.ts';
export { gapsOf, MISSING, type Gap, type Missing } from './gap.ts';
export {
  EXAMINATIONS,
  readiness,
  type ExaminationKind,
  type NotFound,
  type Readiness,
  type ReadinessQuestion,
} from './readiness.ts';
export { withRecords, type KeptRecords } from './records.ts';
