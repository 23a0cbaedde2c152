// How the settings’ versions and the ledger speak of the same thing.
import { wholeVersion, type History } from '../../platform/postgres/history.ts';
import { settingsVersions } from './history.repository.ts';
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
