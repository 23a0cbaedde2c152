// How versions of controls, their states and mappings and the ledger speak of the same thing.
import { textIn, wholeVersion, type History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { controlVersions, mappingVersions, stateVersions } from './history.repository.ts';

export const controlsHistories: readonly History<OrgScope>[] = [
  {
    title: 'control of the common set',
    founded: true,
    rows: (tx, scope) => controlVersions(tx, scope, false),
    kinds: [],
    told: (_, payload) => wholeVersion(payload, textIn(payload, 'code')),
  },
  {
    title: 'own control',
    founded: false,
    rows: (tx, scope) => controlVersions(tx, scope, true),
    kinds: ['control.added'],
    told: (_, payload) =>
      'objective' in payload
        ? wholeVersion(payload, textIn(payload, 'code'))
        : { thing: textIn(payload, 'code'), says: 'changed' },
  },
  {
    title: 'state of control',
    founded: false,
    rows: stateVersions,
    kinds: ['control.decided'],
    told: (_, payload) => wholeVersion(payload, textIn(payload, 'code')),
  },
  {
    title: 'mapping',
    founded: true,
    rows: mappingVersions,
    kinds: ['mapping.set', 'mapping.removed'],
    told: (kind, payload) =>
      kind === 'mapping.removed'
        ? { thing: `${textIn(payload, 'code')} to ${textIn(payload, 'to')}`, says: 'end' }
        : wholeVersion(payload, `${textIn(payload, 'control')} to ${textIn(payload, 'to')}`),
  },
];
