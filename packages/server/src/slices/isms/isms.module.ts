// The isms slice's only door for other slices.
export { ismsDocuments } from './isms.document.ts';
export { ismsHistories } from './isms.history.ts';
export {
  approvedRoles,
  rolesInForce,
  rolesOf,
  scopeOn,
  scopesOn,
  scopesWritten,
  systemsApproved,
  type ScopeHeld,
  type ScopesWritten,
} from './inForce.repository.ts';
export { recordStandings } from './standings.readmodel.ts';
export { ismsVersions } from './isms.repository.ts';
