// Estimates, tolerance and worth: what may be said, and what follows from it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlainDate, type PlainDate } from '../../kernel/index.ts';
import type { Risk, Treatment } from '../register/risk.ts';
import { simulateLosses } from '../simulation/run.ts';
import { estimateText, percentText, yearsText } from './amount.ts';
import { answerLosses, marksOf, type CaseScenario, type LossCase } from './answer.ts';
import { estimateLosses, NO_ESTIMATE, toleranceFault, type GivenModel } from './estimate.ts';
import { lossSentence } from './sentence.ts';
import { controlWorths } from './worth.ts';

const day = (text: string): PlainDate => {
  const date = parsePlainDate(text);
  if (!date) throw new Error(text);
  return date;
};
const TODAY = day('2026-06-01');
const TREATED: Treatment = {
  option: 'modify',
  plan: '',
  controls: [],
  owner: undefined,
  due: undefined,
  decidedOn: TODAY,
  by: 'Ada',
};
const RISK: Risk = {
  code: 'R-1',
  title: 'Data is copied',
  scenario: { view: 'event', event: 'a', consequence: 'b' },
  properties: ['confidentiality'],
  category: '',
  owner: undefined,
  custom: {},
  assessments: [],
  treatment: TREATED,
  acceptances: [],
  reviews: [],
  closed: undefined,
};
const BEFORE: GivenModel = {
  frequency: { kind: 'bernoulli', probability: 0.2 },
  loss: { kind: 'lognormal', low: 40_000, high: 900_000 },
  justification: 'Peers report one in five years',
  on: TODAY,
};
const AFTER: GivenModel = { ...BEFORE, frequency: { kind: 'bernoulli', probability: 0.03 } };
const around = { risk: RISK, by: 'Ada', today: TODAY };

describe('an estimate', () => {
  test('keeps the day and the name of the half that is said again in the same words', () => {
    const first = estimateLosses(NO_ESTIMATE, { inherent: BEFORE, residual: undefined }, around);
    if (!first.ok) throw new Error(first.error.detail);
    const later = day('2026-07-01');
    const next = estimateLosses(
      first.value,
      { inherent: { ...BEFORE, on: later }, residual: { ...AFTER, on: later } },
      { risk: RISK, by: 'Ben', today: later },
    );
    if (!next.ok) throw new Error(next.error.detail);
    expect([next.value.inherent?.on, next.value.inherent?.by]).toEqual([TODAY, 'Ada']);
    expect([next.value.residual?.on, next.value.residual?.by]).toEqual([later, 'Ben']);
  });

  const interval = (low: number, high: number) => ({
    inherent: { ...BEFORE, loss: { kind: 'lognormal', low, high } },
  });
  const open = { treatment: TREATED };
  test.each<readonly [string, readonly [object, Partial<Risk>], string]>([
    [
      'an interval that ends before it begins',
      [interval(900_000, 40_000), open],
      '/inherent/loss: The low end of the interval, 900,000, has to be below its high end, 40,000.',
    ],
    [
      'an interval from nothing',
      [interval(0, 40_000), open],
      '/inherent/loss: The low end of the interval has to be above 0.',
    ],
    [
      'a most likely loss outside the ends',
      [{ inherent: { ...BEFORE, loss: { kind: 'pert', min: 5, mode: 3, max: 9 } } }, open],
      '/inherent/loss: The least, the most likely and the most have to rise, from 0 to 100,000,000,000 at most; 5, 3, 9 do not.',
    ],
    [
      'a probability above 1',
      [{ inherent: { ...BEFORE, frequency: { kind: 'bernoulli', probability: 1.5 } } }, open],
      '/inherent/frequency/probability: A probability lies between 0 and 1.',
    ],
    [
      'a day to come',
      [{ inherent: { ...BEFORE, on: day('2026-06-02') } }, open],
      '/inherent/on: An estimate is not made in the future.',
    ],
    [
      'what remains of nothing',
      [{ residual: AFTER }, open],
      '/inherent: Estimate the risk as if nothing were done before what remains of it.',
    ],
    [
      'what remains without a treatment',
      [{ inherent: BEFORE, residual: AFTER }, { treatment: undefined }],
      '/residual: No treatment of R-1 changes it, so nothing else remains than was; choose one first.',
    ],
    [
      'a treatment that makes it worse',
      [{ inherent: AFTER, residual: BEFORE }, open],
      '/residual: What remains, 59,400 in an average year, is more than there was, 8,910.',
    ],
    [
      'a closed risk',
      [{ inherent: BEFORE }, { closed: { because: 'gone', on: TODAY, by: 'Ada' } }],
      ': R-1 is closed; open it again before it is estimated.',
    ],
  ])('is refused: %s', (_, [given, risk], wanted) => {
    const said = estimateLosses(
      NO_ESTIMATE,
      { inherent: undefined, residual: undefined, ...given },
      { ...around, risk: { ...RISK, ...risk } },
    );
    expect(said.ok ? 'taken' : `${said.error.pointer}: ${said.error.detail}`).toBe(wanted);
  });

  test('a tolerance falls from the frequent to the rare', () => {
    const often = { loss: 1000, share: 0.1 };
    expect(toleranceFault({ often, rare: { loss: 5000, share: 0.01 } })).toBeUndefined();
    expect(toleranceFault({ often, rare: { loss: 1000, share: 0.01 } })?.pointer).toBe('/rare/loss');
    expect(toleranceFault({ often, rare: { loss: 5000, share: 0.1 } })?.pointer).toBe('/rare/share');
    expect(toleranceFault({ often: { loss: 0, share: 0.1 }, rare: often })?.pointer).toBe('/often/loss');
    expect(toleranceFault({ often: { loss: 1, share: 1 }, rare: often })?.pointer).toBe('/often/share');
  });
});

