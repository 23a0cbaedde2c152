// The access slice's only door.
export { accessHistory, settingsHistory } from './access.history.ts';
export { TENANT_TABLES } from './erase.repository.ts';
export { findOrganisation, nextNumber } from './access.repository.ts';
export { membersOf } from './members.repository.ts';
export type { SessionRow, TokenRow } from './callers.repository.ts';
export type { Device } from './sessions.repository.ts';
export { memberScope, type HeldAddress } from './memberScope.ts';
export { byItself, shownHash, type Origin, type Via } from './origin.ts';
export { authorize, OrgScope, type Acting, type Membership, type Person, type Principal } from './scope.ts';
export { rewrapProviderSecret } from './federation/secret.ts';
export { employers, jobScope } from './machine.ts';
export { examinationOf, type Settings } from './settings.ts';
