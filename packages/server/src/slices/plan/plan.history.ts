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
    // Text and digest each give the digest, so that a change of either is found; who recorded it is in the entry, too.
    rows: async (tx, scope) =>
      (await listBaselines(tx, scope)).map((each) => ({
        thing: each.id,
        document: {
          id: each.id,
          option: each.option,
          digest: agreed(each.digest, sha256Hex(each.frozen)),
          approver: each.approver,
          role: each.role,
          note: each.note,
          by: each.recordedBy,
        },
        from: each.approvedAt,
        until: null,
      })),
    kinds: ['plan.approved'],
    told: (_, payload) => ({ thing: textIn(payload, 'id'), says: 'version', document: payload }),
  },
];

/** The digest that row and text have in common; both where they have none. */
function agreed(row: string, text: string): string {
  return row === text ? row : `${row}, but the text has ${text}`;
}
