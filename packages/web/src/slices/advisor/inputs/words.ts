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
            `${percent} % ${bare(REGION_WORDS[region])}, ${SEGMENT_WORDS[segment]}`,
        ),
      'not said',
    ),
  asked: ({ asked }) =>
    few(
      asked.map(({ need, count }) => `${count} × ${NEED_WORDS[need]}`),
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
  people: ({ people }) => amountText(people),
  sites: ({ sites }) => amountText(sites),
  systems: ({ systems }) => amountText(systems),
  existing: ({ existing }) => {
    const days = existing.remaining.reduce((sum, each) => sum + each.days, 0);
    const held =
      existing.held.length === 0
        ? ''
        : `; in hand: ${existing.held.map((each) => NEED_WORDS[each]).join(', ')}`;
    return `${Math.round(days)} person-days remain, ${existing.evidence_days} days of evidence${held}`;
  },
  capacity: ({ capacity }) => {
    const all = Object.values(capacity);
    return `${round(all.reduce((sum, each) => sum + each, 0))} person-days a month over ${all.length} roles`;
  },
  budget: ({ budget, currency }) => (budget === null ? 'no ceiling' : `${currency} ${amountText(budget)}`),
  runway_months: ({ runway_months }) => (runway_months === null ? 'no question' : `${runway_months} months`),
  currency: ({ currency }) => currency,
  rates: ({ rates, currency }) =>
    few(
      Object.entries(rates).map(([code, rate]) => `1 ${code} = ${rate} ${currency}`),
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

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
