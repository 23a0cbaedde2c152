// What stands in an input, in a few words. Pure.
import { amountText, NEED_WORDS, REGION_WORDS, SEGMENT_WORDS } from '@assay/core';
import { said } from '../../../ui/words.ts';
import type { Field, Situation } from '../advice.ts';

const MOST = 3;

export function valueWords(field: Field, situation: Situation): string {
  return SAYS[field](situation);
}

const SAYS: Readonly<Record<Field, (situation: Situation) => string>> = {
  buyers: ({ buyers }) =>
    few(
      buyers
        .toSorted((a, b) => b.percent - a.percent)
        .map(
          ({ region, segment, percent }) =>
            `${known(percent)} % ${bare(REGION_WORDS[region])}, ${SEGMENT_WORDS[segment]}`,
        ),
      'not said',
    ),
  asked: ({ asked }) =>
    few(
      asked.map(({ need, count }) => `${known(count)} × ${NEED_WORDS[need]}`),
      'nothing by name',
    ),
  deals: ({ deals }) =>
    few(
      deals.map(({ name, due }) => `${name} by ${due}`),
      'none',
    ),
  clauses: ({ clauses }) =>
    few(
      clauses.map(({ name, due }) => `${name} by ${due}`),
      'none',
    ),
  public_proof: ({ public_proof }) => said(public_proof),
  wants_both: ({ wants_both }) => (wants_both ? 'yes' : 'no'),
  data: ({ data }) => few(data.map(said), 'nothing'),
  people: ({ people }) => known(people, amountText),
  sites: ({ sites }) => known(sites, amountText),
  systems: ({ systems }) => known(systems, amountText),
  existing: ({ existing }) => {
    const days = existing.remaining.reduce((sum, each) => sum + each.days, 0);
    const held =
      existing.held.length === 0
        ? ''
        : `; in hand: ${existing.held.map((each) => NEED_WORDS[each]).join(', ')}`;
    return `${Math.round(days)} person-days remain, ${known(existing.evidence_days)} days of evidence${held}`;
  },
  capacity: ({ capacity }) => {
    const all = Object.values(capacity);
    return `${known(
      all.reduce((sum, each) => sum + each, 0),
      tenths,
    )} person-days a month over ${all.length} roles`;
  },
  budget: ({ budget, currency }) =>
    budget === null ? 'no ceiling' : `${currency} ${known(budget, amountText)}`,
  runway_months: ({ runway_months }) =>
    runway_months === null
      ? 'no question'
      : runway_months === 1
        ? '1 month'
        : `${known(runway_months)} months`,
  currency: ({ currency }) => currency,
  rates: ({ rates, currency }) =>
    few(
      Object.entries(rates).map(([code, rate]) => `1 ${code} = ${known(rate)} ${currency}`),
      'none needed',
    ),
};

function few(all: readonly string[], none: string): string {
  if (all.length === 0) return none;
  return all.length <= MOST
    ? all.join('; ')
    : `${all.slice(0, MOST).join('; ')} and ${all.length - MOST} more`;
}

/** `the United States` in a list of places. */
function bare(place: string): string {
  return place.replace(/^the /, '');
}

/** What is typed is not always a number yet. */
function known(number: number, text: (number: number) => string = String): string {
  return Number.isFinite(number) ? text(number) : '?';
}

function tenths(number: number): string {
  return String(Math.round(number * 10) / 10);
}
