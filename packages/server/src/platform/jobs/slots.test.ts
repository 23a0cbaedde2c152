// Moments of a schedule, missed ones included.
import { parseInstant, type Instant } from '@assay/core';
import { expect, it } from 'vitest';
import { dueSlots } from './slots.ts';

const at = (text: string): Instant => {
  const found = parseInstant(`2026-03-01T${text}Z`);
  if (!found) throw new Error(text);
  return found;
};
const times = (slots: readonly Instant[]) => slots.map((slot) => slot.slice(11, 16));

it('makes up for every moment that was missed, in order', () => {
  expect(times(dueSlots({ everyMinutes: 15, missed: 'each' }, at('10:00'), at('10:59')))).toEqual([
    '10:15',
    '10:30',
    '10:45',
  ]);
});

it('makes up for the last one alone where the others would say nothing new', () => {
  expect(times(dueSlots({ everyMinutes: 15, missed: 'latest' }, at('10:00'), at('10:59')))).toEqual([
    '10:45',
  ]);
});

it('has none before the next moment', () => {
  expect(dueSlots({ everyMinutes: 15, missed: 'each' }, at('10:00'), at('10:14:59'))).toEqual([]);
});

it('makes up for a long stop in pieces', () => {
  const rhythm = { everyMinutes: 1, missed: 'each' as const };
  const first = dueSlots(rhythm, at('00:00'), at('05:00'));
  const rest = dueSlots(rhythm, first.at(-1) ?? at('00:00'), at('05:00'));
  expect([first.length, rest.length]).toEqual([200, 100]);
});
