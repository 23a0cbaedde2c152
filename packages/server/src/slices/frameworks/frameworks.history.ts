// How the word on what applies, own catalogues and the ledger speak of the same thing.
import { textIn, wholeVersion, type History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { applicabilityVersions, frameworkVersions } from './history.repository.ts';

export const frameworksHistories: readonly History<OrgScope>[] = [
  {
    title: 'own framework',
    founded: false,
    rows: frameworkVersions,
    kinds: ['framework.added'],
    told: (_, payload) => {
      const thing = textIn(payload, 'framework');
      return 'sha256' in payload ? wholeVersion(payload, thing) : { thing, says: 'changed' };
    },
  },
  {
    title: 'applicability of',
    founded: false,
    rows: applicabilityVersions,
    kinds: ['requirement.decided', 'requirement.undecided'],
    told: (kind, payload) => {
      const thing = textIn(payload, 'ref');
      return kind === 'requirement.undecided' ? { thing, says: 'end' } : wholeVersion(payload, thing);
    },
  },
];
