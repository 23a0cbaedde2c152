// Each deal, contract and tender against the dates of an option: can it be met, how likely, and by how much not.
import { daysBetween, type PlainDate } from '../kernel/index.ts';
import type { CredentialNeed } from '../plan/index.ts';
import type { DayRange } from '../plan/index.ts';
import type { OptionFacts } from './facts.ts';
import { chanceBy, handOf, readyFor } from './hand.ts';
import type { Situation } from './situation.ts';

/** sure: nine of ten courses are in time; likely: at least half; unlikely: fewer; never: the option does not bring it. */
export const MEETING_VERDICTS = ['sure', 'likely', 'unlikely', 'never'] as const;
export type MeetingVerdict = (typeof MEETING_VERDICTS)[number];

export interface Meeting {
  readonly name: string;
  readonly kind: 'deal' | 'contract' | 'tender';
  readonly needs: CredentialNeed;
  readonly due: PlainDate;
  /** When what is needed is in hand; undefined: never with this option. */
  readonly ready: DayRange | undefined;
  /** That it is in hand on the day, 0 to 1. */
  readonly chance: number;
  readonly verdict: MeetingVerdict;
  /** Days after the day, in the middle course and in the late one; 0 where in time, undefined where never. */
  readonly late: { readonly p50: number; readonly p90: number } | undefined;
}

export function meetingsOf(situation: Situation, facts: OptionFacts): readonly Meeting[] {
  const hand = handOf(situation, facts);
  const meet = (
    kind: Meeting['kind'],
    { name, needs, due }: Pick<Meeting, 'name' | 'needs' | 'due'>,
  ): Meeting => {
    const ready = readyFor(needs, hand);
    return {
      name,
      kind,
      needs,
      due,
      ready,
      chance: Math.round(chanceBy(ready, due, situation.today) * 1000) / 1000,
      verdict: verdictOf(ready, due),
      late: ready && { p50: lateness(due, ready.p50), p90: lateness(due, ready.p90) },
    };
  };
  return [
    ...situation.clauses.map((clause) => meet(clause.kind, clause)),
    ...situation.deals.map((deal) => meet('deal', deal)),
  ];
}

function verdictOf(ready: DayRange | undefined, due: PlainDate): MeetingVerdict {
  if (ready === undefined) return 'never';
  if (ready.p90 <= due) return 'sure';
  return ready.p50 <= due ? 'likely' : 'unlikely';
}

function lateness(due: PlainDate, ready: PlainDate): number {
  return Math.max(0, daysBetween(due, ready));
}
