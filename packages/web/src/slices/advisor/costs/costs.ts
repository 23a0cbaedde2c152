// What is said of a cost, and the points of its fan. Pure.
import { estimateText } from '@assay/core';
import { OPTION_TITLES } from '../../../ui/options.ts';
import type { Option, Range } from '../advice.ts';
import type { FanPoint } from './fan.layout.ts';

export function costSentence({ option, first_year, three_years, cost }: Option, currency: string): string {
  const { own } = cost;
  return `${OPTION_TITLES[option]} most likely costs ${currency} ${estimateText(three_years.p50)} in three years, between ${estimateText(three_years.p10)} and ${estimateText(three_years.p90)} in eight of ten courses; ${estimateText(first_year.p50)} of it in the first year, and ${estimateText(own.three_years.p50)} is the work of your own people.`;
}

/** Nothing is spent before the first quarter. */
export function fanPoints(fan: readonly Range[]): readonly FanPoint[] {
  return [{ quarter: 0, p10: 0, p50: 0, p90: 0 }, ...fan.map((range, i) => ({ quarter: i + 1, ...range }))];
}

export function quarterName(quarter: number): string {
  const [year, of] = [Math.ceil(quarter / 4), ((quarter - 1) % 4) + 1];
  return `year ${year}, quarter ${of}`;
}
