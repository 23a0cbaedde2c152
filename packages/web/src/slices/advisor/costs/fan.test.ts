import { expect, test } from 'vitest';
import { fanPoints, quarterName } from './costs.ts';
import { fanDrawing, shortAmount } from './fan.layout.ts';
import { partsOf, readParts } from './override.ts';

const FAN = Array.from({ length: 12 }, (_, i) => ({
  p10: 5000 * i,
  p50: 7000 * (i + 1),
  p90: 11_000 * (i + 1),
}));
const ANCHORS = [
  { title: 'SOC 2 Type I', least: 7500, most: 60_000, here: 20_000 },
  { title: 'ISO/IEC 27001', least: 40_000, most: 180_000, here: 70_000 },
];

test('the fan begins at nothing and its band holds its middle', () => {
  const points = fanPoints(FAN);
  expect(points[0]).toEqual({ quarter: 0, p10: 0, p50: 0, p90: 0 });
  const drawing = fanDrawing(points, ANCHORS, { width: 900, height: 360 });
  expect(drawing?.points).toHaveLength(13);
  expect(drawing?.points[0]?.y).toBe(drawing?.plot.bottom);
  expect(drawing?.quarters.map(({ label }) => label)).toEqual(['start', '1 year', '2 years', '3 years']);
  expect(drawing?.band.endsWith('Z')).toBe(true);
});

test('the published ranges stand beside it on the same axis; where there is no room, the table has them alone', () => {
  const wide = fanDrawing(fanPoints(FAN), ANCHORS, { width: 900, height: 360 });
  expect(wide?.anchors).toHaveLength(2);
  for (const { top, here, bottom, x } of wide?.anchors ?? []) {
    expect(top).toBeLessThan(here);
    expect(here).toBeLessThan(bottom);
    expect(x).toBeGreaterThan(wide?.plot.right ?? 0);
    expect(top).toBeGreaterThanOrEqual(wide?.plot.top ?? 0);
  }
  expect(fanDrawing(fanPoints(FAN), ANCHORS, { width: 340, height: 300 })?.anchors).toEqual([]);
  expect(fanDrawing([], ANCHORS, { width: 900, height: 360 })).toBeUndefined();
});

test('amounts on the axis are short, quarters are counted as people do', () => {
  expect([0, 2500, 125_000, 1_500_000].map(shortAmount)).toEqual(['0', '2,500', '125k', '1.5m']);
  expect([1, 4, 5, 12].map(quarterName)).toEqual([
    'year 1, quarter 1',
    'year 1, quarter 4',
    'year 2, quarter 1',
    'year 3, quarter 4',
  ]);
});

test('a figure is typed as it is: one number, or three; what is no number is none', () => {
  const three = { min: 800, mode: 1200, max: 1800 };
  expect(readParts(three, partsOf(three))).toEqual(three);
  expect(readParts(5, [{ name: 'Value,', text: '1 250' }])).toBe(1250);
  expect(readParts(5, [{ name: 'Value,', text: '' }])).toBeUndefined();
  expect(readParts({ at10: 1, at1000: 2 }, partsOf({ at10: 1, at1000: 2 }))).toEqual({ at10: 1, at1000: 2 });
});
