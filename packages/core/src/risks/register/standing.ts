// How a risk stands on a day, and what is wrong about it; a function of the record, the method and the day.
import { dateOfDay, dayOfDate, type PlainDate } from '../../kernel/index.ts';
import { addMonths } from '../../monitoring/index.ts';
import type { RiskMethod } from '../method.ts';
import { standingAssessment, type Acceptance, type Risk } from './risk.ts';

/**
 * unassessed: nobody knows; acceptable: its level needs no treatment; accepted: above that, and somebody with the
 * authority takes it; treated: a treatment is chosen; open: above, and nothing is decided.
 */
export const RISK_STATES = ['unassessed', 'open', 'treated', 'accepted', 'acceptable', 'closed'] as const;
export type RiskState = (typeof RISK_STATES)[number];

export const RISK_LINTS = [
  'risk.unassessed',
  'risk.untreated',
  'risk.no_owner',
  'risk.acceptance_expired',
  'risk.retained_unaccepted',
  'risk.treatment_unowned',
  'risk.treatment_undated',
  'risk.treatment_overdue',
  'risk.review_overdue',
  'risk.older_method',
] as const;
export type RiskLintCode = (typeof RISK_LINTS)[number];

export interface RiskLint {
  readonly code: RiskLintCode;
  /** Day that it is about, where there is one. */
  readonly day: PlainDate | undefined;
}

/** Planned intervals of 8.2, where nobody has named one. */
const UNREVIEWED_MONTHS = 12;

export interface RiskStanding {
  readonly state: RiskState;
  /** Index into the levels of the method that it was assessed by. */
  readonly level: number | undefined;
  readonly acceptable: boolean;
  /** The acceptance that holds on the day. */
  readonly acceptance: Acceptance | undefined;
  /** Day by which it is to be looked at again. */
  readonly reviewDue: PlainDate | undefined;
  readonly lints: readonly RiskLint[];
}

export interface StandingAsked {
  readonly method: RiskMethod;
  readonly revision: number;
  readonly today: PlainDate;
}

export function riskStanding(risk: Risk, asked: StandingAsked): RiskStanding {
  const { method, today } = asked;
  const level = standingAssessment(risk)?.level;
  const acceptable = level !== undefined && level <= method.acceptable;
  const acceptance = risk.acceptances.findLast(({ on, until }) => on <= today && today < until);
  const state = stateOf(risk, { level, acceptable, acceptance });
  const reviewDue = reviewDueOf(risk);
  return {
    state,
    level,
    acceptable,
    acceptance,
    reviewDue,
    lints: risk.closed ? [] : lintsOf(risk, { ...asked, state, reviewDue }),
  };
}

/** As the last review said; one that nobody has looked at since it was assessed is due twelve months after that. */
function reviewDueOf(risk: Risk): PlainDate | undefined {
  const last = risk.reviews.at(-1);
  if (last) return last.next;
  const standing = standingAssessment(risk);
  return standing && dateOfDay(addMonths(dayOfDate(standing.on), UNREVIEWED_MONTHS));
}

function stateOf(
  risk: Risk,
  { level, acceptable, acceptance }: Pick<RiskStanding, 'level' | 'acceptable' | 'acceptance'>,
): RiskState {
  if (risk.closed) return 'closed';
  if (level === undefined) return 'unassessed';
  if (acceptable) return 'acceptable';
  // An acceptance covers the level that was accepted, not one that the risk has grown to since.
  if (acceptance !== undefined && level <= acceptance.level) return 'accepted';
  // Retaining is not a treatment that brings a risk down: above what is acceptable somebody has to take it.
  return risk.treatment !== undefined && risk.treatment.option !== 'retain' ? 'treated' : 'open';
}

function lintsOf(
  risk: Risk,
  asked: StandingAsked & { readonly state: RiskState; readonly reviewDue: PlainDate | undefined },
): readonly RiskLint[] {
  const { today, state, reviewDue, revision } = asked;
  const { treatment } = risk;
  const above = state === 'open' || state === 'treated';
  const last = risk.acceptances.at(-1);
  const found: readonly (RiskLint | false | undefined)[] = [
    state === 'unassessed' && lint('risk.unassessed'),
    state === 'open' && treatment === undefined && lint('risk.untreated'),
    risk.owner === undefined && lint('risk.no_owner'),
    above && last !== undefined && last.until <= today && lint('risk.acceptance_expired', last.until),
    state === 'open' && treatment?.option === 'retain' && lint('risk.retained_unaccepted'),
    treatment &&
      treatment.option !== 'retain' &&
      above &&
      treatment.owner === undefined &&
      lint('risk.treatment_unowned'),
    treatment &&
      treatment.option !== 'retain' &&
      above &&
      treatment.due === undefined &&
      lint('risk.treatment_undated'),
    treatment?.due !== undefined &&
      above &&
      treatment.due < today &&
      lint('risk.treatment_overdue', treatment.due),
    reviewDue !== undefined && reviewDue < today && lint('risk.review_overdue', reviewDue),
    olderMethod(risk, revision) && lint('risk.older_method'),
  ];
  return found.flatMap((each) => (each ? [each] : []));
}

/** Levels of two versions of a method are not the same measure. */
function olderMethod(risk: Risk, revision: number): boolean {
  const standing = standingAssessment(risk);
  return standing !== undefined && standing.method !== revision;
}

function lint(code: RiskLintCode, day?: PlainDate): RiskLint {
  return { code, day };
}
