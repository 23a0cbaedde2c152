// What the second credential costs once there is a first: work that serves both is done once.
import { ok, type Result } from '../../kernel/index.ts';
import type { Range, Credential } from '../../plan/index.ts';
import { percentText } from '../../risks/index.ts';

import type { Situation } from '../situation.ts';
import { PUBLISHED_OVERLAP } from './anchors.ts';
import { bookOf, type Book } from './book.ts';
import { costOfRoute, threeYearsOf, type CostTotals } from './cost.ts';
import type { CostFault } from './figure.ts';
import type { CostGround } from './ground.ts';
import type { CostRoute, CostStep } from './path.ts';
import { rangeOf } from './totals.ts';
import { numberText, rangeText } from './words.ts';

export const SEQUENCES = ['iso_then_soc2', 'soc2_then_iso', 'in_parallel'] as const;
export type Sequence = (typeof SEQUENCES)[number];

const ROUTES: Readonly<Record<Sequence, CostRoute>> = {
  iso_then_soc2: { credentials: ['iso27001', 'soc2_type2'], together: false },
  soc2_then_iso: { credentials: ['soc2_type2', 'iso27001'], together: false },
  in_parallel: { credentials: ['iso27001', 'soc2_type2'], together: true },
};

const SEQUENCE_WORDS: Readonly<Record<Sequence, string>> = {
  iso_then_soc2: 'ISO 27001, then SOC 2 Type II',
  soc2_then_iso: 'SOC 2 Type II, then ISO 27001',
  in_parallel: 'both in parallel',
};

const NAMES: Readonly<Record<Framework, string>> = { iso: 'ISO 27001', soc2: 'SOC 2' };
const CREDENTIAL: Readonly<Record<Framework, Credential>> = { iso: 'iso27001', soc2: 'soc2_type2' };
type Framework = 'iso' | 'soc2';

/** A framework as the second one, the other being there. */
export interface SecondCost {
  readonly second: Framework;
  /** Person-days that remain for both, and for this one alone. */
  readonly shared: number;
  readonly ownDays: number;
  /** Of its work what the first brings along; undefined where nothing remains to be done. */
  readonly overlap: number | undefined;
  /** Three years of it alone, and what it adds to three years of the first. */
  readonly alone: Range;
  readonly added: Range;
  /** Added as a share of alone, run by run. */
  readonly share: Range;
  readonly sentence: string;
}

export interface Marginal {
  readonly seconds: readonly SecondCost[];
  /** As published, of controls rather than of work. */
  readonly published: { readonly low: number; readonly high: number };
  readonly sequences: readonly {
    readonly sequence: Sequence;
    readonly words: string;
    readonly totals: CostTotals;
    readonly steps: readonly CostStep[];
  }[];
}

/** As if neither were held: the question is what one brings along for the other. */
export function marginalOf(asked: Situation, ground: CostGround): Result<Marginal, CostFault> {
  const situation: Situation = { ...asked, existing: { ...asked.existing, held: [] } };
  const sequences: Marginal['sequences'][number][] = [];
  for (const sequence of SEQUENCES) {
    const cost = costOfRoute({ route: ROUTES[sequence] }, situation, ground);
    if (!cost.ok) return cost;
    sequences.push({
      sequence,
      words: SEQUENCE_WORDS[sequence],
      totals: cost.value.all,
      steps: cost.value.steps,
    });
  }
  const seconds: SecondCost[] = [];
  for (const second of ['soc2', 'iso'] as const) {
    const found = secondCost(second, situation, ground);
    if (!found.ok) return found;
    seconds.push(found.value);
  }
  return ok({ seconds, published: PUBLISHED_OVERLAP, sequences });
}

/** Both begin on the same day, so that the same years are compared. */
function secondCost(
  second: Framework,
  situation: Situation,
  ground: CostGround,
): Result<SecondCost, CostFault> {
  const runs = (route: CostRoute): Result<Float64Array, CostFault> =>
    threeYearsOf({ route }, situation, ground);
  const single = (framework: Framework): CostRoute => ({
    credentials: [CREDENTIAL[framework]],
    together: false,
  });
  const first: Framework = second === 'iso' ? 'soc2' : 'iso';
  const [both, before, alone] = [runs(ROUTES.in_parallel), runs(single(first)), runs(single(second))];
  if (!both.ok) return both;
  if (!before.ok) return before;
  if (!alone.ok) return alone;
  const added = both.value.map((sum, run) => sum - (before.value[run] ?? 0));
  const share = added.map((sum, run) => sum / (alone.value[run] ?? 1));
  const days = daysOf(second, bookOf(situation, ground));
  const all = days.shared + days.ownDays;
  const found = {
    second,
    ...days,
    overlap: all > 0 ? days.shared / all : undefined,
    alone: rangeOf(alone.value),
    added: rangeOf(added),
    share: sharesOf(share),
  };
  return ok({ ...found, sentence: sentenceOf(found, first, situation.currency) });
}

function sentenceOf(found: Omit<SecondCost, 'sentence'>, first: Framework, currency: string): string {
  const { second, shared, ownDays, overlap, added, share } = found;
  const published = `${percentText(PUBLISHED_OVERLAP.low)} to ${percentText(PUBLISHED_OVERLAP.high)}`;
  const work =
    overlap === undefined
      ? 'no work remains from which an overlap could be computed'
      : `of ${numberText(shared + ownDays)} person-days that remain for it, ${numberText(shared)} (${percentText(overlap)}) serve both; vendors put the overlap of controls at ${published}`;
  return `${NAMES[second]} beside ${NAMES[first]} adds ${rangeText(added, currency)}, to three years: ${percentText(share.p50)} of what it costs alone; ${work}.`;
}

/** Work on controls and groundwork, of both and of the second alone. */
function daysOf(
  second: Framework,
  { situation, number }: Book,
): { readonly shared: number; readonly ownDays: number } {
  const sum = (lane: 'iso' | 'soc2' | 'shared'): number =>
    situation.existing.remaining.reduce(
      (days, work) => days + (work.serves === lane ? work.days : 0),
      number(`groundwork.${lane}.days`),
    );
  return { shared: sum('shared'), ownDays: sum(second) };
}

/** Shares keep three decimals where money keeps whole units. */
function sharesOf(share: Float64Array): Range {
  const { p10, p50, p90 } = rangeOf(share.map((each) => each * 1000));
  return { p10: p10 / 1000, p50: p50 / 1000, p90: p90 / 1000 };
}
