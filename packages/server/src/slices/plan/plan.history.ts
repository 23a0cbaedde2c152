// How versions of the plan's settings and variants, approved baselines and the ledger speak of the same thing.
import { sha256Hex } from '../../platform/crypto.ts';
import { textIn, wholeVersion, type History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { listBaselines } from './baselines.repository.ts';
import { planVersions, type PlanKind } from './plan.repository.ts';

export const PLAN_ENTRIES: Readonly<Record<PlanKind, string>> = {
  settings: 'plan_settings.changed',
  variant: 'plan_variant.changed',
};

export const planHistories: readonly History<OrgScope>[] = [
  {
    title: 'plan',
    founded: false,
    rows: planVersions,
    kinds: Object.values(PLAN_ENTRIES),
    told: (_, payload) => wholeVersion(payload, `${textIn(payload, 'kind')} ${textIn(payload, 'thing')}`),
  },
  {
    title: 'approved plan',
    founded: false,
    // The digest is computed from the text that is kept: a changed text is found whatever its row says.
    rows: async (tx, scope) =>
      (await listBaselines(tx, scope)).map((each) => ({
        thing: each.id,
        document: {
          id: each.id,
          option: each.option,
          digest: sha256Hex(each.frozen),
          approver: each.approver,
          role: each.role,
          note: each.note,
        },
        from: each.approvedAt,
        until: null,
      })),
    kinds: ['plan.approved'],
    told: (_, payload) => wholeVersion(payload, textIn(payload, 'id')),
  },
];
