// Posture: for every requirement, is it decided, in place, proved; three numbers per framework, each
// with its denominator and reasons. A pure function of what was known and of the day.
import type { EvidenceFact, Examination } from '../evidence/index.ts';
import type { Category, Framework, Requirement, RequirementRef, View } from '../frameworks/index.ts';
import { groupBy, type ControlCode, type PlainDate } from '../kernel/index.ts';
import { NO_CHECKS, type CheckCounts } from '../monitoring/index.ts';
import type { Applicability, Control, ControlState, Mapping } from './control.ts';
import { gather } from './gathered.ts';
import { sortedById } from './order.ts';
import { controlProof, type ControlProof, type ProofState } from './proof.ts';
import { answer, judge, type RequirementPosture } from './requirement.ts';
import { parts, stages, type Part, type Stages } from './stages.ts';

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
  const known = sortedById(input.controls, (control) => control.code);
  const controls = new Map(
    gather(known, input.facts, { today, examination }).map((gathered) => {
      const { code } = gathered.control;
      // With counts of the examined day at hand, a control without any had nothing to hear on that day.
      const examined = input.examined && (input.examined.get(code) ?? NO_CHECKS);
      const one = { gathered, checks: input.checks.get(code), examined, today, examination };
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
