// How options, credentials, needs and places are called in sentences.
import { amountText, countWords, DAYS_A_MONTH, daysBetween, type PlainDate } from '../kernel/index.ts';
import type { AdviceOption, Credential, CredentialNeed } from '../plan/index.ts';
import type { Region, Segment, SituationField } from './situation.ts';

export const OPTION_WORDS: Readonly<Record<AdviceOption, string>> = {
  iso_first: 'ISO 27001 first',
  type1_then_type2: 'SOC 2 Type I, then Type II',
  type2_directly: 'SOC 2 Type II directly',
  both_in_parallel: 'ISO 27001 and SOC 2 in parallel on one control set',
  nothing_yet: 'nothing yet',
};

export const CREDENTIAL_WORDS: Readonly<Record<Credential, string>> = {
  iso27001: 'the ISO 27001 certificate',
  soc2_type1: 'the SOC 2 Type I report',
  soc2_type2: 'the SOC 2 Type II report',
};

/** For columns and lists. */
export const CREDENTIAL_SHORT: Readonly<Record<Credential, string>> = {
  iso27001: 'ISO 27001',
  soc2_type1: 'Type I',
  soc2_type2: 'Type II',
};

export const NEED_WORDS: Readonly<Record<CredentialNeed, string>> = {
  iso27001: 'ISO 27001',
  soc2_type1: 'SOC 2 Type I',
  soc2_type2: 'SOC 2 Type II',
  soc2_any: 'SOC 2',
  either: 'ISO 27001 or SOC 2',
  both: 'ISO 27001 and SOC 2 Type II',
};

export const REGION_WORDS: Readonly<Record<Region, string>> = {
  united_states: 'the United States',
  canada: 'Canada',
  european_union: 'the European Union',
  united_kingdom: 'the United Kingdom',
  middle_east: 'the Middle East',
  asia_pacific: 'Asia and the Pacific',
  latin_america: 'Latin America',
  africa: 'Africa',
  multinational: 'multinational enterprises',
};

export const SEGMENT_WORDS: Readonly<Record<Segment, string>> = {
  saas: 'SaaS',
  technology: 'technology',
  enterprise: 'large enterprises',
  regulated: 'regulated firms',
  public_sector: 'the public sector',
  small_business: 'small businesses',
};

export const FIELD_WORDS: Readonly<Record<SituationField, string>> = {
  currency: 'the currency',
  rates: 'the rates of exchange',
  buyers: 'where buyers are',
  asked: 'what prospects ask for',
  deals: 'the deals that wait',
  clauses: 'contracts and tenders',
  publicProof: 'the need for a proof in public',
  data: 'the data held',
  people: 'the number of people',
  sites: 'the number of sites',
  systems: 'the number of systems',
  existing: 'what exists already',
  budget: 'the budget',
  capacity: 'the capacity in person-days a month',
  runwayMonths: 'the runway',
  wantsBoth: 'the wish for both',
};

/** `USD 12,500`: whole units, thousands apart. */
export function moneyWords(amount: number, currency: string): string {
  return `${currency} ${amountText(Math.round(amount))}`;
}

/** `40 %`, `12.5 %`. */
export function percentWords(percent: number): string {
  return `${Math.round(percent * 10) / 10} %`;
}

/** How late, in words that fit the distance: days to two months, months beyond. */
export function lateWords(due: PlainDate, ready: PlainDate): string {
  const days = daysBetween(due, ready);
  return days <= 60 ? countWords(days, 'day') : countWords(Math.round(days / DAYS_A_MONTH), 'month');
}

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
