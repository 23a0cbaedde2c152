// The policies slice's only door.
export { policiesHistories } from './policies.history.ts';
