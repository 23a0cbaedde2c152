// What may be said of a risk: each decision is checked against the method and what stands, and gives the next record.
import { addDays, err, ok, type PlainDate, type Result } from '../../kernel/index.ts';
import { levelOf, mayAccept, type RiskMethod } from '../method.ts';
import {
  assessmentOf,
  standingAssessment,
  type Acceptance,
  type Assessed,
  type RiskReview,
  type Risk,
  type Treatment,
} from './risk.ts';

export interface RiskFault {
  readonly code:
    | 'risk.off_scale'
    | 'risk.not_assessed'
    | 'risk.not_reassessed'
    | 'risk.no_authority'
    | 'risk.acceptance_too_long'
    | 'risk.day'
    | 'risk.treatment'
    | 'risk.closed';
  readonly pointer: string;
  readonly detail: string;
}

/** Roles that the company gives to people: `held` by whoever accepts, of all that are `kept`; undefined where none are approved. */
export type RolesInForce = { readonly kept: readonly string[]; readonly held: readonly string[] } | undefined;

/** The method in force and its version. */
export interface MethodVersion {
  readonly method: RiskMethod;
  readonly revision: number;
}

export interface Said {
  readonly by: string;
  readonly today: PlainDate;
}

/** Longest time for which a risk may be accepted, in days: twelve months. */
export const LONGEST_ACCEPTANCE = 366;

export function assessRisk(
  risk: Risk,
  given: {
    readonly of: Assessed;
    readonly likelihood: number;
    readonly impact: number;
    readonly justification: string;
    readonly on: PlainDate;
  },
  around: MethodVersion & Said,
): Result<Risk, RiskFault> {
  const { method, revision, by, today } = around;
  if (risk.closed) return err(isClosed(risk));
  if (given.on > today) return err(future('/on'));
  const level = levelOf(method, given);
  if (!level.ok) {
    const scale = level.error.pointer === '/likelihood' ? method.likelihood : method.impact;
    return err({
      code: 'risk.off_scale',
      pointer: level.error.pointer,
      detail: `The scale has the steps 1 to ${scale.length}.`,
    });
  }
  const inherent = assessmentOf(risk, 'inherent');
  if (given.of !== 'inherent' && inherent === undefined)
    return err({
      code: 'risk.not_assessed',
      pointer: '/of',
      detail: 'Assess the inherent risk first: what remains is only told beside what there was.',
    });
  return ok({
    ...risk,
    assessments: [...risk.assessments, { ...given, level: level.value, method: revision, by }],
  });
}

export function treatRisk(
  risk: Risk,
  given: Omit<Treatment, 'decidedOn' | 'by'>,
  { by, today }: Said,
): Result<Risk, RiskFault> {
  if (risk.closed) return err(isClosed(risk));
  if (standingAssessment(risk) === undefined)
    return err({
      code: 'risk.not_assessed',
      pointer: '/option',
      detail: 'A treatment is chosen for a level: assess the risk first.',
    });
  if (given.option === 'modify' && given.controls.length === 0 && given.plan.trim() === '')
    return err({
      code: 'risk.treatment',
      pointer: '/controls',
      detail: 'A risk is modified by controls: name them, or write down which are to be found.',
    });
  if (given.option === 'retain' && given.controls.length > 0)
    return err({
      code: 'risk.treatment',
      pointer: '/controls',
      detail: 'A risk that is retained is not changed by controls; to change it, choose modify.',
    });
  return ok({ ...risk, treatment: { ...given, decidedOn: today, by } });
}

