// The strip fits its width, and says every state without colour.
import { DAY_STATES } from '@assay/core';
import { expect, test } from 'vitest';
import { daysPerCell, legend, pinsLegend, pinsLine, ruler, stripText } from './strip.ts';

const PLAIN = { perCell: 1, colour: false };

test('a year fits into eighty characters', () => {
  const perCell = daysPerCell(365, 80);
  expect(stripText([{ state: 'covered', days: 365 }], { perCell, colour: false }).length).toBeLessThanOrEqual(
    80,
  );
  expect(daysPerCell(80, 80)).toBe(1);
});

test('each state has a character of its own', () => {
  const cells = DAY_STATES.map((state) => stripText([{ state, days: 1 }], PLAIN));
  expect(new Set(cells).size).toBe(DAY_STATES.length);
});

test('a day that was missed is not hidden by those around it', () => {
  const days = [
    { state: 'operated' as const, days: 3 },
    { state: 'missed' as const, days: 1 },
  ];
  expect(stripText(days, { perCell: 4, colour: false })).toBe('M');
});

test('colour changes nothing but colour', () => {
  const days = [
    { state: 'late' as const, days: 2 },
    { state: 'no_data' as const, days: 1 },
  ];
  const coloured = stripText(days, { perCell: 1, colour: true });
  expect(coloured.replace(/\u001b\[[0-9;]*m/g, '')).toBe(stripText(days, PLAIN));
});

test('the ruler names months at their first day', () => {
  expect(ruler('2026-08-30', 40, 1)).toBe('  Sep                           Oct');
});

test('the legend names only what occurs', () => {
  expect(legend([[{ state: 'late', days: 1 }]], 1)).toContain('L late');
  expect(legend([[{ state: 'late', days: 1 }]], 2)).not.toContain('missed');
});

test('items of samples stand below their days, the worst of a character, by shape', () => {
  const pins = [
    { column: 1, items: 1, result: 'pass' as const },
    { column: 4, items: 2, result: 'not_tested' as const },
    { column: 5, items: 1, result: 'deviation' as const },
  ];
  expect(pinsLine(pins, 1)).toBe(' ●  ○◆');
  expect(pinsLine(pins, 2)).toBe('● ◆');
  expect(pinsLine([], 1)).toBe('');
  expect(pinsLegend(pins.slice(0, 2))).toBe('○ sampled, not tested   ● sampled, tested');
});
