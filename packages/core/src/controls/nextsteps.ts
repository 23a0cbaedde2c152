// What would move it most: each possible step, ranked by the requirements of both frameworks that it
// moves for each day of effort.
import type { Verdict } from '../evidence/index.ts';
import type { RequirementRef, View } from '../frameworks/index.ts';
import { groupBy, type ControlCode } from '../kernel/index.ts';
import type { CheckKey } from '../monitoring/index.ts';
import type { Control, ControlState } from './control.ts';
import { isOf } from './crosswalk.ts';
import { byId, sortedById } from './order.ts';
import type { Posture } from './posture.ts';
import type { ControlProof, ProofState } from './proof.ts';
import type { RequirementPosture } from './requirement.ts';
import { waitingByControl, type Waiting } from './waiting.ts';

export const STEP_KINDS = [
  'fix_failing',
  'give_evidence',
  'renew_evidence',
  'review_evidence',
  'implement_control',
  'adopt_control',
  'decide_requirement',
  'choose_window',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Requirements by the framework that asks. */
export interface Moves {
  readonly iso: readonly RequirementRef[];
  readonly soc2: readonly RequirementRef[];
}

/** What a reader needs in order to be told why: data, the words are the reader's. */
export interface StepReason {
  /** Proof states of the control in the views that the step is for. */
  readonly states: readonly ProofState[];
  readonly checks: readonly CheckKey[];
  readonly evidence: readonly string[];
  readonly verdict: Verdict | undefined;
}

export interface NextStep {
  readonly kind: StepKind;
  /** Human id of what to act on: a control, a requirement, or the framework whose window is to be chosen. */
  readonly target: string;
  /** Requirements that this step alone brings to the next of decided, in place, proved. */
  readonly moves: Moves;
  /** Requirements that it brings nearer, but that wait for another step too. */
  readonly helps: Moves;
  /** Person-days. */
  readonly effortDays: number;
  readonly reason: StepReason;
}

/** Person-days that a step takes where the control does not say; estimates, shown as such. */
export const STEP_EFFORT: Readonly<Record<StepKind, number>> = {
  fix_failing: 1,
  give_evidence: 0.25,
  renew_evidence: 0.25,
  review_evidence: 0.05,
  implement_control: 0,
  adopt_control: 0.1,
  decide_requirement: 0.05,
  choose_window: 0.25,
};

const STEP_OF: Readonly<Record<Exclude<ProofState, 'proved'>, StepKind>> = {
  failing: 'fix_failing',
  unknown: 'give_evidence',
  outside_window: 'give_evidence',
  stale: 'renew_evidence',
  pending_review: 'review_evidence',
};

const NO_REASON: StepReason = { states: [], checks: [], evidence: [], verdict: undefined };

/** All steps, most worthwhile first; ties by what they help, then kind, then id. */
export function nextSteps(
  posture: Posture,
  controls: readonly Control[],
  states: ReadonlyMap<ControlCode, ControlState>,
): readonly NextStep[] {
  const waiting = waitingByControl(posture);
  const ofControls = controls.flatMap((control) =>
    stepsOf(control, states.get(control.code), { posture, waiting: waiting.get(control.code) ?? [] }),
  );
  const steps = [...ofControls, ...decisions(posture), ...windows(posture)].filter(
    (step) => size(step.moves) + size(step.helps) > 0,
  );
  return steps.sort(
    (a, b) =>
      worth(b) - worth(a) ||
      helpWorth(b) - helpWorth(a) ||
      STEP_KINDS.indexOf(a.kind) - STEP_KINDS.indexOf(b.kind) ||
      byId(a.target, b.target),
  );
}

/** Requirements moved per person-day; a step of less than an hour counts as an hour. */
export function worth(step: NextStep): number {
  return size(step.moves) / Math.max(step.effortDays, 0.125);
}

function helpWorth(step: NextStep): number {
  return size(step.helps) / Math.max(step.effortDays, 0.125);
}

interface Around {
  readonly posture: Posture;
  readonly waiting: readonly Waiting[];
}

function stepsOf(control: Control, state: ControlState | undefined, around: Around): readonly NextStep[] {
  const { code: target, effortDays } = control;
  const all = { target, ...split(around.waiting), reason: NO_REASON };
  if (state === undefined || state.state === 'undecided') {
    return [{ ...all, kind: 'adopt_control', effortDays: STEP_EFFORT.adopt_control + effortDays }];
  }
  if (state.state === 'not_adopted') return [];
  return state.implementation === 'planned'
    ? [{ ...all, kind: 'implement_control', effortDays }]
    : proofSteps(target, around);
}

/** What an implemented control still needs: one step where both views need the same, else one for each. */
function proofSteps(target: ControlCode, { posture, waiting }: Around): readonly NextStep[] {
  const proof = posture.controls.get(target);
  if (!proof) return [];
  const needs = groupBy([need('iso', proof.iso), need('soc2', proof.soc2)], (each) => each.kind);
  return [...needs].flatMap(([kind, group]) => {
    // Without a window no evidence can prove anything in the SOC 2 view; choosing one is a step of its own.
    const views = group.filter(
      (each) => !(each.proof.state === 'outside_window' && posture.examination.type === 'none'),
    );
    const [first] = views;
    if (kind === undefined || !first) return [];
    const held = waiting.filter((each) => views.some(({ view }) => view === each.view));
    const states = [...new Set(views.map((each) => each.proof.state))];
    const { evidence, verdict } = first.proof;
    const reason = { states, checks: checksBehind(first.proof), evidence, verdict };
    return [{ kind, target, ...split(held), effortDays: STEP_EFFORT[kind], reason }];
  });
}

function need(view: View, proof: ControlProof) {
  return { view, proof, kind: proof.state === 'proved' ? undefined : STEP_OF[proof.state] };
}

/** The checks that speak against a control, the loudest first: failures, then doubts, then silence. */
function checksBehind({ checks }: ControlProof): readonly CheckKey[] {
  if (checks.failing.length > 0) return checks.failing;
  return checks.doubtful.length > 0 ? checks.doubtful : checks.silent;
}

/** Annex A asks for a recorded word on each control (ISO/IEC 27001 6.1.3 d). */
function decisions(posture: Posture): readonly NextStep[] {
  return postures(posture)
    .filter((each) => each.state === 'undecided' && each.requirement.kind === 'control')
    .map(({ requirement: { ref } }) => ({
      kind: 'decide_requirement',
      target: ref,
      moves: byFamily([ref]),
      helps: byFamily([]),
      effortDays: STEP_EFFORT.decide_requirement,
      reason: NO_REASON,
    }));
}

/** Where SOC 2 examines nothing yet, choosing a date or period is what all the evidence waits for. */
function windows(posture: Posture): readonly NextStep[] {
  if (posture.examination.type !== 'none') return [];
  return posture.frameworks
    .filter((framework) => framework.view === 'soc2')
    .map((framework) => {
      const refs = framework.requirements
        .filter((each) => each.state === 'outside_window')
        .map((each) => each.requirement.ref);
      return {
        kind: 'choose_window',
        target: framework.framework.id,
        moves: byFamily(refs),
        helps: byFamily([]),
        effortDays: STEP_EFFORT.choose_window,
        reason: { ...NO_REASON, states: ['outside_window'] },
      };
    });
}

function postures(posture: Posture): readonly RequirementPosture[] {
  return posture.frameworks.flatMap((framework) => framework.requirements);
}

function split(waiting: readonly Waiting[]): { readonly moves: Moves; readonly helps: Moves } {
  const refs = (alone: boolean): readonly RequirementRef[] => [
    ...new Set(waiting.filter((each) => each.alone === alone).map((each) => each.ref)),
  ];
  return { moves: byFamily(refs(true)), helps: byFamily(refs(false)) };
}

function byFamily(refs: readonly RequirementRef[]): Moves {
  const sorted = sortedById(refs, (ref) => ref);
  return {
    iso: sorted.filter((ref) => isOf('iso27001', ref)),
    soc2: sorted.filter((ref) => isOf('soc2', ref)),
  };
}

function size(moves: Moves): number {
  return moves.iso.length + moves.soc2.length;
}
