// How versions of the settings, and of who may do what, and the ledger speak of the same thing.
import { textIn, wholeVersion, type History } from '../../platform/postgres/history.ts';
import { settingsVersions } from './history.repository.ts';
import { accessVersions } from './members.repository.ts';
import { ACCESS_ENTRIES } from './entries.ts';
import type { OrgScope } from './scope.ts';

export const settingsHistory: History<OrgScope> = {
  title: 'settings',
  founded: true,
  rows: settingsVersions,
  kinds: ['organisation.changed'],
  told: (_, payload) =>
    'settings' in payload
      ? wholeVersion(payload, 'of the organisation')
      : { thing: 'of the organisation', says: 'changed' },
};

/** Whoever makes themselves a member by raw SQL is found, as is whoever widens what they hold. */
export const accessHistory: History<OrgScope> = {
  title: 'access',
  founded: false,
  rows: accessVersions,
  kinds: Object.values(ACCESS_ENTRIES),
  told: (_, payload) => wholeVersion(payload, `${textIn(payload, 'kind')} ${textIn(payload, 'thing')}`),
};
