// From which day on a need is met: course by course, since which of two ways is quicker differs between courses.
import { dayOfDate, type PlainDate } from '../../kernel/index.ts';
import { MEETS, type Credential, type CredentialNeed } from '../credential.ts';
import type { DayRange } from '../range.ts';
import { countDays, shareBy } from './days.ts';
import { rangeFrom, type PlanSimulation } from './simulate.ts';

export interface AskedFor {
  readonly needs: CredentialNeed;
  readonly due?: PlainDate | undefined;
  /** Days of operation that a Type II has to show. */
  readonly periodDays?: number | undefined;
}

/** What there is besides the plan. */
export interface InHand {
  readonly held: readonly Credential[];
  /** Length of the Type II period that the plan has. */
  readonly windowDays: number;
}

export type NeedMet =
  /** What is held meets it today. */
  | { readonly met: 'already' }
  | { readonly met: 'planned'; readonly day: DayRange; readonly inTime: number | undefined }
  /** No credential of this plan meets it; period: the Type II of the plan is of a shorter period than is asked for. */
  | { readonly met: 'never'; readonly why: 'credential' | 'period' };

export function needMet(simulated: PlanSimulation, need: AskedFor, standing: InHand): NeedMet {
  const short = (need.periodDays ?? 0) > standing.windowDays;
  const ways = MEETS[need.needs];
  if (ways.some((way) => way.every((each) => standing.held.includes(each)))) return { met: 'already' };
  const given = new Map(simulated.credentials.map(({ credential, days }) => [credential, days]));
  const open = ways.filter((way) => way.every((each) => standing.held.includes(each) || given.has(each)));
  const fit = open.filter((way) => !(short && way.includes('soc2_type2') && given.has('soc2_type2')));
  if (fit.length === 0) return { met: 'never', why: open.length > 0 ? 'period' : 'credential' };
  const days = new Uint16Array(simulated.runs).map((_, course) =>
    Math.min(
      ...fit.map((way) => Math.max(0, ...way.map((credential) => given.get(credential)?.[course] ?? 0))),
    ),
  );
  const counts = countDays([days]);
  const first = dayOfDate(simulated.start);
  return {
    met: 'planned',
    day: rangeFrom(first)(counts),
    inTime: need.due && shareBy(counts, dayOfDate(need.due) - first),
  };
}