/** Takes what remains. Its level is that of the last assessment; nobody types in a residual level. */
export function acceptRisk(
  risk: Risk,
  given: Pick<Acceptance, 'by' | 'role' | 'reason' | 'conditions' | 'on' | 'until'>,
  around: MethodVersion & Said & { readonly roles: RolesInForce },
): Result<Risk, RiskFault> {
  const { method, revision, by: recordedBy, today, roles } = around;
  const remaining = remainingAfterTreatment(risk);
  if (!remaining.ok) return remaining;
  const { level } = remaining.value;
  if (given.on > today) return err(future('/on'));
  if (given.until <= given.on)
    return err({ code: 'risk.day', pointer: '/until', detail: 'An acceptance ends after it begins.' });
  if (given.until > addDays(given.on, LONGEST_ACCEPTANCE))
    return err({
      code: 'risk.acceptance_too_long',
      pointer: '/until',
      detail: `An acceptance holds for twelve months at most: until ${addDays(given.on, LONGEST_ACCEPTANCE)}.`,
    });
  if (!mayAccept(method, level, [given.role]))
    return err({
      code: 'risk.no_authority',
      pointer: '/role',
      detail: `The method lets ${authorised(method, level)} accept a risk that is ${named(method, level)}.`,
    });
  if (roles?.kept.includes(given.role) && !roles.held.includes(given.role))
    return err({
      code: 'risk.no_authority',
      pointer: '/by',
      detail: `${given.by} is not ${given.role} on ${given.on}, as the approved roles say: ${roles.held.length === 0 ? 'no role at all' : roles.held.join(', ')}.`,
    });
  const accepted = { ...given, level, acceptable: method.acceptable, method: revision, recordedBy };
  return ok({ ...risk, acceptances: [...risk.acceptances, accepted] });
}

export function reviewRisk(
  risk: Risk,
  given: Omit<RiskReview, 'by'>,
  { by, today }: Said,
): Result<Risk, RiskFault> {
  if (risk.closed) return err(isClosed(risk));
  if (given.on > today) return err(future('/on'));
  if (given.next <= given.on)
    return err({ code: 'risk.day', pointer: '/next', detail: 'The next review comes after this one.' });
  const since = risk.reviews.at(-1)?.on ?? standingAssessment(risk)?.on;
  if (given.outcome === 'rescored' && !risk.assessments.some(({ on }) => since === undefined || on >= since))
    return err({
      code: 'risk.not_reassessed',
      pointer: '/outcome',
      detail: 'It is rescored by a new assessment: record that first.',
    });
  return ok({ ...risk, reviews: [...risk.reviews, { ...given, by }] });
}

/** What remains may be known only by an assessment that was made after the treatment was chosen (8.2). */
function remainingAfterTreatment(risk: Risk) {
  if (risk.closed) return err(isClosed(risk));
  const standing = standingAssessment(risk);
  if (!standing)
    return err<RiskFault>({
      code: 'risk.not_assessed',
      pointer: '/level',
      detail: 'Nobody knows how large it is: assess it first.',
    });
  const { treatment } = risk;
  const current = assessmentOf(risk, 'current');
  if (
    treatment !== undefined &&
    treatment.option !== 'retain' &&
    (current === undefined || current.on < treatment.decidedOn)
  )
    return err<RiskFault>({
      code: 'risk.not_reassessed',
      pointer: '/level',
      detail: `It is to be treated since ${treatment.decidedOn}; what remains is what a current assessment from that day on says.`,
    });
  return ok(standing);
}

function isClosed({ code, closed }: Risk): RiskFault {
  return {
    code: 'risk.closed',
    pointer: '',
    detail: `${code} was closed on ${closed?.on ?? ''}: ${closed?.because ?? ''}`,
  };
}

function future(pointer: string): RiskFault {
  return { code: 'risk.day', pointer, detail: 'Nothing is recorded of a day to come.' };
}

function named(method: RiskMethod, level: number): string {
  return method.levels[level]?.name ?? `level ${level + 1}`;
}

function authorised(method: RiskMethod, level: number): string {
  const roles = method.authority.filter(({ upTo }) => level <= upTo).map(({ role }) => role);
  return roles.length === 0 ? 'nobody' : `only ${roles.join(', ')}`;
}
