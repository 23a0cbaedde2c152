import { describe, expect, test } from 'vitest';
import { ADVICE_OPTIONS } from '../../plan/index.ts';
import { costGround, costOf, type Cost, type FigureOverrides } from './index.ts';
import { situationOf } from './testing/situation.ts';
import type { Situation } from '../situation.ts';
import type { AdviceOption } from '../../plan/index.ts';

function cost(option: AdviceOption, given: Partial<Situation> = {}, overrides: FigureOverrides = {}): Cost {
  const ground = costGround(overrides, { runs: 400 });
  if (!ground.ok) throw new Error(ground.error.detail);
  const found = costOf(option, situationOf(given), ground.value);
  if (!found.ok) throw new Error(found.error.detail);
  return found.value;
}

describe('what an option costs', () => {
  test('is a range for each year and for three years, and nothing for nothing yet', () => {
    for (const option of ADVICE_OPTIONS) {
      const { all, fan } = cost(option);
      expect(all.firstYear.p10).toBeLessThanOrEqual(all.firstYear.p50);
      expect(all.firstYear.p50).toBeLessThanOrEqual(all.firstYear.p90);
      expect(fan.at(-1)).toEqual(all.threeYears);
      expect(fan[3]).toEqual(all.firstYear);
      expect(all.threeYears.p50 > 0).toBe(option !== 'nothing_yet');
    }
  });

  test('is the same to the last byte for the same seed', () => {
    expect(JSON.stringify(cost('both_in_parallel'))).toBe(JSON.stringify(cost('both_in_parallel')));
  });

  test('asks for the rate of the money that figures are in', () => {
    const ground = costGround({});
    const found = ground.ok && costOf('iso_first', situationOf({ currency: 'EUR' }), ground.value);
    expect(found).toMatchObject({ ok: false, error: { code: 'rate.missing', pointer: '/rates/USD' } });
  });
});
