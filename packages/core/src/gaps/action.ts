// One list of actions that close gaps: each is done once, and closes what both frameworks wait for.
import {
  byId,
  STEP_EFFORT,
  type Control,
  type ControlState,
  type NextStep,
  type OwnerRole,
} from '../controls/index.ts';
import type { RequirementRef } from '../frameworks/index.ts';
import { groupBy, type ControlCode, type PlainDate } from '../kernel/index.ts';
import type { Gap } from './gap.ts';

/** run_control: what fell due was not done; answer_requirement: no control answers it at all. */
export type ActionKind = NextStep['kind'] | 'run_control' | 'answer_requirement';

export interface GapAction {
  /** Stable as long as the same thing is to be done: `give_evidence:C-43`. */
  readonly id: string;
  readonly kind: ActionKind;
  /** Control, requirement or framework to act on. */
  readonly target: string;
  /** Requirements that it closes alone, or only helps to close. */
  readonly closes: readonly RequirementRef[];
  readonly helps: readonly RequirementRef[];
  /** Person-days, an estimate. */
  readonly effortDays: number;
  readonly ownerRole: OwnerRole;
  /** Name of the owner, where one is recorded. */
  readonly owner: string | undefined;
  /** Day by which somebody planned it; undefined while nobody did. */
  readonly due: PlainDate | undefined;
}

export interface ActionQuestion {
  readonly gaps: readonly Gap[];
  /** All next steps, most worthwhile first. */
  readonly steps: readonly NextStep[];
  readonly controls: readonly Control[];
  readonly states: ReadonlyMap<ControlCode, ControlState>;
  /** Earliest day by which an open task wants something of a control. */
  readonly planned: ReadonlyMap<ControlCode, PlainDate>;
}

/** Who decides what no control owns (ISO/IEC 27001 6.1.3 is the security lead's work in a small firm). */
const DECIDER: OwnerRole = 'security_lead';

/** Days that performing what was missed takes where nobody knows; an estimate, shown as such. */
const RUN_DAYS = 0.25;

/** Actions, most worthwhile first; every gap is closed or helped by at least one. */
export function gapActions(question: ActionQuestion): readonly GapAction[] {
  const fromSteps = question.steps.map((step) => fromStep(step, question));
  const runs = runActions(question);
  const touched = new Set([...fromSteps, ...runs].flatMap(({ closes, helps }) => [...closes, ...helps]));
  const untouched = question.gaps.filter(({ requirement }) => !touched.has(requirement));
  return [
    ...fromSteps,
    ...runs,
    ...untouched.map(({ requirement }) => ({
      ...ownedBy(undefined, question),
      id: `answer_requirement:${requirement}`,
      kind: 'answer_requirement' as const,
      target: requirement,
      closes: [requirement],
      helps: [],
      effortDays: STEP_EFFORT.decide_requirement,
      due: undefined,
    })),
  ];
}

function fromStep(step: NextStep, question: ActionQuestion): GapAction {
  const control = question.controls.find(({ code }) => code === step.target);
  return {
    ...ownedBy(control, question),
    id: `${step.kind}:${step.target}`,
    kind: step.kind,
    target: step.target,
    closes: [...step.moves.iso, ...step.moves.soc2],
    helps: [...step.helps.iso, ...step.helps.soc2],
    effortDays: step.effortDays,
    due: control && question.planned.get(control.code),
  };
}

/** Controls that hold criteria of the window down; a criterion with one of them is closed by it. */
function runActions(question: ActionQuestion): readonly GapAction[] {
  const held = question.gaps
    .filter(({ criterion }) => criterion !== undefined)
    .flatMap((gap) => gap.controls.map((control) => ({ control, gap })));
  return [...groupBy(held, ({ control }) => control)]
    .map(([code, group]): GapAction => {
      const control = question.controls.find((each) => each.code === code);
      const refs = (alone: boolean): readonly RequirementRef[] =>
        group.filter(({ gap }) => (gap.controls.length === 1) === alone).map(({ gap }) => gap.requirement);
      return {
        ...ownedBy(control, question),
        id: `run_control:${code}`,
        kind: 'run_control',
        target: code,
        closes: refs(true),
        helps: refs(false),
        effortDays: RUN_DAYS,
        due: question.planned.get(code),
      };
    })
    .toSorted(
      (a, b) =>
        b.closes.length - a.closes.length || b.helps.length - a.helps.length || byId(a.target, b.target),
    );
}

function ownedBy(
  control: Control | undefined,
  { states }: ActionQuestion,
): Pick<GapAction, 'ownerRole' | 'owner'> {
  const state = control && states.get(control.code);
  return {
    ownerRole: control?.ownerRole ?? DECIDER,
    owner: state?.state === 'adopted' ? state.owner : undefined,
  };
}
