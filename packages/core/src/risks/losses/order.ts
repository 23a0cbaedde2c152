// What threads of a server and workers of a browser are told and say: the same in both, and so are the figures.
import {
  simulatePart,
  sumParts,
  type LossPart,
  type LossRun,
  type LossWhole,
  type ScenarioLosses,
} from '../simulation/run.ts';

export type SimulatorOrder =
  | { readonly do: 'part'; readonly run: LossRun }
  | { readonly do: 'sum'; readonly parts: readonly LossPart[]; readonly marks: readonly number[] };

export type SimulatorWord =
  | { readonly said: 'scenario'; readonly losses: ScenarioLosses }
  | { readonly said: 'part'; readonly part: LossPart }
  | { readonly said: 'whole'; readonly whole: LossWhole };

/** What one hand says to an order: a word for each scenario as it is done, and the order's answer in the end. */
export function* followOrder(order: SimulatorOrder): Generator<SimulatorWord> {
  if (order.do === 'sum') {
    yield { said: 'whole', whole: sumParts(order.parts, order.marks) };
    return;
  }
  const steps = simulatePart(order.run);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      yield { said: 'part', part: step.value };
      return;
    }
    yield { said: 'scenario', losses: step.value };
  }
}
