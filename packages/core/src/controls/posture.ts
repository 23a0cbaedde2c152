// Posture: for every requirement, is it decided, in place, proved; three numbers per framework, each
// with its denominator and reasons. A pure function of what was known and of the day.
import type { EvidenceFact, Examination } from '../evidence/index.ts';
import type { Category, Framework, Requirement, RequirementRef, View } from '../frameworks/index.ts';
import { groupBy, type ControlCode, type PlainDate } from '../kernel/index.ts';
import { NO_CHECKS, type CheckCounts } from '../monitoring/index.ts';
import type { Applicability, Control, ControlState, Mapping, Strength } from './control.ts';
import { sortedById } from './order.ts';
import { controlProof, WORST_FIRST, type ControlProof, type ProofState } from './proof.ts';
import { parts, stages, type Part, type Stages } from './stages.ts';

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

export interface FrameworkPosture extends Stages {
  readonly framework: Framework;
  readonly view: View;
  /** The same three numbers for clauses and Annex A apart. */
  readonly parts: readonly Part[];
  readonly requirements: readonly RequirementPosture[];
}

export interface Posture {
  readonly frameworks: readonly FrameworkPosture[];
  readonly controls: ReadonlyMap<ControlCode, { readonly iso: ControlProof; readonly soc2: ControlProof }>;
  readonly examination: Examination;
}

export interface PostureInput {
  readonly frameworks: readonly Framework[];
  readonly categories: readonly Category[];
  readonly controls: readonly Control[];
  readonly states: ReadonlyMap<ControlCode, ControlState>;
  readonly mappings: readonly Mapping[];
  readonly decisions: ReadonlyMap<RequirementRef, Applicability>;
  readonly facts: readonly EvidenceFact[];
  /** What checks say today. */
  readonly checks: ReadonlyMap<ControlCode, CheckCounts>;
  /** What checks said on the examined day (`examinedDay`); needed once that day has passed, else `checks` is used. */
  readonly examined?: ReadonlyMap<ControlCode, CheckCounts>;
  readonly examination: Examination;
  readonly today: PlainDate;
}

/** Computes the posture of every framework in use. */
export function posture(input: PostureInput): Posture {
  const { today, examination } = input;
  const facts = groupBy(input.facts, (fact) => fact.control);
  const controls = new Map(
    sortedById(input.controls, (control) => control.code).map((control) => {
      const { code } = control;
      // With counts of the examined day at hand, a control without any had nothing to hear on that day.
      const examined = input.examined && (input.examined.get(code) ?? NO_CHECKS);
      const one = {
        control,
        facts: facts.get(code) ?? [],
        checks: input.checks.get(code),
        examined,
        today,
        examination,
      };
      return [code, { iso: controlProof(one, 'iso'), soc2: controlProof(one, 'soc2') }] as const;
    }),
  );
  const mappings = groupBy(
    input.mappings.filter((mapping) => controls.has(mapping.control)),
    (mapping) => mapping.to,
  );
  const frameworks = input.frameworks.map((framework) => {
    const view: View = framework.view === 'soc2' ? 'soc2' : 'iso';
    const stateOf = (code: ControlCode): ProofState => controls.get(code)?.[view].state ?? 'unknown';
    const requirements = inScope(framework, input.categories).map((requirement) => {
      const answers = (mappings.get(requirement.ref) ?? []).map((mapping) =>
        answer(mapping, input.states.get(mapping.control), stateOf(mapping.control)),
      );
      return judge(
        requirement,
        sortedById(answers, (each) => each.control),
        input.decisions.get(requirement.ref),
      );
    });
    return { framework, view, ...stages(requirements), parts: parts(requirements), requirements };
  });
  return { frameworks, controls, examination };
}

/** Requirements of which something is asked: leaves, and for SOC 2 the chosen categories. */
export function inScope(framework: Framework, categories: readonly Category[]): readonly Requirement[] {
  const chosen = new Set<string>(['security', ...categories]);
  return framework.requirements.filter(
    (requirement) =>
      requirement.leaf && (requirement.category === undefined || chosen.has(requirement.category)),
  );
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

function judge(
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

function answer(mapping: Mapping, state: ControlState | undefined, proof: ProofState): Answer {
  const adopted = state?.state === 'adopted';
  return {
    control: mapping.control,
    strength: mapping.strength,
    adopted,
    implemented: adopted && state.implementation === 'implemented',
    state: proof,
  };
}
