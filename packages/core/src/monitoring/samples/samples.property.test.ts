// What must hold of every draw, whatever the population, the seed and the sizes.
import fc from 'fast-check';
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { JsonValue } from '../../evidence/index.ts';
import {
  allocate,
  drawSample,
  orderRows,
  recipeFaults,
  recipeOf,
  sampleSize,
  sheetAnswer,
  SIZE_PROFILES,
  upperCount,
  upperRate,
  type Drawn,
  type DrawRule,
  type TestResult,
} from './index.ts';
import { madeRows } from './testing/rows.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

function draw(rows: readonly JsonValue[], rule: DrawRule): Drawn {
  const population = orderRows(rows, sha256);
  const drawn = population.ok ? drawSample(population.value, rule, sha256) : population;
  if (!drawn.ok) throw new Error(drawn.error.code);
  return drawn.value;
}

const months = fc.constantFrom('2026-01', '2026-02', '2026-03', '2026-11', '');
const populations = fc.array(
  fc.record({ id: fc.integer({ min: 0, max: 40 }), day: months.map((month) => `${month}-09`) }),
  { minLength: 1, maxLength: 60 },
);
const strata = fc.constantFrom<DrawRule['strata']>(
  { by: 'month', column: 'day' },
  { by: 'column', column: 'id' },
  { by: 'none' },
);
const seeds = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' })
  .filter((seed) => !seed.startsWith('hex:'));
const stories = fc
  .tuple(populations, strata, seeds, fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 4 }))
  .map(([rows, by, seed, wanted]) => ({
    rows,
    rule: {
      seed,
      strata: by,
      sizes: [...new Set(wanted.map((size) => Math.min(size, rows.length)))].toSorted((a, b) => a - b),
    },
  }));

test('no row is drawn twice, each stands in its stratum, and the numbers add up', () => {
  fc.assert(
    fc.property(stories, ({ rows, rule }) => {
      const { strata: drawn, items } = draw(rows, rule);
      expect(new Set(items.map(({ rank }) => rank)).size).toBe(items.length);
      expect(items.length).toBe(rule.sizes.at(-1));
      expect(drawn.reduce((sum, { size }) => sum + size, 0)).toBe(rows.length);
      for (const { name, size, taken } of drawn) {
        const here = items.filter(({ stratum }) => stratum === name);
        expect(here.length).toBe(taken.reduce((sum, n) => sum + n, 0));
        expect(here.length).toBeLessThanOrEqual(size);
      }
    }),
  );
});

test('the order in which rows come does not matter', () => {
  fc.assert(
    fc.property(stories, fc.integer(), ({ rows, rule }, turn) => {
      const at = Math.abs(turn) % rows.length;
      expect(draw([...rows.slice(at), ...rows.slice(0, at)].toReversed(), rule)).toEqual(draw(rows, rule));
    }),
  );
});

test('an extension holds all that was drawn before it, unchanged', () => {
  fc.assert(
    fc.property(stories, ({ rows, rule }) => {
      const whole = draw(rows, rule).items;
      for (let steps = 1; steps <= rule.sizes.length; steps += 1)
        expect(whole.filter(({ step }) => step <= steps)).toEqual(
          draw(rows, { ...rule, sizes: rule.sizes.slice(0, steps) }).items,
        );
    }),
  );
});

test('shares add up, stay within one item of proportion, and never pass what a stratum has', () => {
  const sizes = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(sizes, fc.nat({ max: 100_000 }), (of, n) => {
      const total = of.reduce((sum, size) => sum + size, 0);
      const shares = allocate(n, of);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.min(n, total));
      for (const [at, share] of shares.entries()) {
        expect(share).toBeLessThanOrEqual(of[at] ?? 0);
        const exact = total === 0 ? 0 : (Math.min(n, total) * (of[at] ?? 0)) / total;
        expect(Math.abs(share - exact)).toBeLessThan(1);
      }
    }),
  );
});

