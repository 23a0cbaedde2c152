// One way to move one input, in steps: what the search for flips turns.
import type { Situation, SituationField } from '../situation.ts';

export interface Probe {
  /** Stable: field, what of it, direction. */
  readonly id: string;
  readonly field: SituationField;
  /** JSON Pointer of what is moved. */
  readonly pointer: string;
  /** Probes of one family move alike; of each family and outcome only the smallest is told. */
  readonly family: string;
  /** Its situations need another simulation: fewer of them are asked. */
  readonly costly?: true;
  /** Number of steps there are. */
  readonly most: number;
  /** Steps from one end of what can be to the other, where that is more than there are from here. */
  readonly span?: number;
  /** The situation after so many steps; 0 is as it is. Undefined where there is none. */
  readonly at: (steps: number) => Situation | undefined;
  /** What would be, as a clause after "if". */
  readonly say: (steps: number) => string;
}

/** A probe of a single step: yes or no. */
export function toggle(
  said: Omit<Probe, 'most' | 'at' | 'say'> & { readonly to: Situation; readonly clause: string },
): Probe {
  const { to, clause, ...rest } = said;
  return { ...rest, most: 1, at: () => to, say: () => clause };
}

/** `percent` of 100 for each step of ten: 0.9, 0.8, …; upwards 1.1, 1.2, …: a factor in tenths. */
export function tenths(steps: number, down: boolean): number {
  return (down ? 10 - steps : 10 + steps) / 10;
}

export function replaced<T>(list: readonly T[], index: number, item: T): readonly T[] {
  return list.map((each, i) => (i === index ? item : each));
}
