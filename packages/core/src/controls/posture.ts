// Posture: for every requirement, is it decided, in place, proved; three numbers per framework, each
// with its denominator and reasons. A pure function of what was known and of the day.
import type { EvidenceFact, Examination } from '../evidence/index.ts';
import {
  changeBy,
  insideOn,
  stayOn,
  type Category,
  type Framework,
  type Requirement,
  type RequirementRef,
  type SystemChange,
  type View,
} from '../frameworks/index.ts';
import { groupBy, type ControlCode, type PlainDate } from '../kernel/index.ts';
import { NO_CHECKS, type CheckCounts } from '../monitoring/index.ts';
import type { Applicability, Control, ControlState, Mapping } from './control.ts';
import { gather } from './gathered.ts';
import { sortedById } from './order.ts';
import { controlProof, type ControlProof } from './proof.ts';
import { answer, judge, type RequirementPosture } from './requirement.ts';
import { parts, stages, type Part, type Stages } from './stages.ts';
import {
  proofBySystem,
  toldApart,
  unmatchedNames,
  type SystemsKnown,
  type ToldApart,
  type UnmatchedName,
} from './systemProof.ts';

/** A system inside the scope of a framework, and the controls that it waits for. */
export interface SystemStanding {
  readonly system: string;
  readonly since: PlainDate | undefined;
  /** Adopted controls that answer what applies and are not proved for it. */
  readonly waits: readonly ControlCode[];
}

/** What the scope in force says of systems on the day. */
export interface ScopeStanding {
  readonly systems: readonly SystemStanding[];
  /** The newest change of systems that had come by the day. */
  readonly change: SystemChange | undefined;
}

export interface FrameworkPosture extends Stages {
  readonly framework: Framework;
  readonly view: View;
  /** The same three numbers for clauses and Annex A apart. */
  readonly parts: readonly Part[];
  readonly requirements: readonly RequirementPosture[];
  /** Undefined where no scope in force names systems: then all that is known counts. */
  readonly scope: ScopeStanding | undefined;
}

export interface Posture {
  readonly frameworks: readonly FrameworkPosture[];
  readonly controls: ReadonlyMap<ControlCode, { readonly iso: ControlProof; readonly soc2: ControlProof }>;
  readonly examination: Examination;
  /** Names of systems that no approved scope knows. */
  readonly unmatched: readonly UnmatchedName[];
}

type Proofs = ReadonlyMap<ControlCode, ControlProof>;

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
  /** What scopes, evidence and schedules say of systems; without it, nothing is told apart. */
  readonly systems?: SystemsKnown | undefined;
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
  const told = input.systems && toldApart(known, input.facts, input.systems);
  const mappings = groupBy(
    input.mappings.filter((mapping) => controls.has(mapping.control)),
    (mapping) => mapping.to,
  );
  const proofsOf = new Map<View, Proofs>();
  const frameworks = input.frameworks.map((framework): FrameworkPosture => {
    const view: View = framework.view === 'soc2' ? 'soc2' : 'iso';
    const proofs = inFramework(framework, input, told);
    if (proofs.size > 0 && framework.view === view && !proofsOf.has(view)) proofsOf.set(view, proofs);
    const proofFor = (code: ControlCode) => proofs.get(code) ?? controls.get(code)?.[view];
    const requirements = inScope(framework, input.categories).map((requirement) => {
      const answers = (mappings.get(requirement.ref) ?? []).map((mapping) =>
        answer(mapping, input.states.get(mapping.control), proofFor(mapping.control)),
      );
      return judge(
        requirement,
        sortedById(answers, (each) => each.control),
        input.decisions.get(requirement.ref),
      );
    });
    const scope = scopeStanding(framework, input, requirements);
    return { framework, view, ...stages(requirements), parts: parts(requirements), requirements, scope };
  });
  const [iso, soc2] = [proofsOf.get('iso'), proofsOf.get('soc2')];
  return {
    frameworks,
    controls:
      (iso ?? soc2)
        ? new Map(
            [...controls].map(([code, each]) => [
              code,
              { iso: iso?.get(code) ?? each.iso, soc2: soc2?.get(code) ?? each.soc2 },
            ]),
          )
        : controls,
    examination,
    unmatched:
      told && input.systems && frameworks.some(({ scope }) => scope)
        ? unmatchedNames(told, input.systems.history)
        : [],
  };
}

/** Proofs of the controls that are told apart by systems, for a framework whose scope names some today. */
function inFramework(
  framework: Framework,
  { systems, today, examination }: PostureInput,
  told: ReadonlyMap<ControlCode, ToldApart> | undefined,
): Proofs {
  if (!told || !systems || insideOn(systems.history, framework.id, today) === undefined) return new Map();
  const view: View = framework.view === 'soc2' ? 'soc2' : 'iso';
  const at = { history: systems.history, framework: framework.id, view, today, examination };
  return new Map([...told].map(([code, one]) => [code, proofBySystem(one, at)]));
}

function scopeStanding(
  framework: Framework,
  { systems, today }: PostureInput,
  requirements: readonly RequirementPosture[],
): ScopeStanding | undefined {
  const inside = systems && insideOn(systems.history, framework.id, today);
  const own = systems?.history.of.get(framework.id);
  if (!inside || !own) return undefined;
  const answers = requirements
    .filter(({ applies }) => applies)
    .flatMap((each) => each.answers)
    .filter(({ adopted, strength }) => adopted && strength !== 'supporting');
  return {
    systems: inside.map((system) => ({
      system: system.name,
      since: stayOn(system, today)?.from,
      waits: sortedById(
        [...new Set(answers.flatMap((each) => (each.lacking.includes(system.name) ? [each.control] : [])))],
        (code) => code,
      ),
    })),
    change: changeBy(own, today),
  };
}

/** Requirements of which something is asked: leaves, and for SOC 2 the chosen categories. */
export function inScope(framework: Framework, categories: readonly Category[]): readonly Requirement[] {
  const chosen = new Set<string>(['security', ...categories]);
  return framework.requirements.filter(
    (requirement) =>
      requirement.leaf && (requirement.category === undefined || chosen.has(requirement.category)),
  );
}
