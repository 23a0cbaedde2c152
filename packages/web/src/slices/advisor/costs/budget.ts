// A way under a ceiling, computed by core in the browser from the very situation and figures of the advice. Pure.
import { overridesHeard, situationHeard } from '@assay/contract';
import { budgetVariant, costGround, type AdviceOption, type BudgetVariant } from '@assay/core';
import type { Advice, Option } from '../advice.ts';

export function underCeiling(
  advice: Advice,
  option: AdviceOption,
  ceiling: number,
): BudgetVariant | undefined {
  const situation = situationHeard(advice.situation);
  const ground = costGround(overridesHeard(advice));
  if (!situation || !ground.ok) return undefined;
  const found = budgetVariant({ option, ceiling }, situation, ground.value);
  return found.ok ? found.value : undefined;
}

/** How far the ceiling slides: it hangs on what the way costs and on the budget, never on where it has slid to. */
export function slideOf(
  { spent_first_year }: Pick<Option, 'spent_first_year'>,
  budget: number | null,
): { readonly most: number; readonly step: number } {
  const { p90 } = spent_first_year;
  const step = p90 > 100_000 ? 5000 : 1000;
  return { most: Math.ceil((Math.max(p90, budget ?? 0) * 1.2) / step) * step, step };
}
