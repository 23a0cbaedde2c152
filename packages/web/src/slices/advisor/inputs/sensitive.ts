// Inputs that nobody gave and what the advice would be across what is plausible for them. Pure.
import { PLAUSIBLE, type AdviceOption, type DEFAULTS } from '@assay/core';
import { OPTION_TITLES } from '../../../ui/options.ts';
import type { Advice, Field } from '../advice.ts';
import { FIELD_TITLES, isField } from './fields.ts';

/** Fields as core spells them. */
export const CORE_NAMES = {
  buyers: 'buyers',
  asked: 'asked',
  deals: 'deals',
  clauses: 'clauses',
  public_proof: 'publicProof',
  wants_both: 'wantsBoth',
  data: 'data',
  people: 'people',
  sites: 'sites',
  systems: 'systems',
  existing: 'existing',
  capacity: 'capacity',
  budget: 'budget',
  runway_months: 'runwayMonths',
  currency: 'currency',
  rates: 'rates',
} as const satisfies Readonly<Record<Field, keyof typeof DEFAULTS>>;

export function isSensitive(
  each: Advice['confidence']['sensitive'][number],
): each is { field: Field; options: AdviceOption[] } {
  return isField(each.field);
}

export function sensitiveWords(field: Field, options: readonly AdviceOption[]): string {
  const tried = PLAUSIBLE[CORE_NAMES[field]].words;
  return `${FIELD_TITLES[field]}: nobody said it, and across what is plausible the advice would be ${orOf(options.map((each) => OPTION_TITLES[each]))} (tried: ${tried.charAt(0).toLowerCase()}${tried.slice(1)}).`;
}

function orOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('; ')} or ${words.at(-1) ?? ''}`;
}
