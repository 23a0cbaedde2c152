// Bad input is refused with its field and one sentence.
import { expect, test } from 'vitest';
import { checkSituation } from './check.ts';
import type { Answers } from './situation.ts';
import { company, day, inDays } from './testing/facts.ts';

function faults(answers: Answers): readonly (readonly [string, string])[] {
  const checked = checkSituation(company(answers).situation);
  return checked.ok ? [] : checked.error.map(({ pointer, message }) => [pointer, message] as const);
}

type Wrong = readonly [pointer: string, message: string];

const deal = { name: 'Acme', amount: 1000, currency: 'USD', due: inDays(90), needs: 'soc2_any' as const };
const clause = { name: 'NHS', kind: 'contract' as const, needs: 'iso27001' as const, due: inDays(90) };

test('nothing said is no fault', () => {
  expect(faults({})).toEqual([]);
});

test.each<readonly [string, Answers, Wrong]>([
  [
    'shares that do not sum',
    { buyers: [{ region: 'united_states', segment: 'saas', percent: 90 }] },
    ['/buyers', 'The shares of the pipeline sum to 90, not to 100.'],
  ],
  [
    'a negative share',
    { buyers: [{ region: 'united_states', segment: 'saas', percent: -10 }] },
    ['/buyers/0/percent', 'A share of the pipeline must lie between 0 and 100, not at -10.'],
  ],
  [
    'a day in the past',
    { deals: [{ ...deal, due: day('2026-11-30') }] },
    ['/deals/0/due', '2026-11-30 lies in the past; today is 2026-12-01.'],
  ],
  [
    'a clause in the past',
    { deals: [deal], clauses: [{ ...clause, due: day('2020-01-01') }] },
    ['/clauses/0/due', '2020-01-01 lies in the past; today is 2026-12-01.'],
  ],
  [
    'negative money',
    { deals: [{ ...deal, amount: -1 }] },
    ['/deals/0/amount', 'The amount of a deal must lie between 0 and 1000000000000, not at -1.'],
  ],
  [
    'a negative budget',
    { budget: -5 },
    ['/budget', 'The budget must lie between 0 and 1000000000000, not at -5.'],
  ],
  [
    'an unknown currency',
    { deals: [{ ...deal, currency: 'XYZ' }] },
    ['/deals/0/currency', '“XYZ” is no currency of ISO 4217.'],
  ],
  [
    'a rate that is missing',
    { deals: [{ ...deal, currency: 'EUR' }] },
    ['/rates/EUR', 'Enter what one EUR is worth in USD: the deal “Acme” is in it.'],
  ],
  [
    'the rate of the anchors',
    { currency: 'GBP' },
    ['/rates/USD', 'Enter what one USD is worth in GBP: the published cost ranges are in it.'],
  ],
  ['a rate of nothing', { rates: { EUR: 0 } }, ['/rates/EUR', 'A rate is a number above 0, not 0.']],
  ['no people', { people: 0 }, ['/people', 'The number of people must lie between 1 and 1000000, not at 0.']],
  ['half a person', { people: 1.5 }, ['/people', 'The number of people must be a whole number, not 1.5.']],
  [
    'two deals of one name',
    { deals: [deal, deal] },
    ['/deals/1/name', '“Acme” is the name of another deal or clause already.'],
  ],
  [
    'a deal and a clause of one name',
    { deals: [deal], clauses: [{ ...clause, name: 'Acme' }] },
    ['/clauses/0/name', '“Acme” is the name of another deal or clause already.'],
  ],
  [
    'a deal without a name',
    { deals: [{ ...deal, name: ' ' }] },
    ['/deals/0/name', 'A deal or a clause needs a name.'],
  ],
  [
    'a period of no days',
    { deals: [{ ...deal, periodDays: 0 }] },
    [
      '/deals/0/period_days',
      'The days of operation that a buyer wants to see must lie between 1 and 366, not at 0.',
    ],
  ],
  [
    'no capacity while there is work',
    {
      capacity: { founder: 2 },
      existing: {
        remaining: [{ role: 'it_admin', serves: 'shared', days: 2 }],
        evidenceDays: 0,
        held: [],
        others: [],
      },
    },
    [
      '/capacity/it_admin',
      'There is work for the IT admin, who has no person-days a month to give: it would never be done.',
    ],
  ],
  [
    'requests counted twice',
    {
      asked: [
        { need: 'either', count: 1 },
        { need: 'either', count: 2 },
      ],
    },
    ['/asked/1', 'Requests for either are counted twice.'],
  ],
  [
    'a budget that is no number',
    { budget: Number.NaN },
    ['/budget', 'The budget must lie between 0 and 1000000000000, not at NaN.'],
  ],
])('%s', (_, answers, wrong) => {
  expect(faults(answers)).toContainEqual(wrong);
});
