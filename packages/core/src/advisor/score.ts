// What an option is worth by each criterion: a value in its unit, the scale it is held against, and points.
import { DAYS_A_MONTH } from '../kernel/index.ts';
import type { CredentialNeed } from '../plan/index.ts';
import { anchorOf } from './cost/anchors.ts';
import { converted } from './currency.ts';
import { HORIZON_MONTHS, TYPE1_WORTH, type CriterionId, type Weights } from './criteria.ts';
import { sidesOf, type Demand, type NeedShare } from './demand.ts';
import type { OptionFacts } from './facts.ts';
import { chanceBy, daysInHand, handOf, mean, readyFor, type Hand } from './hand.ts';
import type { Situation } from './situation.ts';

export interface Score {
  readonly criterion: CriterionId;
  /** In the unit of the criterion. */
  readonly value: number;
  /** In the same unit. */
  readonly scale: number;
  readonly points: number;
  /** What the value sums from, where it is a sum: needs or deals by name. */
  readonly parts: readonly { readonly name: string; readonly value: number }[];
}

const HORIZON_DAYS = Math.round(HORIZON_MONTHS * DAYS_A_MONTH);
/** A month of the horizon, so that all of it is 36 of them. */
const ONE_MONTH = HORIZON_DAYS / HORIZON_MONTHS;

/** The published cost of ISO 27001 for this headcount, in the currency of the answer. */
export function isoAnchor(situation: Situation): number {
  return anchorOf('iso27001', situation).here.money;
}

/** A situation with what all options share. */
export interface Ground {
  readonly situation: Situation;
  readonly demand: Demand;
  readonly weights: Weights;
}

export function scoresOf(ground: Ground, facts: OptionFacts): readonly Score[] {
  const { situation, demand } = ground;
  const hand = handOf(situation, facts);
  const anchor = isoAnchor(situation);
  const score = scoreBy(ground);
  const asked = monthsOf(demand.asked, hand, situation);
  const geography = monthsOf(demand.geography, hand, situation);
  const deals = revenueOf(situation, facts);
  const waiting = situation.deals.reduce(
    (sum, { amount, currency }) => sum + converted(situation, amount, currency),
    0,
  );
  const yearly = 12 * Object.values(situation.capacity).reduce((sum, days) => sum + days, 0);
  return [
    score('asked', { parts: asked, scale: HORIZON_MONTHS, factor: demand.trust }),
    score('geography', { parts: geography, scale: HORIZON_MONTHS, factor: 1 - demand.trust }),
    score('revenue', { parts: deals, scale: waiting + anchor }),
    score('public_proof', { value: publicMonths(situation, hand), scale: HORIZON_MONTHS }),
    score('both_wished', { value: wishedMonths(situation, hand), scale: HORIZON_MONTHS }),
    score('cost', { value: facts.threeYears.p50, scale: 3 * anchor }),
    score('effort', { value: facts.personDays.p50, scale: yearly }),
    score('window_risk', { value: facts.windowRisk, scale: 1 }),
    score('reuse', { value: facts.reuse * secondWanted(ground), scale: 1 }),
  ];
}

/** Sum of the points, in hundredths: a difference that nobody can see decides nothing. */
export function pointsOf(scores: readonly Score[]): number {
  return hundredths(scores.reduce((sum, { points }) => sum + points, 0));
}

interface Measured {
  readonly parts?: Score['parts'];
  readonly value?: number;
  readonly scale: number;
  readonly factor?: number;
}

function scoreBy({ weights }: Ground): (criterion: CriterionId, measured: Measured) => Score {
  return (
    criterion,
    { parts = [], value = parts.reduce((sum, part) => sum + part.value, 0), scale, factor = 1 },
  ) => ({
    criterion,
    value: hundredths(value),
    scale: hundredths(scale),
    points: scale === 0 ? 0 : hundredths((weights[criterion] * factor * value) / scale),
    parts: parts.map((part) => ({ ...part, value: hundredths(part.value) })),
  });
}

function monthsOf(needs: readonly NeedShare[], hand: Hand, situation: Situation): Score['parts'] {
  return needs.map(({ need, share }) => ({ name: need, value: share * monthsInHand(need, hand, situation) }));
}

/** Months of the horizon in which a need is met; what a Type I gives to who would take any report counts in part. */
function monthsInHand(need: CredentialNeed, hand: Hand, { today, data }: Situation): number {
  const horizon = { today, days: HORIZON_DAYS };
  const first = readyFor(need, hand);
  const better = need === 'soc2_any' || need === 'either' ? fullAnswer(need, hand) : first;
  const sensitive = data.some((kind) => kind === 'health' || kind === 'payment' || kind === 'government');
  const worth = sensitive ? TYPE1_WORTH.sensitive : TYPE1_WORTH.usual;
  const days = mean((course) => {
    const whole = daysInHand(better, course, horizon);
    return whole + worth * Math.max(0, daysInHand(first, course, horizon) - whole);
  });
  return days / ONE_MONTH;
}

function fullAnswer(need: 'soc2_any' | 'either', hand: Hand): ReturnType<typeof readyFor> {
  const without: Hand = new Map([...hand].filter(([credential]) => credential !== 'soc2_type1'));
  return readyFor(need, without);
}

function revenueOf(situation: Situation, facts: OptionFacts): Score['parts'] {
  return situation.deals.map(({ name, amount, currency, needs, due, periodDays }) => {
    const ready = readyFor(needs, handOf(situation, facts, periodDays));
    return {
      name,
      value: converted(situation, amount, currency) * chanceBy(ready, due, situation.today),
    };
  });
}

function publicMonths({ today, publicProof }: Situation, hand: Hand): number {
  const factor = { needed: 1, useful: 1 / 3, not_needed: 0 }[publicProof];
  const horizon = { today, days: HORIZON_DAYS };
  return (factor * mean((course) => daysInHand(hand.get('iso27001'), course, horizon))) / ONE_MONTH;
}

function wishedMonths({ today, wantsBoth }: Situation, hand: Hand): number {
  if (!wantsBoth) return 0;
  const [horizon, both] = [{ today, days: HORIZON_DAYS }, readyFor('both', hand)];
  return mean((course) => daysInHand(both, course, horizon)) / ONE_MONTH;
}

function secondWanted({ situation, demand }: Ground): number {
  if (situation.wantsBoth) return 1;
  const { iso, soc2 } = sidesOf(demand);
  return Math.min(1, 2 * Math.min(iso, soc2));
}

function hundredths(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}
