// Each deal, contract and tender against the dates of an option: can it be met, how likely, and by how much not.
import { daysBetween, type PlainDate } from '../kernel/index.ts';
import type { CredentialNeed, DayRange } from '../plan/index.ts';
import type { OptionFacts } from './facts.ts';
import { chanceBy, handOf, readyFor } from './hand.ts';
import type { Situation } from './situation.ts';

/** sure: nine of ten courses are in time; likely: at least half; unlikely: fewer; never: the option does not bring it. */
export type MeetingVerdict = 'sure' | 'likely' | 'unlikely' | 'never';

/** A deal or a clause: what is asked for, by when. */
export interface Promised {
  readonly name: string;
  readonly kind: 'deal' | 'contract' | 'tender';
  readonly needs: CredentialNeed;
  readonly due: PlainDate;
  /** Days of operation that a Type II has to show. */
  readonly periodDays: number | undefined;
}

export interface Meeting extends Promised {
  /** When what is needed is in hand; undefined: never with this option. */
  readonly ready: DayRange | undefined;
  /** That it is in hand on the day, 0 to 1. */
  readonly chance: number;
  readonly verdict: MeetingVerdict;
  /** Days after the day, in the middle course and in the late one; 0 where in time, undefined where never. */
  readonly late: { readonly p50: number; readonly p90: number } | undefined;
  /** Days of the Type II period, where it is never met because they are fewer than is asked for. */
  readonly short: number | undefined;
}

export function meetingsOf(situation: Situation, facts: OptionFacts): readonly Meeting[] {
  return promisesIn(situation).map((promised) => {
    const ready = readyFor(promised.needs, handOf(situation, facts, promised.periodDays));
    const short =
      ready === undefined && readyFor(promised.needs, handOf(situation, facts)) !== undefined
        ? facts.windowDays
        : undefined;
    return meetingOf(promised, { ready, chance: chanceBy(ready, promised.due, situation.today), short });
  });
}

/** Clauses first: they bind. */
export function promisesIn({ clauses, deals }: Situation): readonly Promised[] {
  return [
    ...clauses.map(({ name, kind, needs, due }) => ({ name, kind, needs, due, periodDays: undefined })),
    ...deals.map(({ name, needs, due, periodDays }) => ({
      name,
      kind: 'deal' as const,
      needs,
      due,
      periodDays,
    })),
  ];
}

/** One verdict, from whichever dates: of the advice, or of a plan task by task. */
export function meetingOf(
  { name, kind, needs, due, periodDays }: Promised,
  { ready, chance, short }: Pick<Meeting, 'ready' | 'chance' | 'short'>,
): Meeting {
  return {
    name,
    kind,
    needs,
    due,
    periodDays,
    ready,
    chance: Math.round(chance * 1000) / 1000,
    verdict: verdictOf(ready, due),
    late: ready && { p50: lateness(due, ready.p50), p90: lateness(due, ready.p90) },
    short,
  };
}

function verdictOf(ready: DayRange | undefined, due: PlainDate): MeetingVerdict {
  if (ready === undefined) return 'never';
  if (ready.p90 <= due) return 'sure';
  return ready.p50 <= due ? 'likely' : 'unlikely';
}

function lateness(due: PlainDate, ready: PlainDate): number {
  return Math.max(0, daysBetween(due, ready));
}
