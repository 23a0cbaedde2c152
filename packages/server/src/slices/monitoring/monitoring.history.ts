// How the controls that a check speaks for and the ledger speak of the same thing.
import { textIn, wholeVersion, type History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { checkVersions } from './history.repository.ts';

export const checksHistory: History<OrgScope> = {
  title: 'controls of check',
  founded: false,
  rows: checkVersions,
  kinds: ['check.mapped'],
  told: (_, payload) => wholeVersion(payload, textIn(payload, 'check')),
};
