// All records of the management system as one union: how each kind is numbered, and what is said of it.
import { assertNever, type PlainDate } from '../kernel/index.ts';
import { contextLints, partiesLints, type Context, type Parties } from './context.ts';
import { changeLints, type PlannedChange } from './change.ts';
import { feedbackLints, type Feedback } from './feedback.ts';
import type { IsmsLint } from './lint.ts';
import { objectiveLints, type Objective } from './objective.ts';
import { competenceLints, type Competence } from './people.ts';
import { reviewLints, type ManagementReview } from './review.ts';
import { communicationLints, rolesLints, type Communication, type Roles } from './roles.ts';
import { scopeLints, type Scope } from './scope.ts';

export type IsmsRecord =
  | ({ readonly kind: 'context' } & Context)
  | ({ readonly kind: 'parties' } & Parties)
  | ({ readonly kind: 'scope' } & Scope)
  | ({ readonly kind: 'roles' } & Roles)
  | ({ readonly kind: 'communication' } & Communication)
  | ({ readonly kind: 'objective' } & Objective)
  | ({ readonly kind: 'competence' } & Competence)
  | ({ readonly kind: 'change' } & PlannedChange)
  | ({ readonly kind: 'feedback' } & Feedback)
  | ({ readonly kind: 'review' } & ManagementReview);
export type IsmsKind = IsmsRecord['kind'];

export const ISMS_KINDS = [
  'context',
  'parties',
  'scope',
  'roles',
  'communication',
  'objective',
  'competence',
  'change',
  'feedback',
  'review',
] as const satisfies readonly IsmsKind[];

/** Kinds of which a company has one record, whose id is its kind; the others are numbered behind a prefix: OB-2. */
export const ISMS_PREFIX: Readonly<Record<IsmsKind, string | undefined>> = {
  context: undefined,
  parties: undefined,
  scope: 'SC',
  roles: undefined,
  communication: undefined,
  objective: 'OB',
  competence: 'CP',
  change: 'CH',
  feedback: 'FB',
  review: 'MR',
};

/** The remarks on a record as of a day. */
export function ismsLints(record: IsmsRecord, today: PlainDate): readonly IsmsLint[] {
  switch (record.kind) {
    case 'context':
      return contextLints(record);
    case 'parties':
      return partiesLints(record);
    case 'scope':
      return scopeLints(record);
    case 'roles':
      return rolesLints(record, today);
    case 'communication':
      return communicationLints(record);
    case 'objective':
      return objectiveLints(record, today);
    case 'competence':
      return competenceLints(record, today);
    case 'change':
      return changeLints(record, today);
    case 'feedback':
      return feedbackLints(record, today);
    case 'review':
      return reviewLints(record, today);
    default:
      return assertNever(record);
  }
}
