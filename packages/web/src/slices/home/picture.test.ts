import { describe, expect, test } from 'vitest';
import { sideBySide, stacked } from './layout.ts';
import { neighbour } from '../../ui/neighbour.ts';
import { linksOf } from './links.ts';
import type { ControlLike, FrameworkLike } from './spots.ts';

const requirement = (ref: string, group: string) => ({
  ref,
  id: ref.slice(ref.indexOf('/') + 1),
  title: 'title',
  group,
  state: 'proved',
});
const frameworks: readonly FrameworkLike[] = [
  {
    view: 'iso',
    title: 'ISO/IEC 27001:2022',
    requirements: Array.from({ length: 40 }, (_, i) =>
      requirement(`iso27001:2022/A.5.${i + 1}`, 'organizational'),
    ),
  },
  {
    view: 'soc2',
    title: 'SOC 2',
    requirements: Array.from({ length: 8 }, (_, i) => requirement(`soc2:2017/CC6.${i + 1}`, 'CC6')),
  },
];
const control = (code: string, ...to: readonly (readonly [string, string])[]): ControlLike => ({
  code,
  name: code,
  state: { state: 'adopted', implementation: 'implemented' },
  mappings: to.map(([ref, strength]) => ({ to: ref, strength })),
});
const controls = [
  control('C-1', ['iso27001:2022/A.5.1', 'full'], ['soc2:2017/CC6.1', 'partial']),
  control('C-2', ['iso27001:2022/A.5.2', 'full'], ['soc2:2017/CC6.1', 'supporting']),
  control('C-3', ['iso27001:2022/A.5.3', 'full']),
];

describe.each([
  ['side by side', sideBySide],
  ['stacked', stacked],
])('the picture %s', (_, layout) => {
  const drawing = layout(frameworks, controls);

  test('shows every requirement and only controls that answer both', () => {
    expect(drawing.spots.filter((spot) => spot.kind !== 'control')).toHaveLength(48);
    expect(drawing.spots.filter((spot) => spot.kind === 'control').map((spot) => spot.id)).toEqual(['C-1']);
  });

  test('ends soon after the last of it', () => {
    const last = Math.max(...drawing.spots.map(({ y, height }) => y + height));
    expect(drawing.height).toBeLessThanOrEqual(Math.max(last + 40, 320));
  });

  test('lays nothing over anything else and nothing outside', () => {
    for (const [i, a] of drawing.spots.entries()) {
      expect(a.x >= 0 && a.x + a.width <= drawing.width && a.y + a.height <= drawing.height).toBe(true);
      for (const b of drawing.spots.slice(i + 1))
        expect(
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
        ).toBe(true);
    }
  });

  test('reaches every spot by arrow keys', () => {
    const [first] = drawing.spots;
    const seen = new Set(first ? [first] : []);
    for (const spot of seen)
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
        const next = neighbour(drawing.spots, spot, key);
        if (next) seen.add(next);
      }
    expect(seen.size).toBe(drawing.spots.length);
  });
});

describe('links', () => {
  const links = linksOf(controls);

  test('light both sides through controls, not through mere support', () => {
    expect([...links.reach('soc2:2017/CC6.1')].sort()).toEqual([
      'C-1',
      'iso27001:2022/A.5.1',
      'soc2:2017/CC6.1',
    ]);
  });

  test('are said in words', () => {
    expect(links.say('C-1')).toBe('It answers 1 ISO and 1 SOC 2 requirements.');
    expect(links.say('iso27001:2022/A.5.1')).toBe(
      '1 control answers it and 0 ISO and 1 SOC 2 requirements beside.',
    );
  });
});
