// Simulated years of every scenario and of all together, as `assay risk simulate` says them, in whole units.
import {
  addYears,
  beyondTolerance,
  controlValue,
  exceedanceCurve,
  rank,
  simulateYears,
  summarise,
  type CurvePoint,
  type LossSummary,
  type Ranked,
} from '@assay/core';
import type { RiskCase } from './case.ts';

const CURVE_POINTS = 40;

/** One line: a scenario, or the portfolio, as it is and after treatment. */
export interface RiskLine {
  readonly id: string;
  readonly name: string;
  readonly inherent: Money;
  /** After treatment; as inherent where nothing is said of it. */
  readonly residual: Money;
  readonly value: { readonly avoided: number; readonly net: number; readonly returned: number | null } | null;
}

export interface Money {
  readonly mean: number;
  readonly p95: number;
  readonly p99: number;
  readonly shortfall_99: number;
  readonly quiet_share: number;
}

export interface RiskAnswer {
  readonly seed: string;
  readonly years: number;
  readonly scenarios: readonly RiskLine[];
  readonly portfolio: RiskLine;
  readonly curve: { readonly inherent: readonly CurvePoint[]; readonly residual: readonly CurvePoint[] };
  /** Points of the residual curve beyond the tolerated line; null where no line was given. */
  readonly beyond_tolerance: readonly CurvePoint[] | null;
}

export function answerRisks(given: RiskCase): RiskAnswer {
  const { seed, years, tolerance } = given;
  const inherent = new Float64Array(years);
  const residual = new Float64Array(years);
  const scenarios = given.scenarios.map((scenario): RiskLine => {
    const before = simulateYears(scenario.inherent, { seed, name: `${scenario.id}/inherent`, years });
    const after = scenario.residual
      ? simulateYears(scenario.residual, { seed, name: `${scenario.id}/residual`, years })
      : before;
    addYears(inherent, before);
    addYears(residual, after);
    return lineOf({ ...scenario, before: rank(before), after: rank(after) });
  });
  const [before, after] = [rank(inherent), rank(residual)];
  const costs = given.scenarios.flatMap(({ cost }) => cost ?? []);
  const cost = costs.length === 0 ? undefined : costs.reduce((sum, each) => sum + each, 0);
  const curve = {
    inherent: exceedanceCurve(before, CURVE_POINTS),
    residual: exceedanceCurve(after, CURVE_POINTS),
  };
  const line = tolerance && { often: hundredths(tolerance.often), rare: hundredths(tolerance.rare) };
  return {
    seed,
    years,
    scenarios,
    portfolio: lineOf({ id: 'all', name: 'all together', cost, before, after }),
    curve: { inherent: curve.inherent.map(units), residual: curve.residual.map(units) },
    beyond_tolerance: line ? beyondTolerance(curve.residual, line).map(units) : null,
  };
}

function lineOf(of: {
  readonly id: string;
  readonly name: string;
  readonly cost?: number | undefined;
  readonly before: Ranked;
  readonly after: Ranked;
}): RiskLine {
  const [inherent, residual] = [moneyOf(summarise(of.before)), moneyOf(summarise(of.after))];
  const value =
    of.cost === undefined
      ? undefined
      : controlValue({ meanWithout: inherent.mean, meanWith: residual.mean, cost: of.cost });
  return {
    id: of.id,
    name: of.name,
    inherent,
    residual,
    value: value ? { ...value, returned: value.returned ?? null } : null,
  };
}

function moneyOf(summary: LossSummary): Money {
  return {
    mean: summary.mean / 100,
    p95: summary.percentiles.p95 / 100,
    p99: summary.percentiles.p99 / 100,
    shortfall_99: summary.shortfall99 / 100,
    quiet_share: summary.quiet,
  };
}

function units<T extends { readonly loss: number }>(point: T): T {
  return { ...point, loss: point.loss / 100 };
}

function hundredths<T extends { readonly loss: number }>(point: T): T {
  return { ...point, loss: point.loss * 100 };
}
