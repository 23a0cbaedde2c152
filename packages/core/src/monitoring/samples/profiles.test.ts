// A rule without a fault gives every population a size; one with a fault names the place, and gives none.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  classInPopulation,
  FREQUENCY_CLASSES,
  isReservedProfile,
  ruleFault,
  ruleSentence,
  sampleSize,
  SIZE_PROFILES,
  type SizeRule,
} from './index.ts';

const table = SIZE_PROFILES[0]?.rule;

describe('the fault of a rule', () => {
  test('none of those that come along has one, and all are reserved', () => {
    for (const { name, rule } of SIZE_PROFILES)
      expect([ruleFault(rule), isReservedProfile(name)]).toEqual([undefined, true]);
    expect([isReservedProfile('own'), isReservedProfile('our-firm')]).toEqual([true, false]);
  });

  test.each<[string, SizeRule]>([
    ['/sizes/daily', { kind: 'table', sizes: { ...sizesOf(table), daily: 2.5 } }],
    ['/bands', { kind: 'bands', bands: [] }],
    ['/bands/0/upTo', { kind: 'bands', bands: [{ upTo: 50, size: null }] }],
    [
      '/bands/1/upTo',
      {
        kind: 'bands',
        bands: [
          { upTo: 50, size: 5 },
          { upTo: 50, size: 6 },
          { upTo: null, size: 7 },
        ],
      },
    ],
    [
      '/bands/0/upTo',
      {
        kind: 'bands',
        bands: [
          { upTo: null, size: 5 },
          { upTo: null, size: 7 },
        ],
      },
    ],
    ['/bands/0/size', { kind: 'bands', bands: [{ upTo: null, size: -1 }] }],
    ['/percent', { kind: 'percent', percent: 100, least: 1, most: 5 }],
    ['/most', { kind: 'percent', percent: 10, least: 6, most: 5 }],
    [
      '/confidence',
      { kind: 'attribute', confidence: 95.001, tolerableRate: 5, expectedDeviations: 0, finite: true },
    ],
    [
      '/expectedDeviations',
      { kind: 'attribute', confidence: 95, tolerableRate: 5, expectedDeviations: 101, finite: true },
    ],
  ])('%s', (at, rule) => {
    expect(ruleFault(rule)?.at).toBe(at);
    expect(
      sampleSize({ name: 'x', title: 'x', source: 'x', rule }, { population: 9, frequency: 'daily' }),
    ).toEqual({ ok: false, error: { code: 'profile.malformed' } });
  });

  test('a rule without one has a size for every population, at most all of it', () => {
    const count = fc.integer({ min: 0, max: 500 });
    const percent = fc.integer({ min: -100, max: 11_000 }).map((hundredths) => hundredths / 100);
    const rule: fc.Arbitrary<SizeRule> = fc.oneof(
      fc.record({
        kind: fc.constant('bands' as const),
        bands: fc.array(
          fc.record({ upTo: fc.option(count, { freq: 3 }), size: fc.option(count, { freq: 3 }) }),
          { maxLength: 3 },
        ),
      }),
      fc.record({ kind: fc.constant('percent' as const), percent, least: count, most: count }),
      fc.record({
        kind: fc.constant('attribute' as const),
        confidence: percent,
        tolerableRate: percent,
        expectedDeviations: fc.integer({ min: 0, max: 3 }),
        finite: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 400 }), (given, population) => {
        const profile = { name: 'x', title: 'x', source: 'x', rule: given };
        const size = sampleSize(profile, { population, frequency: undefined });
        expect(size.ok).toBe(ruleFault(given) === undefined);
        if (size.ok) expect(size.value.size).toBeLessThanOrEqual(population);
      }),
      { numRuns: 300 },
    );
  });
});

test('a rule is said in one line', () => {
  expect(SIZE_PROFILES.map(({ rule }) => ruleSentence(rule))).toEqual([
    'annual 1, semi annual 2, quarterly 2, monthly 2, weekly 5, daily 25, many a day 25, automated 1',
    'all up to 50 rows, 25 up to 100, 40 up to 250, then 60',
    '10 %, at least 3, at most 30',
    '90 % confidence, 10 % tolerable, 0 expected',
    '95 % confidence, 5 % tolerable, 0 expected',
    '95 % confidence, 5 % tolerable, 0 expected, without replacement',
  ]);
});

test('the class of a control follows from its schedule, of an event’s control from the list', () => {
  const seen = { rows: 40, days: 365 };
  expect(classInPopulation({ kind: 'periodic', frequency: 'business_daily' }, seen)).toBe('daily');
  expect(classInPopulation({ kind: 'continuous' }, { rows: 40, days: undefined })).toBe('automated');
  expect(classInPopulation({ kind: 'event' }, seen)).toBe('weekly');
  expect(classInPopulation({ kind: 'event' }, { rows: 40, days: undefined })).toBeUndefined();
  expect(classInPopulation(undefined, seen)).toBeUndefined();
});

function sizesOf(rule: SizeRule | undefined) {
  if (rule?.kind !== 'table') throw new Error('the first profile is a table');
  expect(Object.keys(rule.sizes)).toEqual([...FREQUENCY_CLASSES]);
  return rule.sizes;
}
