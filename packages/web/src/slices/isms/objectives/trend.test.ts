import { describe, expect, it } from 'vitest';
import { trendLayout } from './trend.layout.ts';

const BOX = { left: 40, top: 10, width: 300, height: 100 };
const asked = {
  measurements: [
    { on: '2026-03-01', value: 80 },
    { on: '2026-01-01', value: 60 },
    { on: '2026-02-01', value: 100 },
  ],
  target: 90,
  direction: 'at_least',
} as const;

describe('the picture of an objective', () => {
  it('goes from the first day to the last, whatever order they came in', () => {
    const { points } = trendLayout(asked, BOX);
    expect(points.map(({ on }) => on)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
    expect([points[0]?.x, points[2]?.x]).toEqual([40, 340]);
    expect(points.map(({ good }) => good)).toEqual([false, true, false]);
  });

  it('marks round values that hold all values and the target between them', () => {
    const { ticks, target, points } = trendLayout(asked, BOX);
    expect(ticks.map(({ value }) => value)).toEqual([60, 80, 100]);
    expect([ticks[0]?.y, ticks[2]?.y]).toEqual([110, 10]);
    expect(target).toBe(35);
    expect(points.every(({ y }) => y >= 10 && y <= 110)).toBe(true);
  });

  it('of one measurement, or of none, stays within its box', () => {
    const one = trendLayout({ ...asked, measurements: [{ on: '2026-01-01', value: 90 }] }, BOX);
    expect([one.points[0]?.x, one.path]).toEqual([190, `M190 ${one.points[0]?.y}`]);
    expect(trendLayout({ ...asked, measurements: [] }, BOX).path).toBe('');
    const low = trendLayout({ measurements: [], target: 0, direction: 'at_most' }, BOX);
    expect(low.ticks.every(({ y }) => Number.isFinite(y))).toBe(true);
  });
});
