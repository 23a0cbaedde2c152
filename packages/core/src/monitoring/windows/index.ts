// The window engine: for every day of a period, did each control run?
export {
  SLOT_FREQUENCIES,
  type Cadence,
  type ContinuousCadence,
  type EventCadence,
  type PeriodicCadence,
  type ScheduleVersion,
  type SlotFrequency,
  type SlotMode,
  type WorkCalendar,
} from './schedule.ts';
export { addMonths } from './rhythm.ts';
export { localDay, UTC, type Zone, type ZoneOffset } from './zone.ts';
export * from './timeline.ts';
export * from './occurrence.ts';
export { countOf, coverageOf, type Counts, type Coverage } from './counts.ts';
export { type Standing } from './standing.ts';
export { isReconstructedAct } from './scoped.ts';
export { evaluateControl, type ControlResult } from './evaluate.ts';
export { dayStates, DAY_STATES, type DayState } from './days.ts';
export { earliestCleanStart, latestCleanEnd } from './clean.ts';
export {
  CRITERION_STATUSES,
  criterionResult,
  type CriterionControls,
  type CriterionResult,
  type CriterionStatus,
} from './criterion.ts';
export { WINDOW_REMARKS, windowRemarks, type WindowContext, type WindowRemark } from './period.ts';
export { startConditions, type Need, type StartConditions } from './start.ts';
export { evaluateWindow, type ControlAnswer, type WindowAnswer, type WindowQuestion } from './window.ts';
export { runsOfLooks, type StandingFailure, type Look } from './looks.ts';
export { spells, type Spell } from './spells.ts';
export { blocksOf, type Block } from './blocks.ts';
