// The access slice's only door.
export { settingsHistory } from './access.history.ts';
export { findOrganisation, membersOf, nextNumber } from './access.repository.ts';
export { memberScope, type HeldAddress } from './memberScope.ts';
export { byItself, shownHash, type Origin, type Via } from './origin.ts';
export { authorize, OrgScope, type Acting, type Membership, type Principal } from './scope.ts';
export { employers, jobScope } from './machine.ts';
export { examinationOf, type Settings } from './settings.ts';
