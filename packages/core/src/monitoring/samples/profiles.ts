// Named sample sizes. No standard prescribes a table; firms have their own, so each is a profile that can be edited.
import type { FrequencyClass } from './frequency.ts';

/** Rows of a population from which a size holds: `upTo` null is without end; `size` null takes every row. */
export interface SizeBand {
  readonly upTo: number | null;
  readonly size: number | null;
}

export type SizeRule =
  /** A size for each class of frequency. */
  | { readonly kind: 'table'; readonly sizes: Readonly<Record<FrequencyClass, number>> }
  /** A size for each span of the population. */
  | { readonly kind: 'bands'; readonly bands: readonly SizeBand[] }
  /** A part of the population, rounded up, between two limits. */
  | { readonly kind: 'percent'; readonly percent: number; readonly least: number; readonly most: number }
  /**
   * Attribute sampling: so many that no more than `expectedDeviations` among them would speak, with this confidence,
   * against a rate as high as tolerable. Percents with at most two decimals. `finite` counts without replacement.
   */
  | {
      readonly kind: 'attribute';
      readonly confidence: number;
      readonly tolerableRate: number;
      readonly expectedDeviations: number;
      readonly finite: boolean;
    };

export interface SizeProfile {
  /** Stable name, lower case with hyphens. */
  readonly name: string;
  readonly title: string;
  readonly rule: SizeRule;
  /** Where the numbers come from, so that an auditor can look. */
  readonly source: string;
}

/** The profile that a draw took: its whole version and what it was asked, so that the reason stays true after an edit. */
export interface UsedProfile extends SizeProfile {
  /** Version of the organisation's own profile; 0 for one that comes along. */
  readonly revision: number;
  readonly frequency: FrequencyClass | null;
  readonly configurations: number;
}

/** Whether an organisation's own profile may not have this name: it comes along, or means a size without a profile. */
export function isReservedProfile(name: string): boolean {
  return name === 'own' || SIZE_PROFILES.some((each) => each.name === name);
}

/** The profiles that come along; the first is the default. */
export const SIZE_PROFILES: readonly SizeProfile[] = [
  {
    name: 'common',
    title: 'By frequency',
    rule: {
      kind: 'table',
      sizes: {
        annual: 1,
        semi_annual: 2,
        quarterly: 2,
        monthly: 2,
        weekly: 5,
        daily: 25,
        many_a_day: 25,
        automated: 1,
      },
    },
    source: 'the usual numbers of published SOX and SOC guides; no standard prescribes them',
  },
  {
    name: 'banded',
    title: 'By size of the population',
    rule: {
      kind: 'bands',
      bands: [
        { upTo: 50, size: null },
        { upTo: 100, size: 25 },
        { upTo: 250, size: 40 },
        { upTo: null, size: 60 },
      ],
    },
    source: 'the upper ends of published bands for event controls (up to 50 all, 51-100, 101-250, more)',
  },
  {
    name: 'ten-percent',
    title: 'Ten percent',
    rule: { kind: 'percent', percent: 10, least: 3, most: 30 },
    source: 'a published rule of thumb: a tenth of the population, at least 3, at most 30',
  },
  {
    name: 'attribute-90-10',
    title: 'Attributes, 90 % / 10 %',
    rule: { kind: 'attribute', confidence: 90, tolerableRate: 10, expectedDeviations: 0, finite: false },
    source: 'attribute sampling: n = ln(1 - confidence) / ln(1 - tolerable rate), rounded up',
  },
  {
    name: 'attribute-95-5',
    title: 'Attributes, 95 % / 5 %',
    rule: { kind: 'attribute', confidence: 95, tolerableRate: 5, expectedDeviations: 0, finite: false },
    source: 'attribute sampling: n = ln(1 - confidence) / ln(1 - tolerable rate), rounded up',
  },
  {
    name: 'finite-95-5',
    title: 'Attributes of a finite population, 95 % / 5 %',
    rule: { kind: 'attribute', confidence: 95, tolerableRate: 5, expectedDeviations: 0, finite: true },
    source: 'attribute sampling without replacement: the hypergeometric distribution',
  },
];
