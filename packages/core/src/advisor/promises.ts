// Deals and clauses against the courses of a plan: the same words as the advice has, from finer dates.
import { needMet, type DayRange, type InHand, type PlanSimulation } from '../plan/index.ts';
import { chanceBy } from './hand.ts';
import { meetingOf, promisesIn, type Meeting } from './meeting.ts';
import type { Situation } from './situation.ts';

/** Nothing that is ahead is certain. */
const SURE = 0.99;

export function promisesOf(
  situation: Situation,
  simulation: PlanSimulation,
  standing: InHand,
): readonly Meeting[] {
  const { today } = situation;
  return promisesIn(situation).map((promised) => {
    const met = needMet(simulation, promised, standing);
    switch (met.met) {
      case 'already': {
        const ready: DayRange = { p10: today, p50: today, p90: today };
        return meetingOf(promised, { ready, chance: chanceBy(ready, promised.due, today), short: undefined });
      }
      case 'never': {
        const short = met.why === 'period' ? standing.windowDays : undefined;
        return meetingOf(promised, { ready: undefined, chance: 0, short });
      }
      case 'planned':
        return meetingOf(promised, {
          ready: met.day,
          chance: Math.min(SURE, met.inTime ?? 0),
          short: undefined,
        });
    }
  });
}
