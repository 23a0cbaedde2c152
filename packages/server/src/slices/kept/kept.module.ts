// The kept slice's only door.
export { keptHistory } from './kept.history.ts';
export { keptOver } from './kept.repository.ts';
