// Sizes in words, classes of frequency, and what a sheet says.
import { describe, expect, test } from 'vitest';
import {
  classOfCadence,
  classOfObserved,
  extendedSize,
  itemResult,
  sampleSize,
  sheetAnswer,
  SIZE_PROFILES,
  type TestResult,
} from './index.ts';

const profile = (name: string) => {
  const found = SIZE_PROFILES.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return found;
};
const sheet = (results: readonly TestResult[], population: number) =>
  sheetAnswer({ results, population, confidence: 95 });
const passes = (n: number): TestResult[] => Array.from({ length: n }, () => 'pass');

describe('sizes', () => {
  test('a reason names the profile, the rule and the source', () => {
    const answer = sampleSize(profile('common'), { population: 480, frequency: 'daily' });
    expect(answer).toEqual({
      ok: true,
      value: {
        size: 25,
        reason:
          'By frequency: 25 for a daily control (the usual numbers of published SOX and SOC guides; no standard prescribes them).',
      },
    });
  });

  test('a short window takes what there is, and says so', () => {
    const answer = sampleSize(profile('common'), { population: 1, frequency: 'quarterly' });
    expect(answer.ok && answer.value.reason).toMatch(
      /^By frequency: 2 .* The population has only 1, so all are taken\.$/,
    );
  });

  test('a table without a class, and a profile that contradicts itself, are errors', () => {
    expect(sampleSize(profile('common'), { population: 5, frequency: undefined })).toEqual({
      ok: false,
      error: { code: 'frequency.missing' },
    });
    const rule = { kind: 'percent', percent: 10, least: 30, most: 3 } as const;
    expect(sampleSize({ ...profile('ten-percent'), rule }, { population: 5, frequency: undefined })).toEqual({
      ok: false,
      error: { code: 'profile.malformed' },
    });
    const bands = [{ upTo: 50, size: null }];
    expect(
      sampleSize(
        { ...profile('banded'), rule: { kind: 'bands', bands } },
        { population: 60, frequency: undefined },
      ).ok,
    ).toBe(false);
  });
});

test('an as-needed control is classed by how often it ran, scaled to a year', () => {
  expect([0, 1, 2, 4, 12, 52, 365, 366].map((count) => classOfObserved({ count, days: 365 }))).toEqual([
    'annual',
    'annual',
    'semi_annual',
    'quarterly',
    'monthly',
    'weekly',
    'daily',
    'many_a_day',
  ]);
  // Six in half a year are twelve in a year.
  expect(classOfObserved({ count: 6, days: 183 })).toBe('monthly');
  expect(classOfObserved({ count: 30, days: 30 })).toBe('daily');
});

test('the class is that of the control’s performance', () => {
  const observed = { count: 400, days: 90 };
  const periodic = { kind: 'periodic', mode: 'calendar', graceDays: 0 } as const;
  expect(classOfCadence({ ...periodic, frequency: 'weekly' }, observed)).toBe('weekly');
  expect(classOfCadence({ ...periodic, frequency: 'business_daily' }, observed)).toBe('daily');
  expect(classOfCadence({ kind: 'event', withinDays: 1, graceDays: 0 }, observed)).toBe('many_a_day');
  expect(classOfCadence({ kind: 'continuous', everyHours: 1, tolerance: 2, slaDays: 7 }, observed)).toBe(
    'automated',
  );
});

test('an item deviates if one attribute does, and passes only when all were tested', () => {
  expect(itemResult([])).toBe('not_tested');
  expect(itemResult(['pass', 'not_tested'])).toBe('not_tested');
  expect(itemResult(['pass', 'deviation', 'not_tested'])).toBe('deviation');
  expect(itemResult(['pass', 'pass'])).toBe('pass');
});

test('a sheet says what was seen and how bad it may be', () => {
  expect(sheet(['deviation', ...passes(24)], 480).sentence).toBe(
    '1 of 25 tested items deviates (4.0 %). With 95 % confidence at most 17.6 % of such performances do, and at most 82 of these 480 rows.',
  );
  expect(sheet(['deviation', 'deviation', ...passes(23)], 25).sentence).toBe('2 of all 25 rows deviate.');
  expect(sheet(passes(3), 3).sentence).toBe('None of all 3 rows deviates.');
  expect(sheet(['not_tested', 'deviation', ...passes(2)], 30).sentence).toBe(
    '1 of 3 tested items deviates, 1 of 4 is not tested yet; until then nothing is concluded.',
  );
  expect(sheet(['not_tested', 'not_tested'], 30).sentence).toBe(
    'None of 2 items is tested yet; until then nothing is concluded.',
  );
  expect(sheet([], 30)).toMatchObject({ outcome: 'open', upperRate: 1, upperCount: 30 });
  expect(sheet([], 0)).toMatchObject({ outcome: 'nothing_to_test', upperCount: 0 });
});

test('an extension doubles the sample, at most to the population', () => {
  expect([extendedSize(25, 480), extendedSize(25, 40), extendedSize(40, 40), extendedSize(0, 5)]).toEqual([
    50,
    40,
    undefined,
    1,
  ]);
});
