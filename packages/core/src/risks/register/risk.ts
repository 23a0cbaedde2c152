// A risk and all that was said of it: assessments, treatment, acceptances, reviews (ISO/IEC 27001 6.1.2, 6.1.3, 8.2).
import type { ControlCode, PlainDate } from '../../kernel/index.ts';

export const PROPERTIES = ['confidentiality', 'integrity', 'availability'] as const;
export type Property = (typeof PROPERTIES)[number];

/** Two ways to identify a risk (ISO/IEC 27005): from what could happen, or from what could be harmed. */
export type Scenario =
  | { readonly view: 'event'; readonly event: string; readonly consequence: string }
  | {
      readonly view: 'asset';
      readonly asset: string;
      readonly threat: string;
      readonly vulnerability: string;
    };

/** inherent: as if no control were there; current: as it is now; target: as the treatment is to make it. */
export const ASSESSED = ['inherent', 'current', 'target'] as const;
export type Assessed = (typeof ASSESSED)[number];

export interface Assessment {
  readonly of: Assessed;
  /** Steps of the method's scales, counted from 0. */
  readonly likelihood: number;
  readonly impact: number;
  /** Index into the method's levels, looked up when it was assessed. */
  readonly level: number;
  readonly justification: string;
  readonly on: PlainDate;
  /** Version of the method that it was assessed by, so that repeated runs compare. */
  readonly method: number;
  readonly by: string;
}

/** Options of ISO/IEC 27005: change it by controls, keep it, stop what causes it, or share it with another party. */
export const OPTIONS = ['modify', 'retain', 'avoid', 'share'] as const;
export type TreatmentOption = (typeof OPTIONS)[number];

export interface Treatment {
  readonly option: TreatmentOption;
  readonly plan: string;
  readonly controls: readonly ControlCode[];
  readonly owner: string | undefined;
  /** Day by which it is to be done. */
  readonly due: PlainDate | undefined;
  readonly decidedOn: PlainDate;
  readonly by: string;
}

/** That somebody with the authority takes what remains, for a time. */
export interface Acceptance {
  /** Level that was accepted, and the highest that needed no treatment on that day. */
  readonly level: number;
  readonly acceptable: number;
  readonly method: number;
  readonly by: string;
  readonly role: string;
  readonly reason: string;
  readonly conditions: string;
  readonly on: PlainDate;
  /** First day on which it no longer holds. */
  readonly until: PlainDate;
  /** Who wrote it down. */
  readonly recordedBy: string;
}

export const REVIEW_OUTCOMES = ['still_valid', 'changed', 'rescored'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

export interface RiskReview {
  readonly outcome: ReviewOutcome;
  readonly note: string;
  readonly on: PlainDate;
  /** Day by which it is to be looked at again. */
  readonly next: PlainDate;
  readonly by: string;
}

export interface Risk {
  /** `R-12` */
  readonly code: string;
  readonly title: string;
  readonly scenario: Scenario;
  readonly properties: readonly Property[];
  readonly category: string;
  readonly owner: string | undefined;
  /** Columns of a register that was brought along, under their own headings. */
  readonly custom: Readonly<Record<string, string>>;
  readonly assessments: readonly Assessment[];
  readonly treatment: Treatment | undefined;
  readonly acceptances: readonly Acceptance[];
  readonly reviews: readonly RiskReview[];
  /** Why it is no longer a risk; undefined while it is one. */
  readonly closed: { readonly because: string; readonly on: PlainDate; readonly by: string } | undefined;
}

/** The newest assessment of a kind; of one day the one that was said last. */
export function assessmentOf(risk: Risk, of: Assessed): Assessment | undefined {
  return risk.assessments
    .filter((each) => each.of === of)
    .reduce<Assessment | undefined>((last, each) => (last && last.on > each.on ? last : each), undefined);
}

/** The assessment that says how large the risk is now: the current one, before that the inherent one. */
export function standingAssessment(risk: Risk): Assessment | undefined {
  return assessmentOf(risk, 'current') ?? assessmentOf(risk, 'inherent');
}
