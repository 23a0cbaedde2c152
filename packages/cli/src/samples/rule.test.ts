// What is typed becomes one rule; what is left out stays as in the profile it began with.
import { SIZE_PROFILES, type SizeRule } from '@assay/core';
import { expect, test } from 'vitest';
import { ruleFrom } from './rule.ts';

const builtIn = (name: string): SizeRule | undefined =>
  SIZE_PROFILES.find((each) => each.name === name)?.rule;

test('sizes go over those of a table that it begins with, and alone must name every class', () => {
  const rule = ruleFrom({ sizes: 'daily=30, many-a-day=45' }, builtIn('common'));
  expect(rule).toMatchObject({ kind: 'table', sizes: { daily: 30, many_a_day: 45, weekly: 5 } });
  expect(() => ruleFrom({ sizes: 'daily=30' }, builtIn('banded'))).toThrow('no size for annual');
  expect(() => ruleFrom({ sizes: 'dayly=30' }, builtIn('common'))).toThrow('dayly=30 is no size.');
});

test('bands are whole, the last without end', () => {
  expect(ruleFrom({ bands: '50=all,100=25,more=60' }, undefined)).toEqual({
    kind: 'bands',
    bands: [
      { upTo: 50, size: null },
      { upTo: 100, size: 25 },
      { upTo: null, size: 60 },
    ],
  });
  expect(() => ruleFrom({ bands: '50:25' }, undefined)).toThrow('50:25 is no band.');
});

test('numbers of a part and of attributes go over those before', () => {
  expect(ruleFrom({ most: 50 }, builtIn('ten-percent'))).toEqual({
    kind: 'percent',
    percent: 10,
    least: 3,
    most: 50,
  });
  expect(ruleFrom({ expected: 1, finite: true }, builtIn('attribute-95-5'))).toEqual({
    kind: 'attribute',
    confidence: 95,
    tolerableRate: 5,
    expectedDeviations: 1,
    finite: true,
  });
  expect(() => ruleFrom({ most: 50 }, undefined)).toThrow('needs --percent, --least and --most');
});

test('a profile has one rule', () => {
  expect(ruleFrom({}, builtIn('banded'))).toEqual(builtIn('banded'));
  expect(() => ruleFrom({}, undefined)).toThrow('no rule');
  expect(() => ruleFrom({ bands: 'more=5', percent: 3 }, undefined)).toThrow('bands and percent at once');
});