test('a recipe holds for its rows in any order, and for no others', () => {
  fc.assert(
    fc.property(stories, fc.nat(), ({ rows, rule }, at) => {
      const population = orderRows(rows, sha256);
      if (!population.ok) throw new Error('rows');
      const recipe = recipeOf(population.value, rule, draw(rows, rule).items);
      const said = (of: readonly JsonValue[], r = recipe): readonly string[] => {
        const faults = recipeFaults(r, of, sha256);
        return faults.ok ? faults.value.map(({ code }) => code) : [faults.error.code];
      };
      expect(said(rows.toReversed())).toEqual([]);
      expect(said(rows.slice(1))).toContain('population.rows');
      expect(said(rows.with(at % rows.length, { id: -1, day: '' }))).toEqual(['population.digest']);
      if (recipe.items.length > 0)
        expect(said(rows, { ...recipe, items: recipe.items.slice(1) })).toEqual(['items.differ']);
    }),
  );
});

test('every row is as likely as the others', () => {
  // 12,000 draws of 4 of 12: each row is expected 4000 times with a deviation of 52; five of those are allowed.
  const rows = madeRows(12);
  const seen = Array.from({ length: 12 }, () => 0);
  for (let i = 0; i < 12_000; i += 1)
    for (const { rank } of draw(rows, { seed: `seed ${i}`, strata: { by: 'none' }, sizes: [4] }).items)
      seen[rank] = (seen[rank] ?? 0) + 1;
  for (const times of seen)
    expect(Math.abs(times - 4000)).toBeLessThan(5 * Math.sqrt(12_000 * (1 / 3) * (2 / 3)));
});

test('a size never passes the population, and a larger confidence never asks for fewer', () => {
  fc.assert(
    fc.property(fc.nat({ max: 3000 }), fc.constantFrom(...SIZE_PROFILES), (population, profile) => {
      const answer = sampleSize(profile, { population, frequency: 'daily' });
      if (!answer.ok) throw new Error(answer.error.code);
      expect(answer.value.size).toBeLessThanOrEqual(population);
      const { rule } = profile;
      if (rule.kind !== 'attribute') return;
      const surer = sampleSize(
        { ...profile, rule: { ...rule, confidence: 99 } },
        { population, frequency: undefined },
      );
      expect(surer.ok && surer.value.size).toBeGreaterThanOrEqual(answer.value.size);
    }),
    { numRuns: 300 },
  );
});

test('a bound lies above what was seen, falls with more tests and grows with more deviations', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 40 }),
      fc.integer({ min: 1, max: 200 }),
      fc.nat({ max: 400 }),
      (k, more, rest) => {
        const tested = k + more;
        const population = tested + rest;
        const of = (deviations: number, n: number) => [
          upperRate(deviations, n, 95),
          upperCount({ deviations, tested: n, population: population + 1 }, 95),
        ];
        const [rate = 0, count = 0] = of(k, tested);
        const [surer = 0, fewer = 0] = of(k, tested + 1);
        const [worse = 0, greater = 0] = of(k + 1, tested);
        expect(rate).toBeGreaterThan(k / tested);
        expect(surer).toBeLessThan(rate);
        expect(worse).toBeGreaterThan(rate);
        expect(fewer).toBeLessThanOrEqual(count);
        expect(greater).toBeGreaterThan(count);
        expect(count).toBeGreaterThanOrEqual(k);
        expect(upperCount({ deviations: k, tested: population, population }, 95)).toBe(k);
      },
    ),
    { numRuns: 300 },
  );
});

test('what is not tested never looks like a pass', () => {
  const results = fc.array(fc.constantFrom<TestResult>('pass', 'deviation', 'not_tested'), { maxLength: 40 });
  fc.assert(
    fc.property(results, fc.nat({ max: 100 }), (given, rest) => {
      const population = given.length + rest;
      const answer = sheetAnswer({ results: given, population, confidence: 95 });
      if (given.includes('not_tested')) expect(answer.outcome).toBe('open');
      const worst = given.map((each): TestResult => (each === 'not_tested' ? 'deviation' : each));
      const settled = sheetAnswer({ results: worst, population, confidence: 95 });
      expect([answer.upperRate, answer.upperCount]).toEqual([settled.upperRate, settled.upperCount]);
    }),
  );
});
