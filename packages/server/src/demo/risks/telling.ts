// The words in which the demo's risks are told: what was said of a risk, when, and by whom.
import type { ControlCode, Risk } from '@assay/core';
import type { RiskDraft } from '../../slices/risks/risks.usecases.ts';

/** A step of a scale, counted from 1 as people count. */
type Step = 1 | 2 | 3 | 4 | 5;
type Assessed = Risk['assessments'][number]['of'];

/** One thing that was said; `ago` is the day, in days before today. */
export type Saying = { readonly ago: number; readonly by?: string } & (
  | {
      readonly says: 'assess';
      readonly of: Assessed;
      readonly at: readonly [Step, Step];
      readonly why: string;
    }
  | {
      readonly says: 'treat';
      readonly option: NonNullable<Risk['treatment']>['option'];
      readonly plan: string;
      readonly controls?: readonly ControlCode[];
      readonly owner?: string;
      /** Days before today by which it is to be done. */
      readonly due?: number;
    }
  | {
      readonly says: 'accept';
      readonly role: string;
      readonly why: string;
      readonly conditions?: string;
      readonly until: number;
    }
  | {
      readonly says: 'review';
      readonly outcome: Risk['reviews'][number]['outcome'];
      readonly note: string;
      readonly next: number;
    }
  | { readonly says: 'close'; readonly why: string }
);

export interface RiskTold extends Pick<
  RiskDraft,
  'title' | 'scenario' | 'properties' | 'category' | 'owner'
> {
  /** Days before today on which it was written down. */
  readonly added: number;
  readonly story: readonly Saying[];
}

/** An assessment in a line of its own; at: likelihood and impact. */
export function assessed(ago: number, of: Assessed, at: readonly [Step, Step]) {
  return (why: string): Saying => ({ says: 'assess', ago, of, at, why });
}
