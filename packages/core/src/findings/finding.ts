// What was found wrong, or could be better: one record for both frameworks, with what ISO/IEC 27001 10.2 wants kept of a
// nonconformity and what a SOC 2 report tells of an exception. Fields are named as the ledger and the API name them.
import type { ControlCode, PlainDate } from '../kernel/index.ts';
import type { RequirementRef } from '../frameworks/index.ts';

export const FINDING_KINDS = ['major', 'minor', 'observation', 'opportunity', 'exception'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What the human id of each kind begins with: `NC-3`. A minor that turns out to be major keeps its id. */
export const FINDING_PREFIX: Readonly<Record<FindingKind, 'NC' | 'OBS' | 'OFI' | 'EX'>> = {
  major: 'NC',
  minor: 'NC',
  observation: 'OBS',
  opportunity: 'OFI',
  exception: 'EX',
};

/** What each kind is called in a sentence. */
export const FINDING_KIND_WORDS: Readonly<Record<FindingKind, string>> = {
  major: 'major nonconformity',
  minor: 'minor nonconformity',
  observation: 'observation',
  opportunity: 'opportunity for improvement',
  exception: 'SOC 2 exception',
};

export const FINDING_SOURCES = [
  'internal_audit',
  'certification_body',
  'examiner',
  'monitoring',
  'incident',
  'own_eyes',
] as const;
export type FindingSource = (typeof FINDING_SOURCES)[number];

export const VERDICTS = ['effective', 'not_effective'] as const;
export type EffectivenessVerdict = (typeof VERDICTS)[number];

/** What a service auditor’s test showed; an exception is no opinion (AT-C 205; section 4 of a SOC 2 report). */
export type ExceptionFacts = {
  readonly deviations: number;
  readonly sample: number;
  /** How many the sample was drawn from; null where the examiner did not say. */
  readonly population: number | null;
  /** What management answers in the report. */
  readonly response: string | null;
};

export type Correction = { readonly what: string; readonly on: PlainDate };

/** Whether the same happened elsewhere: where somebody looked, and the findings that came of it (10.2 b 3). */
export type SimilarCases = { readonly looked: string; readonly found: readonly string[] };

export type CorrectiveAction = {
  readonly what: string;
  readonly owner: string | null;
  readonly due: PlainDate | null;
  /** Day on which it was planned with owner and date. */
  readonly planned: PlainDate | null;
  readonly done: PlainDate | null;
};

export type EffectivenessReview = {
  /** Day on which it is to be looked at. */
  readonly due: PlainDate;
  readonly said: {
    readonly verdict: EffectivenessVerdict;
    readonly on: PlainDate;
    readonly by: string;
    readonly because: string;
  } | null;
};

/** Clocks of this finding where they differ from the defaults: days, or the day itself. */
export type FindingTerms = {
  readonly plan_days: number | null;
  readonly evidence_days: number | null;
  /** Day of the next audit, by which a minor is verified. */
  readonly next_audit: PlainDate | null;
  /** Last day of stage 2; only a major found there has this clock. */
  readonly stage2_ended: PlainDate | null;
};

/** Who ended it or opened it again, and why. */
export type FindingWord = { readonly on: PlainDate; readonly by: string; readonly because: string };

export type Finding = {
  readonly kind: FindingKind;
  readonly source: FindingSource;
  /** Audit, report, body or incident in which it was found; empty where the source says enough. */
  readonly where: string;
  readonly found_on: PlainDate;
  readonly found_by: string;
  readonly statement: string;
  readonly requirements: readonly RequirementRef[];
  readonly controls: readonly ControlCode[];
  readonly evidence: readonly string[];
  /** Who answers for it. */
  readonly owner: string | null;
  readonly correction: Correction | null;
  readonly consequences: string | null;
  readonly cause: string | null;
  readonly similar: SimilarCases | null;
  readonly action: CorrectiveAction | null;
  readonly effectiveness: EffectivenessReview | null;
  /** Change to the management system, or why none is needed (10.2 e). */
  readonly system_change: string | null;
  readonly exception: ExceptionFacts | null;
  readonly terms: FindingTerms;
  readonly closed: FindingWord | null;
  readonly reopened: readonly FindingWord[];
};

/** A finding with its human id. */
export type NamedFinding = { readonly id: string; readonly finding: Finding };

export const DEFAULT_TERMS: FindingTerms = {
  plan_days: null,
  evidence_days: null,
  next_audit: null,
  stage2_ended: null,
};

export function isNonconformity(kind: FindingKind): kind is 'major' | 'minor' {
  return kind === 'major' || kind === 'minor';
}

/** Whether a response is owed at all: to an observation or an opportunity none is. */
export function owesResponse(kind: FindingKind): boolean {
  return isNonconformity(kind) || kind === 'exception';
}
