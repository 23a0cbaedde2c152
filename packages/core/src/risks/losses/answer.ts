// What a run says, in whole units: per risk, all together, the curve against the tolerated line, each control's worth.
// Command line, server and browser show this one answer; the same case gives the same figures in each.
import {
  beyondTolerance,
  toleratedShare,
  type ShareOfYears,
  type Tolerance,
} from '../simulation/exceedance.ts';
import type { LossRun, LossScenario, LossWhole, ScenarioLosses } from '../simulation/run.ts';
import type { LossSummary } from '../simulation/summary.ts';
import { controlValue } from '../simulation/value.ts';
import { controlWorths, type ControlWorth } from './worth.ts';

export interface CaseScenario extends LossScenario {
  readonly name: string;
  /** Controls that make the difference. */
  readonly controls: readonly string[];
  /** What the treatment costs a year, where it is said of the treatment and not of its controls. */
  readonly cost: number | undefined;
}

export interface LossCase extends LossRun {
  readonly scenarios: readonly CaseScenario[];
  readonly tolerance: Tolerance | undefined;
  /** What each control costs a year, in whole units. */
  readonly costs: ReadonlyMap<string, number>;
}

/** Amounts of simulated years, in whole units. */
export interface YearlyLoss {
  /** Annual loss expectancy. */
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  /** Expected shortfall: the mean of the worst hundredth of the years. */
  readonly shortfall: number;
  /** Share of years without a loss. */
  readonly quiet: number;
}

export interface TreatmentValue {
  readonly avoided: number;
  readonly cost: number | null;
  readonly net: number | null;
  /** Net worth of each unit spent. */
  readonly returned: number | null;
}

export interface LossLine {
  readonly id: string;
  readonly name: string;
  readonly inherent: YearlyLoss;
  /** As inherent where nothing is said of what remains. */
  readonly residual: YearlyLoss;
  /** Null where nothing is said of what remains. */
  readonly value: TreatmentValue | null;
}

export interface LossPoint {
  readonly loss: number;
  readonly inherent: ShareOfYears;
  readonly residual: ShareOfYears;
  /** Share of years in which this loss is tolerated; null without a tolerance. */
  readonly tolerated: number | null;
  /** Whether what remains is beyond that with its whole band. */
  readonly beyond: boolean;
}

export interface LossAnswer {
  readonly seed: string;
  readonly years: number;
  readonly scenarios: readonly LossLine[];
  readonly portfolio: LossLine;
  readonly curve: readonly LossPoint[];
  readonly tolerance: Tolerance | null;
  readonly controls: readonly ControlWorth[];
}

/** The losses of the tolerance, in hundredths, for which a curve is asked besides its round ones. */
export function marksOf(tolerance: Tolerance | undefined): readonly number[] {
  return tolerance ? [tolerance.often.loss, tolerance.rare.loss].map((loss) => Math.round(loss * 100)) : [];
}

export function answerLosses(
  given: LossCase,
  lines: readonly ScenarioLosses[],
  whole: LossWhole,
): LossAnswer {
  const found = new Map(lines.map((line) => [line.id, line]));
  const scenarios = given.scenarios.flatMap((scenario) => {
    const line = found.get(scenario.id);
    return line
      ? [
          lineOf({
            ...scenario,
            ...line,
            treated: scenario.residual !== undefined,
            cost: costOf(scenario, given.costs),
          }),
        ]
      : [];
  });
  const costs = [...given.scenarios.flatMap(({ cost }) => cost ?? []), ...given.costs.values()];
  const portfolio = lineOf({
    id: 'all',
    name: 'all together',
    inherent: whole.inherent,
    residual: whole.residual,
    treated: given.scenarios.some(({ residual }) => residual !== undefined),
    cost: costs.length === 0 ? undefined : costs.reduce((sum, each) => sum + each, 0),
  });
  return {
    seed: given.seed,
    years: given.years,
    scenarios,
    portfolio,
    // Of nothing nothing is known, not even that it costs nothing.
    curve: scenarios.length === 0 ? [] : pointsOf(whole, given.tolerance),
    tolerance: given.tolerance ?? null,
    controls: controlWorths(
      given.scenarios.map(({ id, controls }) => ({
        id,
        controls,
        avoided: scenarios.find((line) => line.id === id)?.value?.avoided ?? null,
      })),
      given.costs,
    ),
  };
}

/** What a treatment costs: as it is said of it, or the sum of its controls where each has a cost. */
function costOf({ cost, controls }: CaseScenario, costs: LossCase['costs']): number | undefined {
  if (cost !== undefined || controls.length === 0) return cost;
  return controls.reduce<number | undefined>((sum, control) => {
    const each = costs.get(control);
    return sum === undefined || each === undefined ? undefined : sum + each;
  }, 0);
}

function lineOf(of: {
  readonly id: string;
  readonly name: string;
  readonly inherent: LossSummary;
  readonly residual: LossSummary;
  readonly treated: boolean;
  readonly cost: number | undefined;
}): LossLine {
  const [inherent, residual] = [yearlyOf(of.inherent), yearlyOf(of.residual)];
  return {
    id: of.id,
    name: of.name,
    inherent,
    residual,
    value: of.treated ? valueOf(inherent.mean, residual.mean, of.cost) : null,
  };
}

function valueOf(meanWithout: number, meanWith: number, cost: number | undefined): TreatmentValue {
  if (cost === undefined) return { avoided: meanWithout - meanWith, cost: null, net: null, returned: null };
  const { avoided, net, returned } = controlValue({ meanWithout, meanWith, cost });
  return { avoided, cost, net, returned: returned ?? null };
}

function yearlyOf({ mean, percentiles, shortfall99, quiet }: LossSummary): YearlyLoss {
  const { p50, p90, p95, p99 } = percentiles;
  return {
    mean: mean / 100,
    p50: p50 / 100,
    p90: p90 / 100,
    p95: p95 / 100,
    p99: p99 / 100,
    shortfall: shortfall99 / 100,
    quiet,
  };
}

function pointsOf({ curve }: LossWhole, tolerance: Tolerance | undefined): readonly LossPoint[] {
  const units = curve.map((point) => ({ ...point, loss: point.loss / 100 }));
  const left = units.map(({ loss, residual }) => ({ loss, ...residual }));
  const beyond = new Set(tolerance ? beyondTolerance(left, tolerance).map(({ loss }) => loss) : []);
  return units.map((point) => ({
    ...point,
    tolerated: tolerance ? toleratedShare(tolerance, point.loss) : null,
    beyond: beyond.has(point.loss),
  }));
}
