// The policies slice's only door.
export { policiesDocuments } from './policies.document.ts';
export { policiesOver } from './versions.repository.ts';
export { policiesHistories } from './policies.history.ts';
export {
  filledText,
  policies as allPolicies,
  policiesAtWork,
  policiesInForce,
  policyStandings,
  type Policy,
} from './policies.readmodel.ts';
