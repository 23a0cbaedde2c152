// What the advice is made from: a company as it is today, every field with a value that somebody gave, counted or left as it comes.
import type { OwnerRole } from '../controls/index.ts';
import type { PlainDate } from '../kernel/index.ts';
import type { Credential, CredentialNeed } from '../plan/index.ts';

/** Where buyers are. `multinational`: large firms that buy for many countries at once. */
export const REGIONS = [
  'united_states',
  'canada',
  'european_union',
  'united_kingdom',
  'middle_east',
  'asia_pacific',
  'latin_america',
  'africa',
  'multinational',
] as const;
export type Region = (typeof REGIONS)[number];

/** Who buys. */
export const SEGMENTS = [
  'saas',
  'technology',
  'enterprise',
  'regulated',
  'public_sector',
  'small_business',
] as const;
export type Segment = (typeof SEGMENTS)[number];

/** What is held for customers. */
export const DATA_KINDS = ['business', 'personal', 'health', 'payment', 'source_code', 'government'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

/** A part of the pipeline. */
export interface BuyerShare {
  readonly region: Region;
  readonly segment: Segment;
  /** Of the value of the pipeline; all shares sum to 100. */
  readonly percent: number;
}

/** How many questionnaires and requests of the last year asked for something by name. */
export interface Asked {
  readonly need: CredentialNeed;
  readonly count: number;
}

/** A sale that waits for a credential. */
export interface Deal {
  /** Named by its user; unique among deals and clauses. */
  readonly name: string;
  /** Yearly value, whole units of `currency`. */
  readonly amount: number;
  readonly currency: string;
  readonly due: PlainDate;
  readonly needs: CredentialNeed;
  /** Days of operation that the buyer wants to see in a current Type II; undefined where they say nothing. */
  readonly periodDays?: number | undefined;
}

/** A contract or tender that names one: later than its day is a breach or a lost bid, whatever else speaks for it. */
export interface Clause {
  readonly name: string;
  readonly kind: 'contract' | 'tender';
  readonly needs: CredentialNeed;
  readonly due: PlainDate;
}

/** Work still to do, by who does it and which framework waits for it; from the gaps where there are data. */
export interface RemainingWork {
  readonly role: OwnerRole;
  /** shared: a control that answers both. */
  readonly serves: 'iso' | 'soc2' | 'shared';
  /** Person-days, most likely. */
  readonly days: number;
}

/** Where the company stands already. */
export interface Existing {
  readonly remaining: readonly RemainingWork[];
  /** Days that key controls have run with accepted evidence behind them, counted back from today. */
  readonly evidenceDays: number;
  /** In hand and valid today. */
  readonly held: readonly Credential[];
  /** Other certificates by name; those of management systems, such as ISO 9001, shorten the audit. */
  readonly others: readonly string[];
}

/** Person-days a month that each role can give; a role that is not listed gives none. */
export type Capacity = Readonly<Partial<Record<OwnerRole, number>>>;

export interface Situation {
  readonly today: PlainDate;
  /** ISO 4217; every figure of the answer is in it. */
  readonly currency: string;
  /** What one unit of another currency is worth in `currency`; entered, never fetched. */
  readonly rates: Readonly<Record<string, number>>;
  /** Sums to 100, or is empty where nobody knows. */
  readonly buyers: readonly BuyerShare[];
  readonly asked: readonly Asked[];
  readonly deals: readonly Deal[];
  readonly clauses: readonly Clause[];
  /** A proof that may be shown to everybody: only a certificate is one. */
  readonly publicProof: 'needed' | 'useful' | 'not_needed';
  readonly data: readonly DataKind[];
  readonly people: number;
  readonly sites: number;
  readonly systems: number;
  readonly existing: Existing;
  /** What may be paid to others in the first year, in `currency`; undefined: no ceiling was named. */
  readonly budget: number | undefined;
  readonly capacity: Capacity;
  /** Months that the money lasts; undefined: not a question. */
  readonly runwayMonths: number | undefined;
  readonly wantsBoth: boolean;
}

export type SituationField = Exclude<keyof Situation, 'today'>;

/** entered: a person said so; counted: from records of this organisation; assumed: nobody said, the default stands. */
export type FieldOrigin = 'entered' | 'counted' | 'assumed';

/** A situation with where each field came from. */
export interface Described {
  readonly situation: Situation;
  readonly origins: Readonly<Record<SituationField, FieldOrigin>>;
}

/** What was answered so far: every field may be missing. */
export type Answers = Readonly<{ [F in SituationField]?: Situation[F] | undefined }>;
