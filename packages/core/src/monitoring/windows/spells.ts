// Occurrences that follow on one another in the same state, told once: three days without data are one hole.
import type { Occurrence } from './occurrence.ts';

/** One occurrence, or days of a continuous control that belong together. */
export interface Spell {
  /** The first of them, with state, scope and control. */
  readonly occurrence: Occurrence;
  /** Day number of the last due day. */
  readonly last: number;
  /** How many occurrences it holds. */
  readonly count: number;
}

/** Joins days of a continuous control; what a person or an event calls for stands by itself. */
export function spells(occurrences: readonly Occurrence[]): readonly Spell[] {
  const found: Spell[] = [];
  const open = new Map<string, number>();
  for (const occurrence of occurrences) {
    const key = `${occurrence.scope}\n${occurrence.control}\n${occurrence.state}`;
    const at = open.get(key);
    const held = at === undefined ? undefined : found[at];
    if (
      at !== undefined &&
      held &&
      isDaily(occurrence) &&
      isDaily(held.occurrence) &&
      held.last + 1 === occurrence.last
    ) {
      found[at] = { ...held, last: occurrence.last, count: held.count + 1 };
    } else {
      open.set(key, found.push({ occurrence, last: occurrence.last, count: 1 }) - 1);
    }
  }
  return found;
}

/** A day of its own that no evidence fills: how a continuous control is told. */
function isDaily({ first, last, graceUntil, item, filledBy, caughtUpBy }: Occurrence): boolean {
  return first === last && graceUntil === last && item === undefined && !filledBy && !caughtUpBy;
}
