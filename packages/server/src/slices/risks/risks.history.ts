// How versions of the risk method and of risks and the ledger speak of the same thing.
import { textIn, wholeVersion, type History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { lossesHistory } from './losses/losses.history.ts';
import { methodVersions, riskVersions } from './history.repository.ts';

export const RISK_KINDS = [
  'risk.added',
  'risk.changed',
  'risk.assessed',
  'risk.treated',
  'risk.accepted',
  'risk.reviewed',
] as const;

export const risksHistories: readonly History<OrgScope>[] = [
  {
    title: 'risk method of',
    founded: false,
    rows: methodVersions,
    kinds: ['risk_method.changed'],
    told: (_, payload, subject) => wholeVersion(payload, subject),
  },
  {
    title: 'risk',
    founded: false,
    rows: riskVersions,
    kinds: [...RISK_KINDS, 'risk.taken_back'],
    told: (kind, payload) => {
      const thing = textIn(payload, 'code');
      return kind === 'risk.taken_back' ? { thing, says: 'end' } : wholeVersion(payload, thing);
    },
  },
  lossesHistory,
];
