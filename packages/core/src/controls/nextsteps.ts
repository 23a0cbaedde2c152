// What would move it most: each possible step, ranked by requirements that it brings forward in both
// frameworks for each day of effort.
import type { RequirementRef } from '../frameworks/index.ts';
import type { ControlCode } from '../kernel/index.ts';
import { byId, isOf } from './crosswalk.ts';
import type { Control, ControlState } from './control.ts';
import type { Posture, RequirementPosture } from './posture.ts';
import type { ProofState } from './proof.ts';

export const STEP_KINDS = ['fix_failing', 'give_evidence', 'renew_evidence', 'review_evidence', 'implement_control', 'adopt_control', 'decide_requirement'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export interface NextStep {
  readonly kind: StepKind;
  /** Human id of what to act on: a control or a requirement. */
  readonly target: string;
  /** Requirements that it brings forward. */
  readonly moves: { readonly iso: readonly RequirementRef[]; readonly soc2: readonly RequirementRef[] };
  /** Person-days. */
  readonly effortDays: number;
}

/** Person-days that a step takes where the control does not say; estimates, shown as such. */
export const STEP_EFFORT: Readonly<Record<StepKind, number>> = { fix_failing: 1, give_evidence: 0.25, renew_evidence: 0.25, review_evidence: 0.05, implement_control: 0, adopt_control: 0.1, decide_requirement: 0.05 };

const STEP_OF: Readonly<Record<Exclude<ProofState, 'proved'>, StepKind>> = { failing: 'fix_failing', unknown: 'give_evidence', outside_window: 'give_evidence', stale: 'renew_evidence', pending_review: 'review_evidence' };

/** All steps, most worthwhile first; ties by kind, then id. */
export function nextSteps(posture: Posture, controls: readonly Control[], states: ReadonlyMap<ControlCode, ControlState>): readonly NextStep[] {
  const waiting = waitingByControl(posture);
  const steps: NextStep[] = [];
  for (const control of controls) {
    const step = stepOf(control, states.get(control.code), posture);
    const refs = waiting.get(control.code);
    if (step && refs) steps.push({ ...step, target: control.code, moves: split(refs) });
  }
  for (const each of posture.frameworks.flatMap((framework) => framework.requirements)) {
    if (each.state === 'undecided' && each.requirement.kind === 'control') steps.push({ kind: 'decide_requirement', target: each.requirement.ref, moves: split([each.requirement.ref]), effortDays: STEP_EFFORT.decide_requirement });
  }
  return steps.sort((a, b) => worth(b) - worth(a) || STEP_KINDS.indexOf(a.kind) - STEP_KINDS.indexOf(b.kind) || byId(a.target, b.target));
}

/** Requirements brought forward per day; a step of no effort counts as an hour. */
export function worth(step: NextStep): number {
  return (step.moves.iso.length + step.moves.soc2.length) / Math.max(step.effortDays, 0.125);
}

function stepOf(control: Control, state: ControlState | undefined, posture: Posture): Pick<NextStep, 'kind' | 'effortDays'> | undefined {
  if (state === undefined || state.state === 'undecided') return { kind: 'adopt_control', effortDays: STEP_EFFORT.adopt_control + control.effortDays };
  if (state.state === 'not_adopted') return undefined;
  if (state.implementation === 'planned') return { kind: 'implement_control', effortDays: control.effortDays };
  const proof = posture.controls.get(control.code);
  const open = [proof?.iso.state, proof?.soc2.state].find((each) => each !== undefined && each !== 'proved');
  if (open === undefined) return undefined;
  const kind = STEP_OF[open];
  return { kind, effortDays: STEP_EFFORT[kind] };
}

/** Requirements, not yet proved, that each control answers with more than support. */
function waitingByControl(posture: Posture): ReadonlyMap<ControlCode, readonly RequirementRef[]> {
  const waiting = new Map<ControlCode, RequirementRef[]>();
  for (const each of posture.frameworks.flatMap((framework) => framework.requirements)) {
    if (!each.applies || each.proved) continue;
    for (const answer of holding(each)) {
      const list = waiting.get(answer) ?? [];
      list.push(each.requirement.ref);
      waiting.set(answer, list);
    }
  }
  return waiting;
}

/** Controls that hold a requirement back: adopted ones that are not there, or, where none is adopted, all that could be. */
function holding(each: RequirementPosture): readonly ControlCode[] {
  const strong = each.answers.filter((answer) => answer.strength !== 'supporting');
  const adopted = strong.filter((answer) => answer.adopted);
  const open = adopted.filter((answer) => !answer.implemented || answer.state !== 'proved');
  return (adopted.length > 0 ? open : strong).map((answer) => answer.control);
}

function split(refs: readonly RequirementRef[]): NextStep['moves'] {
  const sorted = [...refs].sort(byId);
  return { iso: sorted.filter((ref) => isOf('iso27001', ref)), soc2: sorted.filter((ref) => isOf('soc2', ref)) };
}
