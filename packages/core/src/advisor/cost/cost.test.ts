import { describe, expect, test } from 'vitest';
import { ADVICE_OPTIONS, type Lead } from '../../plan/index.ts';
import {
  budgetVariant,
  costGround,
  costOf,
  costOfRoute,
  type Cost,
  type CostAsked,
  type FigureOverrides,
} from './index.ts';
import { dayOf, situationOf } from './testing/situation.ts';
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

  test.each([
    [['ISO 9001'], 1],
    [['ISO/IEC 20000-1:2018'], 1],
    [['ISO14001', 'TISAX'], 1],
    [['Cyber Essentials'], 2],
    [['ISO/IEC 27001:2013'], 2],
    [['ISO 9001 (expired in May)'], 2],
    [['ISO 19001 training'], 2],
    [[], 2],
  ])('has fewer audit days only where another management system is certified: %s', (others, score) => {
    const { existing } = situationOf({});
    const { figures } = cost('iso_first', { existing: { ...existing, others } });
    expect(figures.find(({ key }) => key === 'iso.factor.maturity')?.value).toBe(score);
  });

  const groundwork = (asked: CostAsked): Readonly<Record<string, number | undefined>> => {
    const ground = costGround(
      { 'groundwork.shared.days': { value: 7, who: 'Ada', why: 'A case.', when: dayOf('2026-03-02') } },
      { runs: 50 },
    );
    const found = ground.ok && costOfRoute(asked, situationOf({}), ground.value);
    if (!found || !found.ok) throw new Error('it cannot be reckoned');
    const lines = found.value.lines.filter(({ id }) => id.startsWith('groundwork.'));
    return Object.fromEntries(lines.map(({ id, by }) => [id, by?.times ?? 1]));
  };

  test('leaves out groundwork that a plan has no more, and pays for what is left by its days', () => {
    const route = { credentials: ['iso27001', 'soc2_type2'], together: false } as const;
    expect(groundwork({ route })).toEqual({
      'groundwork.shared': 1,
      'groundwork.iso': 1,
      'groundwork.soc2': 1,
    });
    const left = ['risk_assessment', 'internal_audit', 'management_review'] as const;
    expect(groundwork({ route, groundwork: left })).toEqual({
      'groundwork.shared': 5 / 7,
      'groundwork.iso': 5 / 8,
    });
  });

  test('pays for no evaluation where the internal audit inside the period is it', () => {
    const route = { credentials: ['iso27001', 'soc2_type2'], together: true } as const;
    expect(groundwork({ route })['groundwork.soc2']).toBe(4 / 6);
    expect(groundwork({ route: { ...route, credentials: ['soc2_type1'] } })['groundwork.soc2']).toBe(4 / 6);
  });

  test('counts own work for help that is not bought, whatever of the groundwork is done', () => {
    const ground = costGround({}, { runs: 50 });
    const ownDays = (left: readonly Lead[]): number | undefined => {
      const asked = { option: 'iso_first', ceiling: 1, groundwork: left } as const;
      const variant = ground.ok && budgetVariant(asked, situationOf({}), ground.value);
      if (!variant || !variant.ok) throw new Error('it cannot be reckoned');
      return variant.value.taken.find(({ id }) => id === 'own_readiness')?.ownDays;
    };
    const all = ownDays(['scope', 'risk_assessment', 'statement', 'internal_audit', 'management_review']);
    expect(all).toBeGreaterThan(20);
    expect(Math.abs((ownDays([]) ?? 0) - (all ?? 0))).toBeLessThan(5);
  });

  test('pays for the months of the period that the plan has ahead', () => {
    const ground = costGround({}, { runs: 50 });
    const operation = (windowMonths?: number): number => {
      const asked = {
        route: { credentials: ['soc2_type2'], together: false },
        ready: { soc2_type2: 20 },
        windowMonths,
      } as const;
      const found = ground.ok && costOfRoute(asked, situationOf({}), ground.value);
      if (!found || !found.ok) throw new Error('it cannot be reckoned');
      return found.value.lines.find(({ id }) => id === 'soc2.operation')?.threeYears.p50 ?? 0;
    };
    expect(operation(12) / operation(3)).toBeCloseTo(4, 2);
    expect(operation(3)).toBe(operation());
    expect(operation(0)).toBe(0);
  });

  test('asks for the rate of the money that figures are in', () => {
    const ground = costGround({});
    const found = ground.ok && costOf('iso_first', situationOf({ currency: 'EUR' }), ground.value);
    expect(found).toMatchObject({ ok: false, error: { code: 'rate.missing', pointer: '/rates/USD' } });
  });
});
