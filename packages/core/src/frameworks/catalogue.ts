// A catalogue is frameworks, controls, mappings and checks together. Catalogues are laid on one another
// (an organisation's own upon ours) and checked as a whole, so that every id leads somewhere.
import type { ControlCode } from '../kernel/index.ts';
import {
  requirementRef,
  type Framework,
  type FrameworkId,
  type Requirement,
  type RequirementRef,
} from './framework.ts';

/** What a check of a catalogue needs to know of a mapping. */
export interface CatalogueMapping {
  readonly control: ControlCode;
  readonly to: RequirementRef;
  readonly strength: 'full' | 'partial' | 'supporting';
  readonly rationale: string;
  readonly source: string;
}

export interface Catalogue {
  readonly frameworks: readonly Framework[];
  readonly controls: readonly { readonly code: ControlCode }[];
  readonly mappings: readonly CatalogueMapping[];
  readonly checks: readonly { readonly key: string; readonly controls: readonly ControlCode[] }[];
  /** Requirements that no control can answer, each with its reason. */
  readonly notAnswerable: readonly { readonly to: RequirementRef; readonly why: string }[];
  /** Frameworks of which every leaf has to be answered or named as not answerable. */
  readonly complete: readonly FrameworkId[];
}

/** One thing that is wrong; every kind names the ids that it is about. */
export type CatalogueProblem =
  | { readonly code: 'catalogue.duplicate_framework'; readonly framework: FrameworkId }
  | { readonly code: 'catalogue.unknown_framework'; readonly framework: FrameworkId }
  | { readonly code: 'catalogue.duplicate_requirement'; readonly ref: RequirementRef }
  | {
      readonly code: 'catalogue.misnamed_requirement';
      readonly ref: RequirementRef;
      readonly expected: RequirementRef;
    }
  | { readonly code: 'catalogue.unknown_group'; readonly ref: RequirementRef; readonly group: string }
  | { readonly code: 'catalogue.duplicate_control'; readonly control: ControlCode }
  | { readonly code: 'catalogue.duplicate_check'; readonly check: string }
  | {
      readonly code: 'catalogue.check_without_control';
      readonly check: string;
      readonly control: ControlCode;
    }
  | {
      readonly code:
        | 'catalogue.duplicate_mapping'
        | 'catalogue.mapping_without_control'
        | 'catalogue.mapping_without_requirement'
        | 'catalogue.mapping_to_heading'
        | 'catalogue.mapping_without_reason';
      readonly control: ControlCode;
      readonly to: RequirementRef;
    }
  | {
      readonly code:
        | 'catalogue.not_answerable_without_requirement'
        | 'catalogue.not_answerable_without_reason'
        | 'catalogue.not_answerable_but_answered';
      readonly ref: RequirementRef;
    }
  | { readonly code: 'catalogue.unanswered'; readonly ref: RequirementRef };

/** Lays catalogues on one another, in order. Nothing is replaced: two that use one id are a problem to be shown. */
export function mergeCatalogues(catalogues: readonly Catalogue[]): Catalogue {
  return {
    frameworks: catalogues.flatMap((each) => each.frameworks),
    controls: catalogues.flatMap((each) => each.controls),
    mappings: catalogues.flatMap((each) => each.mappings),
    checks: catalogues.flatMap((each) => each.checks),
    notAnswerable: catalogues.flatMap((each) => each.notAnswerable),
    complete: [...new Set(catalogues.flatMap((each) => each.complete))],
  };
}

/** All that is wrong with a catalogue, frameworks first; an empty list is a sound catalogue. */
export function checkCatalogue(catalogue: Catalogue): readonly CatalogueProblem[] {
  const requirements = new Map<RequirementRef, Requirement>();
  for (const { requirements: own } of catalogue.frameworks)
    for (const each of own) requirements.set(each.ref, each);
  const controls = new Set(catalogue.controls.map((control) => control.code));
  const known = { requirements, controls };
  return [
    ...frameworkProblems(catalogue.frameworks),
    ...repeated(catalogue.controls, (control) => control.code).map((control) => ({
      code: 'catalogue.duplicate_control' as const,
      control,
    })),
    ...mappingProblems(catalogue.mappings, known),
    ...checkProblems(catalogue.checks, controls),
    ...answerProblems(catalogue, known),
  ];
}

