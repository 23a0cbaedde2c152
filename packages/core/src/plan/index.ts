// The way to the credentials as a schedule with dates that are likely, not promised.
export * from './credential.ts';
export * from './network.ts';
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
