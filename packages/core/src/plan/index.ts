// The way to the credentials as a schedule with dates that are likely, not promised.
export * from './credential.ts';
export * from './network.ts';
export { otherwiseSentence } from './otherwise.ts';
export * from './range.ts';
export * from './ground.ts';
export * from './leads.ts';
export { credentialsOf, networkOf } from './networks/network.ts';
export { schedule, type Late, type Schedule, type ScheduledTask } from './schedule/schedule.ts';
export { compile, type PlanFault } from './schedule/compile.ts';
export { WORKDAYS_A_MONTH, type Compiled } from './schedule/compiled.ts';
export {
  simulatePlan,
  sumBlocks,
  type PlanSimulation,
  type SimulatedCredential,
  type SimulatedTask,
} from './simulation/simulate.ts';
export { BLOCK, simulateBlocks, type Hand, type PlanBlock, type PlanRun } from './simulation/part.ts';
export { needMet, type AskedFor, type InHand, type NeedMet } from './simulation/deals.ts';
export { criticalSentence, faultSentence, lateSentence } from './schedule/sentences.ts';
export { PLAN_NOTES, planNotes, type PlanNote } from './schedule/notes.ts';
export type { MoveCause, PlanVersion } from './baseline/cause.ts';
export { compareWithBaseline, type MovedTask, type PlanDifference } from './baseline/compare.ts';
export { differenceSentence, moveReason, moveSentence } from './baseline/sentences.ts';
export { AXIS_LANES, axisOfPlan, timeAxis, type AxisGround, type TimeAxis } from './axis/axis.ts';
export type { AxisItem, AxisKind } from './axis/item.ts';
export { isoCycle, type Certified } from './axis/isoCycle.ts';
export { soc2Periods, type Attested } from './axis/soc2Periods.ts';
export { axisLayout, type AxisBar, type AxisLane, type AxisLayout, type AxisMark } from './axis/layout.ts';
export { PLAN_COLUMNS, planRows, type PlanColumn } from './export/rows.ts';
export { planMilestones, type PlanMilestone } from './export/milestones.ts';
export { loadsOf } from './loads.ts';
export { planSentence } from './planSentence.ts';
export * from './settings.ts';
export { planPage } from './page.ts';
