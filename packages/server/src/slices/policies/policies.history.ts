// How policies and acknowledgements and the ledger speak of the same thing.
import { textIn, wholeVersion, type Document, type History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { acknowledgementRows, policyRows } from './history.repository.ts';

export const policiesHistories: readonly History<OrgScope>[] = [
  {
    title: 'policy',
    founded: false,
    rows: policyRows,
    kinds: ['policy.created', 'policy.changed', 'policy.approved', 'policy.published', 'policy.retired'],
    told: (_, payload) => wholeVersion(payload, versionIn(payload)),
  },
  {
    title: 'acknowledgement of',
    founded: false,
    rows: acknowledgementRows,
    kinds: ['policy.acknowledged'],
    told: (_, payload) => wholeVersion(payload, `${versionIn(payload)} by ${textIn(payload, 'person')}`),
  },
];

function versionIn(payload: Document): string {
  const { version } = payload;
  return `${textIn(payload, 'policy')} version ${typeof version === 'number' ? version : ''}`;
}
