// The access slice's only door.
export { settingsHistory } from './access.history.ts';
export { findOrganisation, membersOf, nextNumber } from './access.repository.ts';
export { memberScope } from './memberScope.ts';
export { authorize, OrgScope, type Membership, type Principal } from './scope.ts';
export { employers, jobScope } from './machine.ts';
export { examinationOf, type Settings } from './settings.ts';
