// What the network of an option is made from: the work that remains, who can do it, and how long others take.
import type { OwnerRole } from '../controls/index.ts';
import type { Period, PlainDate } from '../kernel/index.ts';
import type { Credential } from './credential.ts';
import type { Lead } from './leads.ts';
import type { Lane, ThreePoint } from './network.ts';

/** Work to do by one role for one lane, all together; person-days, most likely. */
export interface GroupedWork {
  readonly role: OwnerRole;
  readonly serves: Lane;
  readonly days: number;
}

/** One thing to do. */
export interface WorkItem extends GroupedWork {
  /** Stable as long as the same thing is to be done. */
  readonly id: string;
  readonly title: string;
  readonly because: string;
  /** Day by which somebody planned it. */
  readonly due?: PlainDate | undefined;
}

export type PlanWork =
  | { readonly kind: 'grouped'; readonly groups: readonly GroupedWork[] }
  | { readonly kind: 'detailed'; readonly items: readonly WorkItem[] };

/** Parts of the groundwork that a company may have done already. */
export const GROUNDWORK = ['scope', 'risk_assessment', 'statement', 'description'] as const;
export type Groundwork = (typeof GROUNDWORK)[number];

/** A date that somebody set upon a task. */
export interface PlanDate {
  readonly task: string;
  readonly kind: 'fixed' | 'not_before' | 'due';
  readonly date: PlainDate;
}

export interface PlanGround {
  readonly start: PlainDate;
  readonly work: PlanWork;
  readonly capacity: Readonly<Partial<Record<OwnerRole, number>>>;
  readonly holidays: readonly PlainDate[];
  readonly held: readonly Credential[];
  readonly done: readonly Groundwork[];
  /** Days that key controls have run with accepted evidence behind them. */
  readonly evidenceDays: number;
  /** Length of the first Type II period in days. */
  readonly windowDays: number;
  /** The Type II period that is set already; its days stand whatever the option says. */
  readonly period: Period | undefined;
  /** ISO first goes on to Type II where both are wished. */
  readonly wantsBoth: boolean;
  readonly leads: Readonly<Partial<Record<Lead, ThreePoint>>>;
  readonly dates: readonly PlanDate[];
}

/** A ground with nothing but work and people: everything else as it commonly is. */
export function groundOf(
  said: Pick<PlanGround, 'start' | 'work' | 'capacity'> & Partial<PlanGround>,
): PlanGround {
  return {
    holidays: [],
    held: [],
    done: [],
    evidenceDays: 0,
    windowDays: WINDOW_DAYS,
    period: undefined,
    wantsBoth: false,
    leads: {},
    dates: [],
    ...said,
  };
}

/** A first period of three months: the shortest that is in use (the article: three to twelve). */
export const WINDOW_DAYS = 90;
export const LEAST_WINDOW_DAYS = 90;
/** Twelve months, the day of a leap year among them. */
export const MOST_WINDOW_DAYS = 366;

/** Fewer days of evidence do not show that the key controls run. */
export const EVIDENCE_THAT_COUNTS = 30;

/** After more than six months between the stages, certification bodies usually repeat stage 1. */
export const STAGE_GAP_DAYS = 182;
