// Which requirements wait for which control, and whether they wait for it alone.
import type { RequirementRef, View } from '../frameworks/index.ts';
import type { ControlCode } from '../kernel/index.ts';
import type { Posture } from './posture.ts';
import type { RequirementPosture } from './requirement.ts';

/** A requirement that waits for a control, and whether it waits for this one alone. */
export interface Waiting {
  readonly ref: RequirementRef;
  readonly view: View;
  readonly alone: boolean;
}

/** Requirements, not yet proved, that each control answers with more than support. */
export function waitingByControl(posture: Posture): ReadonlyMap<ControlCode, readonly Waiting[]> {
  const waiting = new Map<ControlCode, Waiting[]>();
  for (const framework of posture.frameworks) {
    for (const each of framework.requirements) {
      for (const { control, alone } of holding(each)) {
        const list = waiting.get(control) ?? [];
        list.push({ ref: each.requirement.ref, view: framework.view, alone });
        waiting.set(control, list);
      }
    }
  }
  return waiting;
}

/**
 * Controls that hold a requirement back. First those that are only planned, then those that are not
 * proved; where none is adopted, each that could be, for one of them is enough.
 */
function holding(
  each: RequirementPosture,
): readonly { readonly control: ControlCode; readonly alone: boolean }[] {
  if (!each.applies || each.proved) return [];
  const strong = each.answers.filter((answer) => answer.strength !== 'supporting');
  const adopted = strong.filter((answer) => answer.adopted);
  // An undecided control of Annex A moves by a decision, not by work on controls.
  const movable = each.state !== 'undecided' || each.requirement.kind !== 'control';
  if (adopted.length === 0) return strong.map(({ control }) => ({ control, alone: movable }));
  const planned = adopted.filter((answer) => !answer.implemented);
  const open = adopted.filter((answer) => !answer.implemented || answer.state !== 'proved');
  const first = planned.length > 0 ? planned : open;
  return open.map((answer) => ({
    control: answer.control,
    alone: movable && first.length === 1 && first.includes(answer),
  }));
}
