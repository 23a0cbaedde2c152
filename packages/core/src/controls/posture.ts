// Posture: for every requirement, is it decided, in place, proved; three numbers per framework, each
// with its denominator and reasons. A pure function of what was known and of the day.
import type { EvidenceFact, Examination } from '../evidence/index.ts';
import type { Category, Framework, Requirement, RequirementRef, View } from '../frameworks/index.ts';
import { groupBy, type ControlCode, type PlainDate } from '../kernel/index.ts';
import type { CheckCounts } from '../monitoring/index.ts';
import type { Applicability, Control, ControlState, Mapping, Strength } from './control.ts';
import { controlProof, WORST_FIRST, type ControlProof, type ProofState } from './proof.ts';

export type RequirementState = 'not_applicable' | 'undecided' | 'not_in_place' | ProofState;

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
  readonly answers: readonly Answer[];
}

/** One of the three numbers: of `denominator` requirements, `numerator` are there; the rest by state. */
export interface Stage {
  readonly numerator: number;
  readonly denominator: number;
  /** Requirements that do not apply, with a recorded reason. */
  readonly excluded: number;
  readonly reasons: readonly { readonly state: RequirementState; readonly count: number }[];
}

export interface FrameworkPosture {
  readonly framework: Framework;
  readonly view: View;
  readonly decided: Stage;
  readonly inPlace: Stage;
  readonly proved: Stage;
  readonly requirements: readonly RequirementPosture[];
}

export interface Posture {
  readonly frameworks: readonly FrameworkPosture[];
  readonly controls: ReadonlyMap<ControlCode, { readonly iso: ControlProof; readonly soc2: ControlProof }>;
}

export interface PostureInput {
  readonly frameworks: readonly Framework[];
  readonly categories: readonly Category[];
  readonly controls: readonly Control[];
  readonly states: ReadonlyMap<ControlCode, ControlState>;
  readonly mappings: readonly Mapping[];
  readonly decisions: ReadonlyMap<RequirementRef, Applicability>;
  readonly facts: readonly EvidenceFact[];
  readonly checks: ReadonlyMap<ControlCode, CheckCounts>;
  readonly examination: Examination;
  readonly today: PlainDate;
}

/** Computes the posture of every framework in use. */
export function posture(input: PostureInput): Posture {
  const facts = groupBy(input.facts, (fact) => fact.control);
  const controls = new Map(input.controls.map((control) => {
    const one = { control, facts: facts.get(control.code) ?? [], checks: input.checks.get(control.code), today: input.today, examination: input.examination };
    return [control.code, { iso: controlProof(one, 'iso'), soc2: controlProof(one, 'soc2') }] as const;
  }));
  const mappings = groupBy(input.mappings.filter((mapping) => controls.has(mapping.control)), (mapping) => mapping.to);
  const frameworks = input.frameworks.map((framework) => {
    const view: View = framework.view === 'soc2' ? 'soc2' : 'iso';
    const proofs = (code: ControlCode): ProofState => controls.get(code)?.[view].state ?? 'unknown';
    const requirements = inScope(framework, input.categories).map((requirement) => judge(requirement, { mappings: mappings.get(requirement.ref) ?? [], states: input.states, decision: input.decisions.get(requirement.ref), proofs }));
    return { framework, view, ...stages(requirements), requirements };
  });
  return { frameworks, controls };
}

/** Requirements of which something is asked: leaves, and for SOC 2 the chosen categories. */
export function inScope(framework: Framework, categories: readonly Category[]): readonly Requirement[] {
  const chosen = new Set<string>(['security', ...categories]);
  return framework.requirements.filter((requirement) => requirement.leaf && (requirement.category === undefined || chosen.has(requirement.category)));
}

interface JudgeInput {
  readonly mappings: readonly Mapping[];
  readonly states: ReadonlyMap<ControlCode, ControlState>;
  readonly decision: Applicability | undefined;
  readonly proofs: (code: ControlCode) => ProofState;
}

function judge(requirement: Requirement, input: JudgeInput): RequirementPosture {
  const answers = input.mappings.map((mapping) => answer(mapping, input));
  const answering = answers.filter((each) => each.adopted && each.strength !== 'supporting');
  const applies = input.decision?.applies ?? true;
  // ISO/IEC 27001 6.1.3 d asks for a recorded word on each Annex A control; clauses and criteria
  // cannot be left out bare and count as decided once a control takes them up.
  const decided = input.decision !== undefined || (requirement.kind !== 'control' && answering.length > 0);
  const inPlace = applies && decided && answering.length > 0 && answering.every((each) => each.implemented);
  const worst = WORST_FIRST.find((state) => answering.some((each) => each.state === state)) ?? 'unknown';
  const proved = inPlace && worst === 'proved';
  const state: RequirementState = !applies ? 'not_applicable' : !decided ? 'undecided' : !inPlace ? 'not_in_place' : worst;
  return { requirement, decided, applies, inPlace, proved, state, decision: input.decision, answers };
}

function answer(mapping: Mapping, input: JudgeInput): Answer {
  const state = input.states.get(mapping.control);
  const adopted = state?.state === 'adopted';
  return { control: mapping.control, strength: mapping.strength, adopted, implemented: adopted && state.implementation === 'implemented', state: input.proofs(mapping.control) };
}

function stages(requirements: readonly RequirementPosture[]): { readonly decided: Stage; readonly inPlace: Stage; readonly proved: Stage } {
  const applying = requirements.filter((each) => each.applies);
  const excluded = requirements.length - applying.length;
  const stage = (all: readonly RequirementPosture[], there: (each: RequirementPosture) => boolean, out: number): Stage => ({
    numerator: all.filter(there).length, denominator: all.length, excluded: out, reasons: reasons(all.filter((each) => !there(each))),
  });
  return {
    decided: stage(requirements, (each) => each.decided, 0),
    inPlace: stage(applying, (each) => each.inPlace, excluded),
    proved: stage(applying, (each) => each.proved, excluded),
  };
}

function reasons(missing: readonly RequirementPosture[]): Stage['reasons'] {
  return [...groupBy(missing, (each) => each.state)].map(([state, group]) => ({ state, count: group.length })).sort((a, b) => b.count - a.count || (a.state < b.state ? -1 : 1));
}
