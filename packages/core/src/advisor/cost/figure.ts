// A figure: something that the cost is computed from, with where it comes from, open to be replaced by who knows better.
import type { PlainDate } from '../../kernel/index.ts';
import type { ThreePoint } from '../../plan/index.ts';

/** Grows with the organisation: what it is at 10 people and fewer, and at 1,000 and more. */
export interface ByPeople {
  readonly at10: number;
  readonly at1000: number;
}

export type FigureValue = number | ThreePoint | ByPeople;

/** What a figure counts, with the least and the most that it can be; whole: no fractions. */
export const FIGURE_UNITS = {
  money: { least: 0, most: 1e9, whole: false, money: true, per: '' },
  money_day: { least: 0, most: 1e6, whole: false, money: true, per: 'a person-day' },
  money_year: { least: 0, most: 1e9, whole: false, money: true, per: 'a year' },
  money_person: { least: 0, most: 1e6, whole: false, money: true, per: 'a person and year' },
  money_visit: { least: 0, most: 1e6, whole: false, money: true, per: 'a visit' },
  days: { least: 0, most: 100_000, whole: false, money: false, per: 'person-days' },
  months: { least: 0, most: 60, whole: false, money: false, per: 'months' },
  share: { least: 0, most: 1, whole: false, money: false, per: '' },
  factor: { least: 0, most: 10, whole: false, money: false, per: '' },
  score: { least: 1, most: 3, whole: true, money: false, per: 'of 1 to 3' },
  count: { least: 0, most: 10_000, whole: true, money: false, per: '' },
} as const;
export type FigureUnit = keyof typeof FIGURE_UNITS;

/** A figure as it stands where nobody said another. Money is in US dollars. */
export interface FigureRow {
  readonly label: string;
  readonly unit: FigureUnit;
  readonly value: FigureValue;
  readonly source: string;
  /** True where no source gives the number: it is a guess that waits for a better one. */
  readonly assumption: boolean;
}

/** A figure that is computed from others and from the situation; it, too, can be replaced by what somebody knows. */
export interface DerivedRow {
  readonly label: string;
  readonly unit: FigureUnit;
  /** The rule, without its numbers. */
  readonly rule: string;
  readonly source: string;
  readonly assumption: boolean;
}

/** Somebody's own value. Money is in `currency`, or in that of the situation where none is named. */
export interface FigureOverride {
  readonly value: FigureValue;
  readonly currency?: string | undefined;
  readonly who: string;
  readonly why: string;
  readonly when: PlainDate;
}

export type FigureOverrides = Readonly<Record<string, FigureOverride>>;

/** A figure in use: what an answer was computed with. Money is in the situation's currency. */
export interface CostFigure {
  readonly key: string;
  readonly label: string;
  readonly unit: FigureUnit;
  readonly value: number | ThreePoint;
  /** How it comes about, in words with the numbers put in. */
  readonly formula: string;
  readonly source: string;
  readonly assumption: boolean;
  readonly overridden:
    | {
        readonly who: string;
        readonly why: string;
        readonly when: PlainDate;
        readonly instead: number | ThreePoint;
      }
    | undefined;
}

/** What is wrong with a figure or a rate that was given: one sentence and its place. */
export interface CostFault {
  readonly code: 'figure.unknown' | 'figure.value' | 'figure.reason' | 'rate.missing';
  /** JSON Pointer: into the figures (`/figures/rate.founder/value`) or the situation (`/rates/USD`). */
  readonly pointer: string;
  readonly detail: string;
}

export function isByPeople(value: FigureValue): value is ByPeople {
  return typeof value === 'object' && 'at10' in value;
}
