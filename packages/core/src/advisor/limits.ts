// Hard limits: what shuts an option out whatever else speaks for it.
import { addDays, DAYS_A_MONTH, type PlainDate } from '../kernel/index.ts';
import type { OptionFacts } from './facts.ts';
import { handOf } from './hand.ts';
import type { Meeting } from './meeting.ts';
import type { Situation, SituationField } from './situation.ts';

/** Why an option is out. */
export type Limit =
  /** A contract or tender is missed in more than half of the courses; days in the middle course, undefined: never met. */
  | {
      readonly kind: 'clause';
      readonly name: string;
      readonly due: PlainDate;
      readonly lateDays: number | undefined;
    }
  /** Even if all goes well (one course in ten), more money leaves in the first year. */
  | { readonly kind: 'budget'; readonly over: number }
  /** Money ends before the first credential, in more than half of the courses. */
  | { readonly kind: 'runway'; readonly ends: PlainDate; readonly first: PlainDate }
  /** Everything that it leads to is in hand. */
  | { readonly kind: 'held' }
  /** A rule of the table RULES sets it aside. */
  | { readonly kind: 'rule'; readonly rule: string };

export const LIMIT_FIELDS: Readonly<Record<Limit['kind'], SituationField>> = {
  clause: 'clauses',
  budget: 'budget',
  runway: 'runwayMonths',
  held: 'existing',
  rule: 'deals',
};

export function limitsOf(
  situation: Situation,
  facts: OptionFacts,
  meetings: readonly Meeting[],
): readonly Limit[] {
  return [
    ...meetings
      .filter(({ kind, verdict }) => kind !== 'deal' && (verdict === 'unlikely' || verdict === 'never'))
      .map(({ name, due, late }) => ({ kind: 'clause' as const, name, due, lateDays: late?.p50 })),
    ...budgetLimit(situation, facts),
    ...runwayLimit(situation, facts),
    ...(facts.option !== 'nothing_yet' &&
    facts.credentials.every((each) => isHeld(situation, each.credential))
      ? [{ kind: 'held' as const }]
      : []),
  ];
}

/** Own people are paid anyway: a budget is compared with what leaves the company. */
function budgetLimit({ budget }: Situation, facts: OptionFacts): readonly Limit[] {
  const { p10 } = facts.spentFirstYear;
  return budget !== undefined && p10 > budget ? [{ kind: 'budget', over: Math.round(p10 - budget) }] : [];
}

function runwayLimit(situation: Situation, facts: OptionFacts): readonly Limit[] {
  if (situation.runwayMonths === undefined) return [];
  const ends = addDays(situation.today, Math.round(situation.runwayMonths * DAYS_A_MONTH));
  const hand = handOf(situation, facts);
  const first = facts.credentials
    .filter((each) => !isHeld(situation, each.credential))
    .map(({ credential }) => hand.get(credential)?.p50 ?? ends)
    .toSorted()
    .at(0);
  return first !== undefined && first > ends ? [{ kind: 'runway', ends, first }] : [];
}

function isHeld(
  { existing }: Situation,
  credential: OptionFacts['credentials'][number]['credential'],
): boolean {
  return existing.held.includes(credential);
}
