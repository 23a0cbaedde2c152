// Deals by what they are worth in one money: amounts of different currencies do not compare.
import { compareText } from '../kernel/index.ts';
import { converted } from './currency.ts';
import type { Deal, Situation } from './situation.ts';

/** The largest first, of equals by name; with the place of each in the list. */
export function largestDeals(situation: Situation): readonly { readonly deal: Deal; readonly i: number }[] {
  return situation.deals
    .map((deal, i) => ({ deal, i, worth: converted(situation, deal.amount, deal.currency) }))
    .toSorted((a, b) => b.worth - a.worth || compareText(a.deal.name, b.deal.name));
}
