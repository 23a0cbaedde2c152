// The soa slice's only door.
export * from './import/index.ts';
export * from './transition/index.ts';
export * from './reason.ts';
export * from './obligation.ts';
export * from './row.ts';
export { ELSEWHERE, statementRows } from './statement.ts';
export { IMPLEMENTATION_STATUSES, statusInWords } from './status.ts';
export * from './lints.ts';
export type { TraceStep } from './trace.ts';
export * from './line.ts';
export * from './difference.ts';
