// The access slice's only door.
export {
  everywhere,
  lent,
  permits,
  REACHES,
  resolve,
  roleNamed,
  type CustomRole,
  type Grant,
  type HeldRole,
  type GrantReach,
  type ReachKind,
  type Target,
  type Verdict as AccessVerdict,
} from './grants.ts';
export { domainOfAddress, domainRecord, parseDomain, provesDomain } from './federation/domains.ts';
export { attributeOf, fits, parseFilter, type Filter } from './federation/filter.ts';
export { afterDirectory, grantsOfGroups, type GroupRule, type GroupRules } from './federation/groups.ts';
export { booleanOf, patched, type PatchFault, type PatchOperation } from './federation/patch.ts';
export {
  pipelineFaults,
  unmetClaim,
  type PipelineClaim,
  type PipelineFault,
} from './federation/pipelines.ts';
export { isTokenText, tokenText } from './apiToken.ts';
export {
  changeFaults,
  customRoleFaults,
  givingFaults,
  isOwner,
  type GrantingFault,
  type Member,
} from './granting.ts';
export { DAYS_TO_SEE, ENDING_DELAY, endingAsked, endingStep, type Ending } from './ending.ts';
export { acceptFault, proposeFault, TRANSFER_DAYS, type TransferFault } from './transfer.ts';
export { rolesPage } from './page.ts';
export { PERMISSION_WORDS, PERMISSIONS, type Permission } from './permissions.ts';
export {
  CUSTOM_PERMISSIONS,
  LANDINGS,
  may,
  POLICY,
  ROLES,
  type Landing,
  type Role,
  type RoleRow,
} from './policy.ts';
