// The work slice's only door.
export * from './task.ts';
export * from './state.ts';
export { openTasks } from './tasks.ts';
export { closingOf, typedTask, type Closing } from './typed.ts';
export { inOrder, isSnoozed, marked, SHOWN_AT_ONCE, urgency, workOf, type Work } from './mine.ts';
export * from './digest.ts';
