// A run dealt out to hands: threads of a server, workers of a browser; however many there are, the figures are the same.
import {
  answerLosses,
  dealScenarios,
  marksOf,
  type LossAnswer,
  type LossCase,
  type ScenarioLosses,
  type SimulatorOrder,
  type SimulatorWord,
} from '@assay/core';

/** Gives an order and promises its answer; undefined where the hand was stopped before it. */
export type Hand = (
  order: SimulatorOrder,
  hear: (losses: ScenarioLosses) => void,
) => Promise<SimulatorWord | undefined>;

/**
 * The answer of all hands together; undefined where one was stopped.
 * @param open makes so many hands
 */
export async function simulateByHands(
  given: LossCase,
  { most, open }: { readonly most: number; readonly open: (count: number) => readonly Hand[] },
  progress: (done: number, of: number) => void,
): Promise<LossAnswer | undefined> {
  const { seed, years, scenarios } = given;
  const deals = dealScenarios({ seed, years, scenarios }, most);
  const hands = open(deals.length);
  const lines: ScenarioLosses[] = [];
  const hear = (losses: ScenarioLosses): void => {
    lines.push(losses);
    progress(lines.length, scenarios.length);
  };
  const words = await Promise.all(deals.flatMap((run, i) => hands[i]?.({ do: 'part', run }, hear) ?? []));
  const parts = words.flatMap((word) => (word?.said === 'part' ? [word.part] : []));
  if (parts.length < deals.length) return undefined;
  const last = await hands[0]?.({ do: 'sum', parts, marks: marksOf(given.tolerance) }, hear);
  return last?.said === 'whole' ? answerLosses(given, lines, last.whole) : undefined;
}
