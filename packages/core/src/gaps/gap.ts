// What is missing of each requirement of both frameworks: a decision, a control, evidence, or operation.
import type { FrameworkPosture, Posture, RequirementPosture, RequirementState } from '../controls/index.ts';
import type { RequirementRef, View } from '../frameworks/index.ts';
import type { ControlCode } from '../kernel/index.ts';
import type { CriterionResult, CriterionStatus } from '../monitoring/index.ts';

/** In the order in which they must come: what is not decided cannot be done, what is not done cannot be shown. */
export const MISSING = ['decision', 'control', 'evidence', 'operation'] as const;
export type Missing = (typeof MISSING)[number];

export interface Gap {
  readonly requirement: RequirementRef;
  readonly id: string;
  readonly title: string;
  readonly view: View;
  readonly missing: Missing;
  /** State in which the requirement is held; for operation in a window its criterion says more. */
  readonly state: RequirementState;
  /** How the criterion stands in the current window, where that is why. */
  readonly criterion: CriterionStatus | undefined;
  /** Controls that hold it open; none where no control answers it. */
  readonly controls: readonly ControlCode[];
}

/** All gaps, framework by framework in the order of its requirements. `criteria` are those of the current window. */
export function gapsOf(posture: Posture, criteria: readonly CriterionResult[]): readonly Gap[] {
  const inWindow = new Map(criteria.map((each) => [each.criterion, each]));
  return posture.frameworks.flatMap((framework) =>
    // The window is an examiner's of SOC 2; an ISO auditor asks whether a control works, not on which days it ran.
    framework.requirements.flatMap((each) =>
      gapsIn(framework, each, framework.view === 'soc2' ? inWindow.get(each.requirement.ref) : undefined),
    ),
  );
}

function gapsIn(
  framework: FrameworkPosture,
  each: RequirementPosture,
  criterion: CriterionResult | undefined,
): readonly Gap[] {
  if (!each.applies) return [];
  const { requirement, state } = each;
  const missing = missingOf(each);
  const gap = {
    requirement: requirement.ref,
    id: requirement.id,
    title: requirement.title,
    view: framework.view,
    state,
  };
  const known: readonly Gap[] =
    missing === undefined ? [] : [{ ...gap, missing, criterion: undefined, controls: each.heldBy }];
  // What the window says is operation of its own: a control can be shown to exist and still not have run.
  return criterion === undefined || !NOT_MET.has(criterion.status) || missing === 'operation' || !each.inPlace
    ? known
    : [...known, { ...gap, missing: 'operation', criterion: criterion.status, controls: criterion.because }];
}

const NOT_MET: ReadonlySet<CriterionStatus> = new Set(['at_risk', 'unmet']);

/** What a requirement in this state lacks; undefined where it lacks nothing. */
function missingOf({ requirement, state }: RequirementPosture): Missing | undefined {
  switch (state) {
    case 'undecided':
      // Clauses and criteria cannot be left out: what they lack is a control that takes them up.
      return requirement.kind === 'control' ? 'decision' : 'control';
    case 'not_started':
    case 'not_in_place':
      return 'control';
    case 'unknown':
    case 'stale':
    case 'pending_review':
    case 'outside_window':
      return 'evidence';
    case 'failing':
      return 'operation';
    case 'proved':
    case 'not_applicable':
      return undefined;
  }
}
