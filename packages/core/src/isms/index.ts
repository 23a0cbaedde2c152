// The isms slice's only door.
export type { IsmsLint } from './lint.ts';
export * from './context.ts';
export * from './scope.ts';
export * from './roles.ts';
export * from './objective.ts';
export * from './people.ts';
export * from './change.ts';
export * from './review.ts';
export * from './record.ts';
