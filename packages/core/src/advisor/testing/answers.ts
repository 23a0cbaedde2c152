// Answers and facts as vectors and examples write them: the names of the API, days counted or as dates.
import { OWNER_ROLES } from '../../controls/index.ts';
import { addDays, branded, type PlainDate } from '../../kernel/index.ts';
import { Fields } from '../../kernel/testing/fields.ts';
import { type Range, ADVICE_OPTIONS, CREDENTIAL_NEEDS, CREDENTIALS } from '../../plan/index.ts';
import type { OptionFacts } from '../facts.ts';
import { DATA_KINDS, REGIONS, SEGMENTS, type Answers, type Capacity, type Situation } from '../situation.ts';

export function answersIn(given: Fields): Answers {
  const has = <T>(key: string, read: () => T): T | undefined => (given.has(key) ? read() : undefined);
  return {
    currency: has('currency', () => given.text('currency')),
    rates: has('rates', () => numbersIn(given.object('rates'))),
    buyers: has('buyers', () =>
      given.list('buyers').map((each) => ({
        region: each.one('region', REGIONS),
        segment: each.one('segment', SEGMENTS),
        percent: each.number('percent'),
      })),
    ),
    asked: has('asked', () =>
      given
        .list('asked')
        .map((each) => ({ need: each.one('need', CREDENTIAL_NEEDS), count: each.number('count') })),
    ),
    deals: has('deals', () => given.list('deals').map(dealIn)),
    clauses: has('clauses', () =>
      given.list('clauses').map((each) => ({
        name: each.text('name'),
        kind: each.one('kind', ['contract', 'tender'] as const),
        needs: each.one('needs', CREDENTIAL_NEEDS),
        due: branded<PlainDate>(each.text('due')),
      })),
    ),
    publicProof: has('public_proof', () =>
      given.one('public_proof', ['needed', 'useful', 'not_needed'] as const),
    ),
    data: has('data', () =>
      given.texts('data').flatMap((each) => DATA_KINDS.filter((kind) => kind === each)),
    ),
    people: has('people', () => given.number('people')),
    sites: has('sites', () => given.number('sites')),
    systems: has('systems', () => given.number('systems')),
    existing: has('existing', () => existingIn(given.object('existing'))),
    budget: has('budget', () => given.number('budget')),
    capacity: has('capacity', () => capacityIn(given.object('capacity'))),
    runwayMonths: has('runway_months', () => given.number('runway_months')),
    wantsBoth: has('wants_both', () => given.flag('wants_both', false)),
  };
}

/** Facts of one option; days are counted from today. */
function factsIn(given: Fields, today: PlainDate): Omit<OptionFacts, 'option'> {
  return {
    credentials: given.list('credentials').map((each) => {
      const [p10, p50, p90] = threeIn(each, 'days').map((days) => addDays(today, days));
      const otherwise = today;
      return {
        credential: each.one('credential', CREDENTIALS),
        ready: { p10: p10 ?? otherwise, p50: p50 ?? otherwise, p90: p90 ?? otherwise },
      };
    }),
    firstYear: rangeIn(given, 'first_year'),
    spentFirstYear: rangeIn(given, 'spent_first_year'),
    threeYears: rangeIn(given, 'three_years'),
    personDays: rangeIn(given, 'person_days'),
    windowDays: given.number('window_days', 90),
    windowAhead: given.number('window_days', 90),
    groundwork: [],
    windowRisk: given.number('window_risk'),
    reuse: given.number('reuse'),
  };
}

/** Facts of all options, those of a case laid over those of its file. */
export function optionFactsIn(given: Fields, over: Fields, today: PlainDate): readonly OptionFacts[] {
  return ADVICE_OPTIONS.map((option) => ({
    option,
    ...factsIn(
      over.has(option) ? new Fields(over.value(option), given.object(option)) : given.object(option),
      today,
    ),
  }));
}

function dealIn(each: Fields): Situation['deals'][number] {
  return {
    name: each.text('name'),
    amount: each.number('amount'),
    currency: each.text('currency'),
    due: branded<PlainDate>(each.text('due')),
    needs: each.one('needs', CREDENTIAL_NEEDS),
    ...(each.has('period_days') ? { periodDays: each.number('period_days') } : {}),
  };
}

function existingIn(given: Fields): Situation['existing'] {
  return {
    remaining: given.list('remaining').map((each) => ({
      role: each.one('role', OWNER_ROLES),
      serves: each.one('serves', ['shared', 'iso', 'soc2'] as const),
      days: each.number('days'),
    })),
    evidenceDays: given.number('evidence_days'),
    held: given.texts('held').flatMap((held) => CREDENTIALS.filter((each) => each === held)),
    others: given.texts('others'),
  };
}

function capacityIn(given: Fields): Capacity {
  return Object.fromEntries(
    OWNER_ROLES.flatMap((role) => (given.has(role) ? [[role, given.number(role)]] : [])),
  );
}

function numbersIn(given: Fields): Readonly<Record<string, number>> {
  return Object.fromEntries(given.keys().map((key) => [key, given.number(key)]));
}

function rangeIn(given: Fields, key: string): Range {
  const [p10, p50, p90] = threeIn(given, key);
  return { p10: p10 ?? 0, p50: p50 ?? 0, p90: p90 ?? 0 };
}

function threeIn(given: Fields, key: string): readonly number[] {
  return given.texts(key).map(Number);
}
