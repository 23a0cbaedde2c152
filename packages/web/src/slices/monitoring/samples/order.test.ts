// How often a control runs follows from its schedule; of an event's control from the list; of nothing it is asked.
import { SIZE_PROFILES } from '@assay/core';
import { expect, test } from 'vitest';
import { classBySchedule, firstOrder, isReady, sizeOf } from './order.ts';

const list = { rows: 40, provenance: { range: { from: '2026-01-01', until: '2027-01-01' } } };

test('the schedule names the class', () => {
  expect(classBySchedule({ kind: 'periodic', frequency: 'business_daily' }, list)).toBe('daily');
  expect(classBySchedule({ kind: 'continuous' }, list)).toBe('automated');
});

test('a control that runs at events is classed by how many there were', () => {
  expect(classBySchedule({ kind: 'event' }, list)).toBe('weekly');
  expect(classBySchedule({ kind: 'event' }, { ...list, rows: 400 })).toBe('many_a_day');
});

test('without a schedule or a range nothing is guessed: it is asked', () => {
  expect(classBySchedule(null, list)).toBeUndefined();
  expect(classBySchedule({ kind: 'event' }, { rows: 40, provenance: { range: null } })).toBeUndefined();
  const order = { ...firstOrder, population: 'P-1', control: 'C-30' };
  expect(sizeOf(order, 40, SIZE_PROFILES)).toEqual({ ok: false, error: 'Say how often the control runs.' });
  expect(
    [undefined, 'weekly' as const].map((frequency) => isReady({ ...order, frequency }, 40, SIZE_PROFILES)),
  ).toEqual([false, true]);
});
