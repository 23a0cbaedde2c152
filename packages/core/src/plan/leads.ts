// How long others take and what custom asks for: assumptions with their reasons, until somebody enters what was agreed.
import type { ThreePoint } from './network.ts';

/** Durations that follow from others or from custom; each is an assumption until somebody enters what was agreed. */
export const LEADS = [
  'scope',
  'risk_assessment',
  'statement',
  'description',
  'internal_audit',
  'management_review',
  'evaluation',
  'iso_operation',
  'auditor_iso',
  'stage1',
  'stage1_gap',
  'stage2',
  'corrections',
  'decision',
  'auditor_soc2',
  'type1_fieldwork',
  'type1_report',
  'type2_fieldwork',
  'type2_report',
] as const;
export type Lead = (typeof LEADS)[number];

export interface LeadTime {
  readonly days: ThreePoint;
  /** effort: person-days of own people; wait: calendar days. */
  readonly kind: 'effort' | 'wait';
  readonly why: string;
}

/** How single estimates spread: three fifths at best, twice at worst. An assumption, shown as such. */
export const SPREAD = { min: 0.6, max: 2 } as const;
/** How all estimates turn out together. An assumption, shown as such. */
export const PACE: ThreePoint = { min: 0.8, mode: 1, max: 1.6 };

export const LEAD_TIMES: Readonly<Record<Lead, LeadTime>> = {
  scope: effort(
    [1, 2, 4],
    'ISO/IEC 27001 4.3 asks for a scope; the description of a SOC 2 system (DC 1) needs the same boundaries.',
  ),
  risk_assessment: effort(
    [3, 5, 10],
    'ISO/IEC 27001 6.1.2 and 8.2, SOC 2 CC3.2: risks are assessed by a method that was set before.',
  ),
  statement: effort(
    [2, 3, 6],
    'ISO/IEC 27001 6.1.3 d: a statement of applicability with reasons, and a treatment plan that risk owners approve.',
  ),
  description: effort(
    [2, 4, 8],
    'SOC 2 reports on a description of the system by criteria DC 1 to 9, and on the management’s assertion.',
  ),
  internal_audit: effort(
    [3, 4, 8],
    'ISO/IEC 27001 9.2; a full round before stage 2 is what certification bodies expect, stage 1 asks for it (ISO/IEC 17021-1 9.3.1.2).',
  ),
  management_review: effort(
    [0.5, 1, 2],
    'ISO/IEC 27001 9.3: all seven inputs, with results of the internal audit among them.',
  ),
  evaluation: effort(
    [1, 2, 4],
    'SOC 2 CC4.1: evaluations of whether controls are present and work, inside the period.',
  ),
  iso_operation: wait(
    [30, 60, 90],
    'Stage 2 looks at effectiveness (ISO/IEC 17021-1 9.3.1.3): it samples records, so controls have run for some time.',
  ),
  auditor_iso: wait(
    [28, 56, 112],
    'Quotation, contract and a free place in the calendar of a certification body; assumed until a date is booked.',
  ),
  stage1: wait([1, 2, 3], 'ISO/IEC 17021-1 9.3.1.2: documents, scope, internal audit and management review.'),
  stage1_gap: wait(
    [14, 42, 84],
    'Two to twelve weeks to answer what stage 1 found; after more than six months stage 1 is usually repeated.',
  ),
  stage2: wait([2, 5, 10], 'ISO/IEC 17021-1 9.3.1.3; days by headcount after ISO/IEC 27006-1.'),
  corrections: wait(
    [0, 21, 90],
    'Major nonconformities are corrected with proof before the decision (commonly within 90 days; ISO/IEC 17021-1 9.5.3.2 within six months).',
  ),
  decision: wait(
    [7, 21, 42],
    'ISO/IEC 17021-1 9.5: somebody who was not in the audit decides; the cycle of three years counts from that day.',
  ),
  auditor_soc2: wait([14, 28, 56], 'Choice and engagement of a CPA firm; assumed until a date is booked.'),
  type1_fieldwork: wait([7, 14, 28], 'Tests of design at the date of the report (AT-C 205).'),
  type1_report: wait([14, 21, 28], 'Drafting, review by the firm, signature.'),
  type2_fieldwork: wait([14, 21, 28], 'Tests of operation over the period, two to four weeks.'),
  type2_report: wait(
    [14, 21, 35],
    'Reports are commonly issued four to six weeks after the period ends, fieldwork included, or later.',
  ),
};

type Points = readonly [min: number, mode: number, max: number];

function effort([min, mode, max]: Points, why: string): LeadTime {
  return { kind: 'effort', days: { min, mode, max }, why };
}

function wait([min, mode, max]: Points, why: string): LeadTime {
  return { kind: 'wait', days: { min, mode, max }, why };
}
