// The decision: hard limits first, then points. The same situation and the same facts give the same order everywhere.
import { ADVICE_OPTIONS, type AdviceOption } from '../plan/index.ts';
import { WEIGHTS, type Weights } from './criteria.ts';
import { demandOf, type Demand } from './demand.ts';
import { ordered } from './describe.ts';
import type { OptionFacts } from './facts.ts';
import { limitsOf, type Limit } from './limits.ts';
import { meetingsOf, type Meeting } from './meeting.ts';
import { setAside } from './rules.ts';
import { pointsOf, scoresOf, type Score } from './score.ts';
import type { Situation } from './situation.ts';

/** Where an option stands, with all that says why. */
export interface OptionStanding {
  readonly option: AdviceOption;
  readonly points: number;
  readonly scores: readonly Score[];
  readonly meetings: readonly Meeting[];
  /** Empty: the option is in. */
  readonly limits: readonly Limit[];
  readonly facts: OptionFacts;
}

export interface Decision {
  readonly recommended: AdviceOption;
  /** False: no option keeps every hard limit, and the recommended one breaks the fewest. */
  readonly keepsLimits: boolean;
  /** Best first; options that are out come after those that are in. */
  readonly ranking: readonly OptionStanding[];
  readonly demand: Demand;
}

export function decide(
  asGiven: Situation,
  facts: readonly OptionFacts[],
  weights: Weights = WEIGHTS,
): Decision {
  const situation = ordered(asGiven);
  const demand = demandOf(situation);
  const aside = setAside(situation);
  const ranking = facts
    .map((each): OptionStanding => {
      const meetings = meetingsOf(situation, each);
      const scores = scoresOf({ situation, demand, weights }, each);
      const rule = aside.get(each.option);
      const limits: readonly Limit[] = [
        ...limitsOf(situation, each, meetings),
        ...(rule === undefined ? [] : [{ kind: 'rule' as const, rule }]),
      ];
      return { option: each.option, points: pointsOf(scores), scores, meetings, limits, facts: each };
    })
    .toSorted(inOrder);
  const [first] = ranking;
  return {
    recommended: first?.option ?? 'nothing_yet',
    keepsLimits: first?.limits.length === 0,
    ranking,
    demand,
  };
}

/** A clause that is never met weighs as one that is met after ten years. */
const NEVER_DAYS = 3660;

/** Fewest broken clauses, fewest other limits, least late, most points; of equals the one that costs less. */
function inOrder(a: OptionStanding, b: OptionStanding): number {
  return (
    broken(a, true) - broken(b, true) ||
    broken(a, false) - broken(b, false) ||
    lateness(a) - lateness(b) ||
    b.points - a.points ||
    a.facts.threeYears.p50 - b.facts.threeYears.p50 ||
    ADVICE_OPTIONS.indexOf(a.option) - ADVICE_OPTIONS.indexOf(b.option)
  );
}

function broken({ limits }: OptionStanding, clauses: boolean): number {
  return limits.filter(({ kind }) => (kind === 'clause') === clauses).length;
}

function lateness({ limits }: OptionStanding): number {
  return limits.reduce(
    (sum, limit) => sum + (limit.kind === 'clause' ? (limit.lateDays ?? NEVER_DAYS) : 0),
    0,
  );
}
