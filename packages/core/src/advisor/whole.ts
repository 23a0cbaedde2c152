// An advice with all that stands behind it: what each option costs line by line, and what the second credential adds.
import { err, ok, type Result } from '../kernel/index.ts';
import type { AdviceOption } from '../plan/index.ts';
import { advise, type Advice } from './advise.ts';
import type { AdviceFault } from './check.ts';
import {
  asPlanned,
  budgetVariant,
  costGround,
  costOfRoute,
  marginalOf,
  routeOf,
  type BudgetVariant,
  type Cost,
  type CostFault,
  type CostGround,
  type FigureOverrides,
  type Marginal,
} from './cost/index.ts';
import { factsFrom, NO_CIRCUMSTANCES, type Circumstances } from './optionFacts.ts';
import type { Described } from './situation.ts';

export interface WholeAdvice {
  readonly advice: Advice;
  readonly given: Circumstances;
  readonly costs: ReadonlyMap<AdviceOption, Cost>;
  readonly marginal: Marginal;
  /** The figures in force: what is asked further is computed on the same ones. */
  readonly ground: CostGround;
}

export function adviseWhole(
  described: Described,
  overrides: FigureOverrides,
  given: Circumstances = NO_CIRCUMSTANCES,
): Result<WholeAdvice, readonly AdviceFault[]> {
  const ground = costGround(overrides);
  if (!ground.ok) return err([faultOf(ground.error)]);
  const advice = advise(described, factsFrom(ground.value, given));
  if (!advice.ok) return advice;
  const { situation } = advice.value.described;
  const costs = new Map<AdviceOption, Cost>();
  for (const { option, facts } of advice.value.decision.ranking) {
    const asked = { ...asPlanned(situation.today, facts), route: routeOf(option, situation) };
    const cost = costOfRoute(asked, situation, ground.value);
    if (!cost.ok) return err([faultOf(cost.error)]);
    costs.set(option, cost.value);
  }
  const marginal = marginalOf(situation, ground.value);
  if (!marginal.ok) return err([faultOf(marginal.error)]);
  return ok({ advice: advice.value, given, costs, marginal: marginal.value, ground: ground.value });
}

/** How an option fits under a ceiling; without one, under the budget that was named, if one was. */
export function variantOf(
  { advice, ground }: WholeAdvice,
  asked: { readonly option?: AdviceOption | undefined; readonly ceiling?: number | undefined } = {},
): BudgetVariant {
  const { situation } = advice.described;
  const option = asked.option ?? advice.recommended;
  const ceiling = asked.ceiling ?? situation.budget;
  const standing = advice.decision.ranking.find((each) => each.option === option);
  const planned = standing && asPlanned(situation.today, standing.facts);
  const variant = budgetVariant({ ...planned, option, ceiling }, situation, ground);
  if (!variant.ok) throw new Error(`an advice stands on figures that are refused: ${variant.error.detail}`);
  return variant.value;
}

function faultOf({ pointer, detail }: CostFault): AdviceFault {
  return { pointer, message: detail };
}
