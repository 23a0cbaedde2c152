// What an auditor would not find, examination by examination: lists, never a percentage, and never an opinion.
import type { FrameworkPosture, Posture, RequirementPosture } from '../controls/index.ts';
import type { CriterionResult, WindowRemark } from '../monitoring/index.ts';
import type { DocumentedFound } from './documented.ts';

/** Stage 1 and 2 of a certification audit (ISO/IEC 17021-1 9.3.1); SOC 2 Type I and Type II (AT-C 205). */
export const EXAMINATIONS = ['stage1', 'stage2', 'type1', 'type2'] as const;
export type ExaminationKind = (typeof EXAMINATIONS)[number];

export type NotFound =
  /** Documented information that is not there, too old, or not accepted yet. */
  | { readonly what: 'document'; readonly found: DocumentedFound }
  /** Annex A control without a recorded decision (6.1.3 d). */
  | { readonly what: 'decision'; readonly requirement: RequirementPosture }
  /** No adopted and implemented control answers it. */
  | { readonly what: 'control'; readonly requirement: RequirementPosture }
  /** It is in place, and nothing accepted shows it where it counts. */
  | { readonly what: 'evidence'; readonly requirement: RequirementPosture }
  /** It fails, or did not run as it should within the period. */
  | {
      readonly what: 'operation';
      readonly requirement: RequirementPosture;
      readonly criterion: CriterionResult | undefined;
    }
  /** There is no date or period to examine, or the period is not one that an examiner takes. */
  | { readonly what: 'period'; readonly remark: WindowRemark | undefined };

export interface Readiness {
  readonly examination: ExaminationKind;
  readonly notFound: readonly NotFound[];
}

export interface ReadinessQuestion {
  readonly posture: Posture;
  readonly documented: readonly DocumentedFound[];
  /** Of the current Type II window; undefined where there is none. */
  readonly window:
    | { readonly criteria: readonly CriterionResult[]; readonly remarks: readonly WindowRemark[] }
    | undefined;
}

/** One list an examination; frameworks that are not in use give none. */
export function readiness(question: ReadinessQuestion): readonly Readiness[] {
  const { frameworks } = question.posture;
  const iso = frameworks.find(({ framework }) => framework.id.startsWith(CERTIFIED));
  const soc2 = frameworks.find(({ view }) => view === 'soc2');
  return [
    ...(iso
      ? [
          { examination: 'stage1' as const, notFound: stage1(iso, question) },
          { examination: 'stage2' as const, notFound: stage2(iso, question) },
        ]
      : []),
    ...(soc2
      ? [
          { examination: 'type1' as const, notFound: type1(soc2, question) },
          { examination: 'type2' as const, notFound: type2(soc2, question) },
        ]
      : []),
  ];
}

/** Editions of the standard that is certified; own frameworks may share its view. */
const CERTIFIED = 'iso27001:';

/** Documents, the clauses in place, and a decision on every control of Annex A. */
function stage1(iso: FrameworkPosture, { documented }: ReadinessQuestion): readonly NotFound[] {
  return [
    ...documents(documented),
    ...undecided(iso),
    ...iso.requirements
      .filter(({ requirement, applies, inPlace }) => requirement.kind === 'clause' && applies && !inPlace)
      .map((requirement) => ({ what: 'control' as const, requirement })),
  ];
}

/** Everything of stage 1, every applicable control in place, and all of it shown to work. */
function stage2(iso: FrameworkPosture, { documented }: ReadinessQuestion): readonly NotFound[] {
  return [...documents(documented), ...undecided(iso), ...iso.requirements.flatMap(unproved)];
}

/** A date, and controls that are designed and implemented on it. */
function type1(soc2: FrameworkPosture, { posture }: ReadinessQuestion): readonly NotFound[] {
  return [
    ...(posture.examination.type === 'none' ? [{ what: 'period' as const, remark: undefined }] : []),
    ...soc2.requirements
      .filter(({ applies, inPlace }) => applies && !inPlace)
      .map((requirement) => ({ what: 'control' as const, requirement })),
    ...soc2.requirements
      .filter(({ state }) => state === 'failing')
      .map((requirement) => ({ what: 'operation' as const, requirement, criterion: undefined })),
  ];
}

/** A period that an examiner takes, and operation throughout it. */
function type2(soc2: FrameworkPosture, { window }: ReadinessQuestion): readonly NotFound[] {
  const criteria = new Map<string, CriterionResult>(
    (window?.criteria ?? []).map((each) => [each.criterion, each]),
  );
  return [
    ...(window
      ? window.remarks.map((remark) => ({ what: 'period' as const, remark }))
      : [{ what: 'period' as const, remark: undefined }]),
    ...soc2.requirements.flatMap((each): readonly NotFound[] => {
      const criterion = criteria.get(each.requirement.ref);
      const short = criterion && (criterion.status === 'unmet' || criterion.status === 'at_risk');
      if (each.inPlace && short) return [{ what: 'operation', requirement: each, criterion }];
      return unproved(each);
    }),
  ];
}

function documents(documented: readonly DocumentedFound[]): readonly NotFound[] {
  return documented.filter(({ state }) => state !== 'there').map((found) => ({ what: 'document', found }));
}

function undecided(iso: FrameworkPosture): readonly NotFound[] {
  return iso.requirements
    .filter(({ requirement, decided }) => requirement.kind === 'control' && !decided)
    .map((requirement) => ({ what: 'decision', requirement }));
}

function unproved(each: RequirementPosture): readonly NotFound[] {
  if (!each.applies || each.proved) return [];
  // What is not decided stands in a list of its own.
  if (each.requirement.kind === 'control' && !each.decided) return [];
  if (!each.inPlace) return [{ what: 'control', requirement: each }];
  return each.state === 'failing'
    ? [{ what: 'operation', requirement: each, criterion: undefined }]
    : [{ what: 'evidence', requirement: each }];
}