describe('the worth of a control', () => {
  test('lies between what it avoids alone and what it avoids with others', () => {
    const worths = controlWorths(
      [
        { id: 'R-1', controls: ['C-01'], avoided: 100 },
        { id: 'R-2', controls: ['C-01', 'C-02'], avoided: 40 },
        { id: 'R-3', controls: ['C-03'], avoided: null },
      ],
      new Map([
        ['C-01', 90],
        ['C-02', 50],
        ['C-03', 7],
      ]),
    );
    expect(worths.map(({ control, least, most, worth }) => [control, least, most, worth])).toEqual([
      ['C-01', 10, 50, 'pays'],
      ['C-02', -50, -10, 'does_not_pay'],
      ['C-03', null, null, 'no_estimate'],
    ]);
    expect(worths[0]).toMatchObject({ alone: 100, shared: 40, risks: ['R-1', 'R-2'], together: ['C-02'] });
  });

  test('of all controls: what each avoids alone is at most what all avoid, what it may avoid at least', () => {
    const treated = fc.array(
      fc.record({
        controls: fc.uniqueArray(fc.constantFrom('C-01', 'C-02', 'C-03', 'C-04'), { minLength: 1 }),
        avoided: fc.integer({ min: 0, max: 1e6 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(treated, (drawn) => {
        const worths = controlWorths(
          drawn.map((each, i) => ({ id: `R-${i}`, ...each })),
          new Map(),
        );
        const sum = (of: readonly number[]): number => of.reduce((total, each) => total + each, 0);
        const all = sum(drawn.map(({ avoided }) => avoided));
        expect(sum(worths.map(({ alone }) => alone))).toBeLessThanOrEqual(all);
        expect(sum(worths.map(({ alone, shared }) => alone + shared))).toBeGreaterThanOrEqual(all);
        expect(worths.every(({ worth }) => worth === 'no_cost')).toBe(true);
      }),
    );
  });
});

describe('what a run says', () => {
  const scenario = (more: Partial<CaseScenario> = {}): CaseScenario => ({
    id: 'R-1',
    name: 'Data is copied',
    inherent: BEFORE,
    residual: AFTER,
    controls: ['C-01'],
    cost: undefined,
    ...more,
  });
  const answered = (given: Partial<LossCase>) => {
    const of: LossCase = {
      seed: '1',
      years: 20_000,
      scenarios: [scenario()],
      tolerance: undefined,
      costs: new Map(),
      ...given,
    };
    const { scenarios, whole } = simulateLosses(of, marksOf(of.tolerance));
    return answerLosses(of, scenarios, whole);
  };
  const EUR = { open: 3, currency: 'EUR' };
  const tolerance = (loss: number) => ({
    often: { loss, share: 0.1 },
    rare: { loss: loss * 10, share: 0.01 },
  });

  test('says how many risks it speaks of, and what is not known', () => {
    expect(lossSentence(answered({ scenarios: [] }), EUR)).toBe(
      'None of 3 open risks is estimated in money yet, so nothing is known of what a year could cost.',
    );
    const untreated = answered({ scenarios: [scenario({ residual: undefined })] });
    expect(lossSentence(untreated, EUR)).toMatch(
      /^1 of 3 open risks is estimated: an average year costs EUR [\d,]+; what is tolerated is not said\.$/,
    );
    expect(untreated.portfolio.value).toBeNull();
  });

  test('compares what remains, not what was, with the tolerance, at the very losses that it names', () => {
    const wide = answered({ tolerance: tolerance(200_000) });
    expect(lossSentence(wide, EUR)).toMatch(/with it; what remains stays within what is tolerated\.$/);
    const narrow = answered({ tolerance: tolerance(5_000) });
    expect(narrow.curve.filter(({ loss }) => loss === 5_000 || loss === 50_000)).toHaveLength(2);
    expect(lossSentence(narrow, EUR)).toMatch(
      /beyond what is tolerated: EUR 50,000 or more in 1 year in \d+ where 1 year in 100 is\.$/,
    );
  });

  test('a treatment costs what all its controls cost, and is not said to cost anything while one is unknown', () => {
    const net = (costs: readonly (readonly [string, number])[]) =>
      answered({ scenarios: [scenario({ controls: ['C-01', 'C-02'] })], costs: new Map(costs) }).scenarios[0]
        ?.value;
    expect(net([['C-01', 500]])).toMatchObject({ cost: null, net: null });
    const both = net([
      ['C-01', 500],
      ['C-02', 700],
    ]);
    expect(both?.cost).toBe(1200);
    expect(both?.net).toBeCloseTo((both?.avoided ?? 0) - 1200, 6);
  });

  test('a point of the curve holds its share within its band, for both', () => {
    const { curve } = answered({ tolerance: tolerance(5_000) });
    for (const { inherent, residual, tolerated } of curve) {
      for (const { low, share, high } of [inherent, residual])
        expect([low <= share + 1e-12, share <= high + 1e-12]).toEqual([true, true]);
      expect(inherent.share).toBeGreaterThanOrEqual(residual.share);
      expect(tolerated).toBeGreaterThanOrEqual(0);
    }
  });

  test('amounts have three figures, shares say the years', () => {
    expect([estimateText(61_234.5), estimateText(-950.4), estimateText(0.4)]).toEqual([
      '61,200',
      '−950',
      '0',
    ]);
    expect([yearsText(0.02), yearsText(0.9), yearsText(0), yearsText(1)]).toEqual([
      '1 year in 50',
      '90 % of years',
      'no year',
      'every year',
    ]);
    expect(percentText(0.021_34)).toBe('2.13 %');
  });
});
