// The isms slice's only door.
export type { IsmsLint } from './lint.ts';
export * from './context.ts';
export * from './scope.ts';
export * from './roles.ts';
export * from './objective.ts';
export * from './people.ts';
export * from './change.ts';
export * from './feedback.ts';
export * from './review.ts';
export { reviewFacts, type ReviewKnown, type VersionWritten } from './reviewFacts.ts';
export * from './record.ts';
export * from './inForce.ts';
export * from './sections.ts';
export * from './difference.ts';
export * from './standing.ts';
