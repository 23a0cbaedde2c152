// The smallest change of each input that changes the advice: found by doubling and halving, proved by asking again.
import type { AdviceOption } from '../../plan/index.ts';
import type { Situation } from '../situation.ts';
import { askedProbes, shareProbes } from './buyers.ts';
import { capacityProbes, existingProbes, moneyProbes, sizeProbes, wishProbes } from './company.ts';
import type { Probe } from './probe.ts';
import { clauseProbes, dealProbes } from './promises.ts';

/** The advice in a situation; undefined where the situation cannot be. */
export type Advised = (situation: Situation) => AdviceOption | undefined;

/** Every way in which an input is moved. */
export function probesOf(situation: Situation): readonly Probe[] {
  const all = [
    ...shareProbes(situation),
    ...askedProbes(situation),
    ...dealProbes(situation),
    ...clauseProbes(situation),
    ...wishProbes(situation),
    ...sizeProbes(situation),
    ...existingProbes(situation),
    ...capacityProbes(situation),
    ...moneyProbes(situation),
  ];
  return all.map((probe) => ({ ...probe, at: (steps) => (steps === 0 ? situation : probe.at(steps)) }));
}

/**
 * Steps at which the advice is another one while it is the same one step before. What costs little to ask is asked at 1,
 * 2, 4, … steps until it changes; what needs another simulation half way and at the end. Then halves, until the last
 * that did not change it and the first that did are neighbours.
 */
export function smallestFlip(probe: Probe, now: AdviceOption, advised: Advised): FoundFlip | undefined {
  const flipped = (steps: number): AdviceOption | undefined => {
    const situation = probe.at(steps);
    const found = situation && advised(situation);
    return found === now ? undefined : found;
  };
  let low = 0;
  for (const high of probe.costly ? coarse(probe.most) : doubling(probe.most)) {
    const to = flipped(high);
    if (to !== undefined) return narrowed({ low, high, to }, flipped);
    low = high;
  }
  return undefined;
}

export interface FoundFlip {
  readonly steps: number;
  readonly to: AdviceOption;
}

function narrowed(
  found: { readonly low: number; readonly high: number; readonly to: AdviceOption },
  flipped: (steps: number) => AdviceOption | undefined,
): FoundFlip {
  let { low, high, to } = found;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const other = flipped(middle);
    if (other === undefined) low = middle;
    else [high, to] = [middle, other];
  }
  return { steps: high, to };
}

function coarse(most: number): readonly number[] {
  return most < 3 ? [...Array(most).keys()].map((i) => i + 1) : [Math.ceil(most / 2), most];
}

function doubling(most: number): readonly number[] {
  const all: number[] = [];
  for (let steps = 1; steps < most; steps *= 2) all.push(steps);
  return [...all, most];
}
