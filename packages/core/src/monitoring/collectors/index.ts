// Collectors: what was promised, what came, and when nobody was looking.
export * from './collector.ts';
export {
  isVouchable,
  judgeRuns,
  RUN_ERRORS,
  RUN_RULES,
  UNKNOWN_REASONS,
  type CollectorRun,
  type JudgedRun,
  type RunError,
  type RunVerdict,
  type UnknownReason,
} from './run.ts';
export { collectorOutages, type CollectorOutage } from './outages.ts';
export * from './condition.ts';
