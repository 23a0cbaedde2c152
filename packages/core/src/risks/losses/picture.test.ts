// The curve as a picture: it depends on the answer and the size alone, and nothing leaves its frame by more than a line.
import { describe, expect, test } from 'vitest';
import { simulateLosses } from '../simulation/run.ts';
import { answerLosses, marksOf, type LossAnswer, type LossCase } from './answer.ts';
import { curvePicture } from './picture.ts';
import { curveSvg } from './svg.ts';

const PALETTE = { paper: '#fff', rule: '#ddd', ink: '#000', soft: '#555', fail: '#a00' };

function answered(more: Partial<LossCase> = {}): LossAnswer {
  const given: LossCase = {
    seed: '1',
    years: 20_000,
    scenarios: [
      {
        id: 'R-1',
        name: 'Data is copied',
        controls: [],
        cost: undefined,
        inherent: {
          frequency: { kind: 'poisson', perYear: 1.2 },
          loss: { kind: 'lognormal', low: 10_000, high: 900_000 },
        },
        residual: {
          frequency: { kind: 'poisson', perYear: 0.4 },
          loss: { kind: 'lognormal', low: 10_000, high: 300_000 },
        },
      },
    ],
    tolerance: { often: { loss: 50_000, share: 0.1 }, rare: { loss: 400_000, share: 0.01 } },
    costs: new Map(),
    ...more,
  };
  const { scenarios, whole } = simulateLosses(given, marksOf(given.tolerance));
  return answerLosses(given, scenarios, whole);
}

describe('the curve as a picture', () => {
  test.each([320, 390, 800, 1200])('%i pixels wide: labels do not meet, lines stay within', (width) => {
    const picture = curvePicture(answered(), { width, height: 360 });
    if (!picture) throw new Error('nothing to draw');
    const { plot, losses, shares, points, marks } = picture;
    const named = losses.filter(({ label }) => label !== '');
    expect(named.length).toBeGreaterThan(1);
    named.forEach(({ at, label }, i) => {
      const before = named[i - 1];
      if (before) expect(at - before.at).toBeGreaterThan(3 * (label.length + before.label.length));
    });
    expect(shares[0]?.label).toBe('every year');
    for (const { at } of shares) expect([at >= plot.top, at <= plot.bottom + 0.1]).toEqual([true, true]);
    for (const { x } of [...points, ...marks])
      expect([x >= plot.left, x <= plot.right]).toEqual([true, true]);
    expect(marks).toHaveLength(2);
    expect(picture.beyond.length).toBeGreaterThan(0);
  });

  test('two drawings of one answer are the same to the letter', () => {
    const draw = (): string =>
      curveSvg({ title: 'Losses', sentence: 'A & B', currency: 'EUR', answer: answered(), palette: PALETTE });
    expect(draw()).toBe(draw());
    expect(draw()).toContain('A &#38; B');
    expect(draw()).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('of nothing there is no picture, and the file says so by its frame alone', () => {
    const empty = answered({ scenarios: [] });
    expect(curvePicture(empty, { width: 800, height: 360 })).toBeUndefined();
    const bare = answered({ tolerance: undefined });
    expect(curvePicture(bare, { width: 800, height: 360 })).toMatchObject({
      tolerated: '',
      marks: [],
      beyond: [],
    });
  });
});
