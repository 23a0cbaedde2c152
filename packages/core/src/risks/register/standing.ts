// How a risk stands on a day, and what is wrong about it; a function of the record, the method and the day.
import { dateOfDay, dayOfDate, type PlainDate } from '../../kernel/index.ts';
import { addMonths } from '../../monitoring/index.ts';
import { measuresAlike, methodOfVersion, type Methods } from '../measure.ts';
import type { RiskMethod } from '../method.ts';
import { standingAssessment, type Acceptance, type Assessment, type Risk } from './risk.ts';

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
  'risk.acceptance_other_method',
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
  /** The method that gives the level its name and its limit: the one in force where both measure alike. */
  readonly by: RiskMethod | undefined;
  readonly acceptable: boolean;
  /** The acceptance that holds on the day. */
  readonly acceptance: Acceptance | undefined;
  /** Day by which it is to be looked at again. */
  readonly reviewDue: PlainDate | undefined;
  readonly lints: readonly RiskLint[];
}

export interface StandingAsked extends Methods {
  readonly today: PlainDate;
}

export function riskStanding(risk: Risk, asked: StandingAsked): RiskStanding {
  const { today } = asked;
  const standing = standingAssessment(risk);
  const by = standing && methodBehind(asked, standing.method);
  const level = standing?.level;
  const acceptable = level !== undefined && by !== undefined && level <= by.acceptable;
  const acceptance = risk.acceptances.findLast(({ on, until }) => on <= today && today < until);
  const covered = acceptance !== undefined && standing !== undefined && covers(asked, acceptance, standing);
  const state = stateOf(risk, { level, acceptable, covered });
  const reviewDue = reviewDueOf(risk);
  return {
    state,
    level,
    by,
    acceptable,
    acceptance,
    reviewDue,
    lints: risk.closed ? [] : lintsOf(risk, { ...asked, state, reviewDue, acceptance }),
  };
}

/** The method in force where it measures as the one before did; else the one that was assessed by. */
function methodBehind(asked: StandingAsked, version: number): RiskMethod | undefined {
  return measuresAlike(asked, version, asked.revision) ? asked.method : methodOfVersion(asked, version);
}

/** An acceptance covers the level that was accepted, as far as the two measure alike; not one that has grown since. */
function covers(asked: StandingAsked, acceptance: Acceptance, { level, method }: Assessment): boolean {
  return measuresAlike(asked, acceptance.method, method) && level <= acceptance.level;
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
  { level, acceptable, covered }: Pick<RiskStanding, 'level' | 'acceptable'> & { readonly covered: boolean },
): RiskState {
  if (risk.closed) return 'closed';
  if (level === undefined) return 'unassessed';
  if (acceptable) return 'acceptable';
  if (covered) return 'accepted';
  // Retaining is not a treatment that brings a risk down: above what is acceptable somebody has to take it.
  return risk.treatment !== undefined && risk.treatment.option !== 'retain' ? 'treated' : 'open';
}

function lintsOf(
  risk: Risk,
  asked: StandingAsked & Pick<RiskStanding, 'state' | 'reviewDue' | 'acceptance'>,
): readonly RiskLint[] {
  const { today, state, reviewDue, acceptance } = asked;
  const { treatment } = risk;
  const standing = standingAssessment(risk);
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
    standing && !measuresAlike(asked, standing.method, asked.revision) && lint('risk.older_method'),
    above &&
      standing &&
      acceptance &&
      !measuresAlike(asked, acceptance.method, standing.method) &&
      lint('risk.acceptance_other_method'),
  ];
  return found.flatMap((each) => (each ? [each] : []));
}

function lint(code: RiskLintCode, day?: PlainDate): RiskLint {
  return { code, day };
}
