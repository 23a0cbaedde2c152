// How far a finding is: read from its record, never set by hand.
import type { PlainDate } from '../kernel/index.ts';
import { owesResponse, type Finding } from './finding.ts';

export const FINDING_STATES = [
  'open',
  'contained',
  'cause_known',
  'action_planned',
  'action_done',
  'verified',
  'closed',
] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** The steps between found and closed, in their order. */
export const FINDING_STEPS = [
  'contained',
  'cause_known',
  'action_planned',
  'action_done',
  'verified',
] as const;
export type FindingStep = (typeof FINDING_STEPS)[number];

/** Since which day a step stands; true where the record keeps no day of it, undefined where it is not done. */
const DONE: Readonly<Record<FindingStep, (finding: Finding) => PlainDate | true | undefined>> = {
  contained: ({ correction }) => correction?.on,
  cause_known: ({ cause }) => (cause === null ? undefined : true),
  action_planned: (finding) => {
    if (hasFailed(finding)) return undefined;
    const { action } = finding;
    return action && action.owner !== null && action.due !== null ? (action.planned ?? true) : undefined;
  },
  action_done: (finding) => (hasFailed(finding) ? undefined : (finding.action?.done ?? undefined)),
  verified: ({ effectiveness }) =>
    effectiveness?.said?.verdict === 'effective' ? effectiveness.said.on : undefined,
};

/** Whether the action was looked at and did not help: then another one is owed. */
export function hasFailed({ effectiveness }: Finding): boolean {
  return effectiveness?.said?.verdict === 'not_effective';
}

/** Whether a step is done, and since when where the record says it. */
export function stepDone(finding: Finding, step: FindingStep): PlainDate | true | undefined {
  return DONE[step](finding);
}

/** The first step that is owed and not done; undefined where none is, and where no response is owed. */
export function nextStep(finding: Finding): FindingStep | undefined {
  if (finding.closed || !owesResponse(finding.kind)) return undefined;
  return FINDING_STEPS.find((step) => stepDone(finding, step) === undefined);
}

/**
 * The last step that is done with all before it. Where no response is owed, steps may be left out: the last that is
 * done counts.
 */
export function stateOf(finding: Finding): FindingState {
  if (finding.closed) return 'closed';
  const next = nextStep(finding);
  const done =
    next === undefined
      ? FINDING_STEPS.findLast((step) => stepDone(finding, step) !== undefined)
      : FINDING_STEPS[FINDING_STEPS.indexOf(next) - 1];
  return done ?? 'open';
}