interface Known {
  readonly requirements: ReadonlyMap<RequirementRef, Requirement>;
  readonly controls: ReadonlySet<ControlCode>;
}

function frameworkProblems(frameworks: readonly Framework[]): readonly CatalogueProblem[] {
  const problems: CatalogueProblem[] = repeated(frameworks, (each) => each.id).map((framework) => ({
    code: 'catalogue.duplicate_framework',
    framework,
  }));
  for (const ref of repeated(
    frameworks.flatMap((each) => each.requirements),
    (each) => each.ref,
  ))
    problems.push({ code: 'catalogue.duplicate_requirement', ref });
  for (const framework of frameworks) {
    const groups = new Set(framework.groups.map((group) => group.id));
    for (const { ref, id, group } of framework.requirements) {
      const expected = requirementRef(framework.id, id);
      if (ref !== expected) problems.push({ code: 'catalogue.misnamed_requirement', ref, expected });
      if (!groups.has(group)) problems.push({ code: 'catalogue.unknown_group', ref, group });
    }
  }
  return problems;
}

function mappingProblems(mappings: readonly CatalogueMapping[], known: Known): readonly CatalogueProblem[] {
  const seen = new Set<string>();
  return mappings.flatMap(({ control, to, rationale, source }) => {
    const problems: CatalogueProblem[] = [];
    const end = `${control} ${to}`;
    if (seen.has(end)) problems.push({ code: 'catalogue.duplicate_mapping', control, to });
    seen.add(end);
    if (!known.controls.has(control))
      problems.push({ code: 'catalogue.mapping_without_control', control, to });
    const requirement = known.requirements.get(to);
    if (!requirement) problems.push({ code: 'catalogue.mapping_without_requirement', control, to });
    else if (!requirement.leaf) problems.push({ code: 'catalogue.mapping_to_heading', control, to });
    if (rationale.trim() === '' || source.trim() === '')
      problems.push({ code: 'catalogue.mapping_without_reason', control, to });
    return problems;
  });
}

function checkProblems(
  checks: Catalogue['checks'],
  controls: ReadonlySet<ControlCode>,
): readonly CatalogueProblem[] {
  const twice = repeated(checks, (each) => each.key).map((check) => ({
    code: 'catalogue.duplicate_check' as const,
    check,
  }));
  const dangling = checks.flatMap(({ key, controls: own }) =>
    own
      .filter((control) => !controls.has(control))
      .map((control) => ({ code: 'catalogue.check_without_control' as const, check: key, control })),
  );
  return [...twice, ...dangling];
}

/** Every leaf of a complete framework is answered with more than support, or said to be not answerable. */
function answerProblems(catalogue: Catalogue, known: Known): readonly CatalogueProblem[] {
  const problems: CatalogueProblem[] = [];
  const answered = new Set(
    catalogue.mappings
      .filter((mapping) => mapping.strength !== 'supporting' && known.controls.has(mapping.control))
      .map((mapping) => mapping.to),
  );
  for (const { to: ref, why } of catalogue.notAnswerable) {
    if (!known.requirements.has(ref))
      problems.push({ code: 'catalogue.not_answerable_without_requirement', ref });
    if (why.trim() === '') problems.push({ code: 'catalogue.not_answerable_without_reason', ref });
    if (answered.has(ref)) problems.push({ code: 'catalogue.not_answerable_but_answered', ref });
  }
  const excused = new Set(catalogue.notAnswerable.map((each) => each.to));
  const present = new Set(catalogue.frameworks.map((framework) => framework.id));
  for (const framework of catalogue.complete)
    if (!present.has(framework)) problems.push({ code: 'catalogue.unknown_framework', framework });
  const complete = new Set(catalogue.complete);
  for (const { ref, framework, leaf } of known.requirements.values()) {
    if (leaf && complete.has(framework) && !answered.has(ref) && !excused.has(ref))
      problems.push({ code: 'catalogue.unanswered', ref });
  }
  return problems;
}

/** Keys that occur more than once, each once, in order of their second appearance. */
function repeated<T, K>(items: readonly T[], key: (item: T) => K): readonly K[] {
  const seen = new Set<K>();
  const twice = new Set<K>();
  for (const item of items) {
    const k = key(item);
    if (seen.has(k)) twice.add(k);
    seen.add(k);
  }
  return [...twice];
}
