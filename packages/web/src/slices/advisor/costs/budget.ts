// A way under a ceiling, computed by core in the browser from the very situation and figures of the advice. Pure.
import { answersField, answersOf } from '@assay/contract';
import {
  budgetVariant,
  costGround,
  describe,
  parsePlainDate,
  type AdviceOption,
  type BudgetVariant,
  type FigureOverrides,
} from '@assay/core';
import type { Advice, Option, Situation } from '../advice.ts';

export function underCeiling(
  advice: Advice,
  option: AdviceOption,
  ceiling: number,
): BudgetVariant | undefined {
  const situation = situationOf(advice.situation);
  const ground = costGround(overridesOf(advice));
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

function situationOf({ today, budget, runway_months, deals, ...rest }: Situation) {
  const day = parsePlainDate(today);
  const read = answersField.safeParse({
    ...rest,
    deals: deals.map(({ period_days, ...deal }) => (period_days === null ? deal : { ...deal, period_days })),
    ...(budget === null ? {} : { budget }),
    ...(runway_months === null ? {} : { runway_months }),
  });
  return day && read.success ? describe(answersOf(read.data), {}, day).situation : undefined;
}

function overridesOf({ figures }: Advice): FigureOverrides {
  return Object.fromEntries(
    figures.flatMap(({ key, said }) => {
      const when = said && parsePlainDate(said.at.slice(0, 10));
      if (!said || !when) return [];
      const { value, currency, by, because } = said;
      return [[key, { value, who: by, why: because, when, ...(currency === null ? {} : { currency }) }]];
    }),
  );
}
