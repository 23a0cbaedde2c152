// What the company does once, and which requirements of both frameworks it answers.
import type { RequirementRef } from '../frameworks/index.ts';
import type { ControlCode, Instant } from '../kernel/index.ts';

export const OWNER_ROLES = [
  'founder',
  'security_lead',
  'engineering_lead',
  'platform_engineer',
  'people_lead',
  'it_admin',
  'product_lead',
  'finance_lead',
  'legal_counsel',
] as const;
export const CONTROL_KINDS = ['automated', 'manual', 'event', 'policy'] as const;
export const FREQUENCIES = [
  'continuous',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'semi_annual',
  'annual',
  'per_event',
  'once',
] as const;
/** What the control does, compared with what the requirement asks. */
export const RELATIONS = ['equal', 'subset', 'superset', 'intersects'] as const;
/** full: alone satisfies the heart of it; partial: needed, with others; supporting: helps, never enough. */
export const STRENGTHS = ['full', 'partial', 'supporting'] as const;

export type OwnerRole = (typeof OWNER_ROLES)[number];
export type ControlKind = (typeof CONTROL_KINDS)[number];
export type Frequency = (typeof FREQUENCIES)[number];
export type Relation = (typeof RELATIONS)[number];
export type Strength = (typeof STRENGTHS)[number];

/** That a control answers a requirement, how strongly, and why. */
export interface Mapping {
  readonly control: ControlCode;
  readonly to: RequirementRef;
  readonly relation: Relation;
  readonly strength: Strength;
  readonly rationale: string;
  readonly source: string;
  /** Role of the person who reviewed it, or `unreviewed`. */
  readonly reviewer: string;
}

/** A control as the company states it. */
export interface Control {
  readonly code: ControlCode;
  readonly domain: string;
  readonly name: string;
  readonly objective: string;
  readonly activity: string;
  readonly ownerRole: OwnerRole;
  readonly kind: ControlKind;
  readonly frequency: Frequency;
  /** Age in days beyond which evidence of it is stale. */
  readonly freshnessDays: number;
  /** Person-days to put it in place the first time. */
  readonly effortDays: number;
  readonly evidence: { readonly ask: string; readonly good: string; readonly bad: string };
}

/** Whether the company has taken the control up, and how far it is. */
export type ControlState =
  | { readonly state: 'undecided' }
  | {
      readonly state: 'adopted';
      readonly implementation: 'planned' | 'implemented';
      readonly since: Instant;
      readonly owner?: string;
    }
  | { readonly state: 'not_adopted'; readonly because: string; readonly since: Instant };

/** The company's recorded word on whether a requirement applies to it. */
export type Applicability =
  | { readonly applies: true; readonly because: string }
  | { readonly applies: false; readonly why: string };
