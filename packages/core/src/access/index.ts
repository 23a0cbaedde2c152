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
export { isTokenText, tokenText } from './apiToken.ts';
export {
  changeFaults,
  customRoleFaults,
  givingFaults,
  isOwner,
  type GrantingFault,
  type Member,
} from './granting.ts';
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
