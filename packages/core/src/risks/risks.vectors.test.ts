// The sums of risk against vectors that were computed with another language (vectors/risk/README.md).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { casesIn, type Fields } from '../kernel/testing/fields.ts';
import {
  controlWorths,
  exceedance,
  exceedanceCurve,
  frequencyDraw,
  GRID_27005,
  levelOf,
  lognormalOf,
  meanLoss,
  normalQuantile,
  pertShape,
  rank,
  simulateYears,
  streamOf,
  summarise,
  toleratedLoss,
  toleratedShare,
} from './index.ts';
import { lossDraw } from './simulation/loss.ts';
import { combinationIn, methodOf, numbers, rateIn, shareIn, texts } from './testing/cases.ts';

function cases(file: string): readonly (readonly [string, Fields])[] {
  const url = new URL(`../../../../vectors/risk/${file}.json`, import.meta.url);
  return casesIn(readFileSync(url, 'utf8')).map((each) => [each.text('title'), each]);
}

/** How far a number is from the wanted one, as a share of it. */
function off(found: number, wanted: number): number {
  return Math.abs(found - wanted) / Math.max(Math.abs(wanted), 1e-300);
}

describe('vectors/risk', () => {
  test.each(cases('streams'))('streams: %s', (_, given) => {
    const stream = streamOf(given.text('seed'), given.text('name'));
    const first = numbers(given, 'first');
    expect(first.map(() => stream.next())).toEqual(first);
  });

  test.each(cases('normal'))('normal: %s', (_, given) => {
    expect(off(normalQuantile(given.number('p')), given.number('z'))).toBeLessThan(1e-13);
  });

  test.each(cases('lognormal'))('lognormal: %s', (_, given) => {
    const interval = { low: given.number('low'), high: given.number('high') };
    const found = lognormalOf(interval);
    expect(Math.abs(found.mu - given.number('mu'))).toBeLessThan(1e-12);
    expect(off(found.sigma, given.number('sigma'))).toBeLessThan(1e-12);
    expect(off(meanLoss({ kind: 'lognormal', ...interval }), given.number('mean'))).toBeLessThan(1e-12);
  });

  test.each(cases('pert'))('pert: %s', (_, given) => {
    const pert = { min: given.number('min'), mode: given.number('mode'), max: given.number('max') };
    expect(pertShape(pert)).toEqual({ alpha: given.number('alpha'), beta: given.number('beta') });
    expect(off(meanLoss({ kind: 'pert', ...pert }), given.number('mean'))).toBeLessThan(1e-12);
    const years = simulateYears(
      { frequency: { kind: 'bernoulli', probability: 1 }, loss: { kind: 'pert', ...pert } },
      { seed: 'moments', name: 'R-1', years: 40_000 },
    );
    const mean = years.reduce((sum, each) => sum + each, 0) / years.length;
    const spread = Math.sqrt(years.reduce((sum, each) => sum + (each - mean) ** 2, 0) / years.length);
    expect(off(mean, given.number('mean') * 100)).toBeLessThan(0.01);
    expect(off(spread, given.number('deviation') * 100)).toBeLessThan(0.01);
  });

  test.each(cases('poisson'))('poisson: %s', (_, given) => {
    const draw = frequencyDraw({ kind: 'poisson', perYear: given.number('per_year') });
    expect(numbers(given, 'u').map((u) => draw({ next: () => u }))).toEqual(numbers(given, 'events'));
  });

  test.each(cases('years'))('years: %s', (_, given) => {
    const loss = given.object('loss');
    const wanted = numbers(given, 'years');
    const years = simulateYears(
      {
        frequency: rateIn(given.object('frequency')),
        loss: { kind: 'lognormal', low: loss.number('low'), high: loss.number('high') },
      },
      { seed: given.text('seed'), name: given.text('name'), years: wanted.length },
    );
    expect([...years]).toEqual(wanted);
  });

  test.each(cases('summary'))('summary: %s', (_, given) => {
    const years = numbers(given, 'years');
    const ranked = rank(Float64Array.from(years));
    const percentiles = Object.fromEntries(
      ['p50', 'p90', 'p95', 'p99', 'p999'].map((name) => [name, given.number(name)]),
    );
    const [mean, shortfall99, quiet] = ['mean', 'shortfall99', 'quiet'].map((name) => given.number(name));
    expect(summarise(ranked)).toEqual({ years: years.length, mean, shortfall99, quiet, percentiles });
    for (const each of given.list('at_least'))
      expect(exceedance(ranked, each.number('loss'))).toBe(each.number('share'));
  });

  test.each(cases('tolerance'))('tolerance: %s', (_, given) => {
    const tolerance = { often: shareIn(given.object('often')), rare: shareIn(given.object('rare')) };
    for (const point of given.list('points').map(shareIn))
      expect(off(toleratedLoss(tolerance, point.share), point.loss)).toBeLessThan(1e-12);
    for (const point of given.list('points').map(shareIn))
      expect(off(toleratedShare(tolerance, point.loss), point.share)).toBeLessThan(1e-9);
  });

  test.each(cases('quantiles'))('quantiles: %s', (_, given) => {
    const pert = { min: given.number('min'), mode: given.number('mode'), max: given.number('max') };
    const draw = lossDraw({ kind: 'pert', ...pert });
    const wanted = numbers(given, 'losses');
    numbers(given, 'u').forEach((u, i) => {
      const found = draw({ next: () => u });
      expect(Math.abs(found - (wanted[i] ?? 0)) / ((pert.max - pert.min) * 100)).toBeLessThan(0.001);
    });
  });

  test.each(cases('band'))('band: %s', (_, given) => {
    const [reached, years] = [given.number('reached'), given.number('years')];
    const losses = Float64Array.from({ length: years }, (__, i) => (i < reached ? 100 : 0));
    const [point] = exceedanceCurve(rank(losses), [100]);
    expect(Math.abs((point?.low ?? 9) - given.number('low'))).toBeLessThan(1e-12);
    expect(Math.abs((point?.high ?? 9) - given.number('high'))).toBeLessThan(1e-12);
  });

  test.each(cases('worth'))('worth: %s', (_, given) => {
    const treated = given.list('risks').map((risk) => ({
      id: risk.text('id'),
      controls: texts(risk, 'controls'),
      avoided: risk.value('avoided') === null ? null : risk.number('avoided'),
    }));
    const costs = new Map(
      [...new Set(treated.flatMap(({ controls }) => controls))].flatMap((control) => {
        const said = given.object('costs');
        return said.has(control) ? [[control, said.number(control)] as const] : [];
      }),
    );
    expect(controlWorths(treated, costs)).toMatchObject(given.value('worth') ?? []);
  });

  test.each(cases('grid'))('grid: %s', (_, given) => {
    const method = methodOf(combinationIn(given.object('combination')), given.number('size', 5));
    const found = levelOf(method, {
      likelihood: given.number('likelihood'),
      impact: given.number('impact'),
    });
    const wanted = given.maybe('error') ?? given.number('level');
    expect(found.ok ? found.value : found.error.pointer).toBe(wanted);
  });

  test('the first grid is that of ISO/IEC 27005, the default', () => {
    const [first] = cases('grid');
    expect(first && combinationIn(first[1].object('combination'))).toEqual({
      kind: 'grid',
      levels: GRID_27005,
    });
  });
});
