// The policies slice's only door.
export { policiesHistories } from './policies.history.ts';
export { policyStandings } from './policies.readmodel.ts';
