// A run over many scenarios in parts: each part steps from scenario to scenario, so that whoever runs it can say how
// far it is, or stop; parts add up to the same sums whichever thread had which.
import { exceedanceCurve, roundLosses, type ShareOfYears } from './exceedance.ts';
import { addYears, simulateYears, type LossModel } from './simulate.ts';
import { rank, summarise, type LossSummary, type Ranked } from './summary.ts';

export interface LossScenario {
  /** `R-12`; it names the scenario's streams. */
  readonly id: string;
  readonly inherent: LossModel;
  /** After treatment; undefined where nothing is said of it, and the years are then those before. */
  readonly residual: LossModel | undefined;
}

export interface LossRun {
  readonly seed: string;
  readonly years: number;
  readonly scenarios: readonly LossScenario[];
}

export interface ScenarioLosses {
  readonly id: string;
  readonly inherent: LossSummary;
  readonly residual: LossSummary;
}

/** The years of a part's scenarios together, in whole hundredths. */
export interface LossPart {
  readonly inherent: Float64Array;
  readonly residual: Float64Array;
}

export interface ExceededPoint {
  readonly loss: number;
  readonly inherent: ShareOfYears;
  readonly residual: ShareOfYears;
}

/** All scenarios together. */
export interface LossWhole {
  readonly inherent: LossSummary;
  readonly residual: LossSummary;
  readonly curve: readonly ExceededPoint[];
}

/** Simulates scenario after scenario; what it returns in the end goes to `sumParts`. */
export function* simulatePart({ seed, years, scenarios }: LossRun): Generator<ScenarioLosses, LossPart> {
  const part = { inherent: new Float64Array(years), residual: new Float64Array(years) };
  for (const { id, inherent, residual } of scenarios) {
    const before = simulateYears(inherent, { seed, name: `${id}/inherent`, years });
    const after = residual ? simulateYears(residual, { seed, name: `${id}/residual`, years }) : before;
    addYears(part.inherent, before);
    addYears(part.residual, after);
    const summary = summarise(rank(before));
    yield { id, inherent: summary, residual: after === before ? summary : summarise(rank(after)) };
  }
  return part;
}

/** @param marks losses, in hundredths, that the curve is asked for besides its round ones */
export function sumParts(parts: readonly LossPart[], marks: readonly number[]): LossWhole {
  const [first, ...more] = parts;
  const inherent = Float64Array.from(first?.inherent ?? []);
  const residual = Float64Array.from(first?.residual ?? []);
  for (const part of more) {
    addYears(inherent, part.inherent);
    addYears(residual, part.residual);
  }
  const [before, after] = [rank(inherent), rank(residual)];
  const round = roundLosses(Math.min(common(before), common(after)), Math.max(worst(before), worst(after)));
  const losses = [...new Set([...round, ...marks])].toSorted((a, b) => a - b);
  const [one, other] = [exceedanceCurve(before, losses), exceedanceCurve(after, losses)];
  return {
    inherent: summarise(before),
    residual: summarise(after),
    curve: losses.map((loss, i) => ({ loss, inherent: shareOf(one[i]), residual: shareOf(other[i]) })),
  };
}

/** The whole run on this thread. */
export function simulateLosses(
  run: LossRun,
  marks: readonly number[],
): { readonly scenarios: readonly ScenarioLosses[]; readonly whole: LossWhole } {
  const scenarios: ScenarioLosses[] = [];
  const part = simulatePart(run);
  for (;;) {
    const step = part.next();
    if (step.done === true) return { scenarios, whole: sumParts([step.value], marks) };
    scenarios.push(step.value);
  }
}

/** Deals scenarios out to so many parts at most, one after the other as cards are dealt. */
export function dealScenarios(run: LossRun, most: number): readonly LossRun[] {
  const hands = Math.max(1, Math.min(most, run.scenarios.length));
  return Array.from({ length: hands }, (_, hand) => ({
    ...run,
    scenarios: run.scenarios.filter((__, i) => i % hands === hand),
  }));
}

/** A small loss that is not the very smallest: one hundredth of the years that cost something cost less. */
function common({ losses }: Ranked): number {
  return losses[Math.floor(losses.length / 100)] ?? Number.MAX_VALUE;
}

function worst({ losses }: Ranked): number {
  return losses.at(-1) ?? 0;
}

function shareOf(point: ShareOfYears | undefined): ShareOfYears {
  return { share: point?.share ?? 0, low: point?.low ?? 0, high: point?.high ?? 0 };
}
