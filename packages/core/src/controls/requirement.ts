// How one requirement stands: decided, in place, proved, or in which state it is held and by what.
import type { Requirement } from '../frameworks/index.ts';
import type { ControlCode } from '../kernel/index.ts';
import type { Applicability, ControlState, Mapping, Strength } from './control.ts';
import { lackingIn, WORST_FIRST, type ControlProof, type ProofState } from './proof.ts';

/** not_started: decided, but no adopted control answers it; not_in_place: one that does is only planned. */
export const REQUIREMENT_STATES = [
  'not_applicable',
  'undecided',
  'not_started',
  'not_in_place',
  'proved',
  'failing',
  'stale',
  'unknown',
  'pending_review',
  'outside_window',
] as const;
export type RequirementState = (typeof REQUIREMENT_STATES)[number];

/** A control as it answers one requirement. */
export interface Answer {
  readonly control: ControlCode;
  readonly strength: Strength;
  readonly adopted: boolean;
  readonly implemented: boolean;
  readonly state: ProofState;
  /** Systems of the scope for which it is not proved; empty where nothing tells it apart by system. */
  readonly lacking: readonly string[];
}

export interface RequirementPosture {
  readonly requirement: Requirement;
  readonly decided: boolean;
  readonly applies: boolean;
  readonly inPlace: boolean;
  readonly proved: boolean;
  readonly state: RequirementState;
  readonly decision: Applicability | undefined;
  /** Controls that hold it in this state: those only planned, or those in the worst proof state. */
  readonly heldBy: readonly ControlCode[];
  /** All mapped controls, in order of codes. */
  readonly answers: readonly Answer[];
}

/**
 * The recorded word, where it counts: it gives a reason, and it leaves out no clause of the management
 * system (ISO/IEC 27001 clause 1: excluding any of clauses 4 to 10 is not acceptable).
 */
export function countedDecision(
  requirement: Requirement,
  decision: Applicability | undefined,
): Applicability | undefined {
  if (decision === undefined) return undefined;
  if (!decision.applies && requirement.kind === 'clause') return undefined;
  return (decision.applies ? decision.because : decision.why).trim() === '' ? undefined : decision;
}

/** Judges one requirement from the controls that are mapped to it and the recorded decision. */
export function judge(
  requirement: Requirement,
  answers: readonly Answer[],
  decision: Applicability | undefined,
): RequirementPosture {
  const counted = countedDecision(requirement, decision);
  const answering = answers.filter((each) => each.adopted && each.strength !== 'supporting');
  const applies = counted?.applies ?? true;
  // ISO/IEC 27001 6.1.3 d asks for a recorded word on each Annex A control; clauses and criteria
  // cannot be left out bare and count as decided once a control takes them up.
  const decided = counted !== undefined || (requirement.kind !== 'control' && answering.length > 0);
  const planned = answering.filter((each) => !each.implemented);
  const inPlace = applies && decided && answering.length > 0 && planned.length === 0;
  const worst = WORST_FIRST.find((state) => answering.some((each) => each.state === state)) ?? 'unknown';
  const state = stateOf({ applies, decided, answered: answering.length > 0, inPlace, worst });
  const holding =
    state === 'not_in_place'
      ? planned
      : answering.filter((each) => each.state !== 'proved' && each.state === state);
  return {
    requirement,
    decided,
    applies,
    inPlace,
    proved: state === 'proved',
    state,
    decision,
    heldBy: holding.map((each) => each.control),
    answers,
  };
}

function stateOf(found: {
  readonly applies: boolean;
  readonly decided: boolean;
  readonly answered: boolean;
  readonly inPlace: boolean;
  readonly worst: ProofState;
}): RequirementState {
  if (!found.applies) return 'not_applicable';
  if (!found.decided) return 'undecided';
  if (!found.answered) return 'not_started';
  return found.inPlace ? found.worst : 'not_in_place';
}

/** A mapped control as it answers, with its proof for the framework that is asked. */
export function answer(
  mapping: Mapping,
  state: ControlState | undefined,
  proof: Pick<ControlProof, 'state' | 'systems'> | undefined,
): Answer {
  const adopted = state?.state === 'adopted';
  return {
    control: mapping.control,
    strength: mapping.strength,
    adopted,
    implemented: adopted && state.implementation === 'implemented',
    state: proof?.state ?? 'unknown',
    lacking: proof ? lackingIn(proof) : [],
  };
}
