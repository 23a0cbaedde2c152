// The soa slice's only door.
export * from './import/index.ts';
export * from './transition/index.ts';
export * from './reason.ts';
export * from './obligation.ts';
export * from './row.ts';
export { ELSEWHERE, statementRows } from './statement.ts';
export { IMPLEMENTATION_STATUSES, statusInWords } from './status.ts';
export * from './lints.ts';
export { CONTROL_STANDS, type ControlStands, type TraceStep } from './trace.ts';
export * from './stations.ts';
export { isProved, statementCounts, statementSentence, type StatementCounts } from './sentence.ts';
export * from './line.ts';
export * from './difference.ts';
