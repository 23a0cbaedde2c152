// The three numbers of a framework: decided, in place, proved; each with its denominator and the
// states of what is missing. Never one percentage.
import type { RequirementKind } from '../frameworks/index.ts';
import { groupBy } from '../kernel/index.ts';
import type { RequirementPosture, RequirementState } from './requirement.ts';

/** One of the three numbers: of `denominator` requirements, `numerator` are there; the rest by state. */
export interface Stage {
  readonly numerator: number;
  readonly denominator: number;
  /** Requirements that do not apply, with a recorded reason. */
  readonly excluded: number;
  readonly reasons: readonly { readonly state: RequirementState; readonly count: number }[];
}

export interface Stages {
  readonly decided: Stage;
  readonly inPlace: Stage;
  readonly proved: Stage;
}

/** The three numbers over the requirements of one kind. */
export interface Part extends Stages {
  readonly kind: RequirementKind;
}

/** All requirements in scope are to be decided; those that apply are to be in place and proved. */
export function stages(requirements: readonly RequirementPosture[]): Stages {
  const applying = requirements.filter((each) => each.applies);
  const excluded = requirements.length - applying.length;
  return {
    decided: stage(requirements, 0, (each) => each.decided),
    inPlace: stage(applying, excluded, (each) => each.inPlace),
    proved: stage(applying, excluded, (each) => each.proved),
  };
}

/** The same by kind, in the order in which the kinds come: clauses apart from Annex A. */
export function parts(requirements: readonly RequirementPosture[]): readonly Part[] {
  return [...groupBy(requirements, (each) => each.requirement.kind)].map(([kind, group]) => ({
    kind,
    ...stages(group),
  }));
}

function stage(
  all: readonly RequirementPosture[],
  excluded: number,
  there: (each: RequirementPosture) => boolean,
): Stage {
  const missing = all.filter((each) => !there(each));
  return {
    numerator: all.length - missing.length,
    denominator: all.length,
    excluded,
    reasons: reasons(missing),
  };
}

function reasons(missing: readonly RequirementPosture[]): Stage['reasons'] {
  return [...groupBy(missing, (each) => each.state)]
    .map(([state, group]) => ({ state, count: group.length }))
    .sort((a, b) => b.count - a.count || (a.state < b.state ? -1 : 1));
}
