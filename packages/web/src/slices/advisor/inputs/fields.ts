// The inputs of the advice in the order in which they are asked, how each is called, and what asks for it.
import type { Field } from '../advice.ts';

export const FIELDS = [
  'buyers',
  'asked',
  'deals',
  'clauses',
  'public_proof',
  'wants_both',
  'data',
  'people',
  'sites',
  'systems',
  'existing',
  'capacity',
  'budget',
  'runway_months',
  'currency',
  'rates',
] as const satisfies readonly Field[];

export const FIELD_TITLES: Readonly<Record<Field, string>> = {
  buyers: 'Where buyers are',
  asked: 'What prospects ask for',
  deals: 'Deals that wait',
  clauses: 'Contracts and tenders',
  public_proof: 'Proof in public',
  wants_both: 'Wish for both',
  data: 'Data held for customers',
  people: 'People',
  sites: 'Sites',
  systems: 'Systems',
  existing: 'What exists already',
  capacity: 'Capacity',
  budget: 'Budget of the first year',
  runway_months: 'Runway',
  currency: 'Currency',
  rates: 'Rates of exchange',
};

export const FIELD_HINTS: Readonly<Record<Field, string>> = {
  buyers: 'Share of the value of the pipeline by region and segment; the shares sum to 100.',
  asked: 'How many questionnaires and requests of the last year asked for something by name.',
  deals: 'Sales that wait for a credential: yearly value, the day, what the buyer would take.',
  clauses: 'Contracts and tenders that name one: later than their day is a breach or a lost bid.',
  public_proof: 'Only a certificate may be shown to everybody; a SOC 2 report is shared under an NDA.',
  wants_both: 'Whether both credentials are wished for in the end.',
  data: 'What is held for customers.',
  people: 'Everybody who works within the scope.',
  sites: 'Places of work that an auditor would visit; people at home are none.',
  systems: 'Systems from which proof comes: cloud accounts, code, identity, tickets, personnel.',
  existing: 'What the records show, and which certificates are in hand.',
  capacity: 'Person-days a month that each role can give to this.',
  budget: 'A ceiling; empty where none was named.',
  runway_months: 'Months that the money lasts; empty where it is no question.',
  currency: 'ISO 4217; every figure of the answer is in it.',
  rates: 'What one unit of another currency is worth in it; entered, never fetched.',
};

export function isField(word: string): word is Field {
  return Object.hasOwn(FIELD_TITLES, word);
}
