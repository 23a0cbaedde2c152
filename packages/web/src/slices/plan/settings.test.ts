import { expect, test } from 'vitest';
import {
  daysIn,
  isThePlan,
  leastDay,
  withCapacity,
  withDay,
  withDone,
  type SettingsDraft,
} from './settings.ts';

const HELD: SettingsDraft = {
  option: null,
  start: null,
  capacity: { founder: 4 },
  holidays: ['2026-12-25'],
  lead_days: [],
  fixed: [{ task: 'stage1', on: '2026-09-01', note: 'booked by mail' }],
  not_before: [{ task: 'risk', on: '2026-04-01', note: '' }],
  done: [],
};

test('a task has one day: a fixed one takes the place of one before which it may not begin, and keeps its note', () => {
  const moved = withDay(HELD, 'stage1', { kind: 'not_before', on: '2026-10-01' });
  expect([moved.fixed, moved.not_before]).toEqual([
    [],
    [HELD.not_before[0], { task: 'stage1', on: '2026-10-01', note: 'booked by mail' }],
  ]);
  const fixed = withDay(HELD, 'risk', { kind: 'fixed', on: '2026-05-01' });
  expect([fixed.fixed.map(({ task }) => task), fixed.not_before]).toEqual([['stage1', 'risk'], []]);
});

test('a task that is let go has no day left, and nothing else changes', () => {
  expect(withDay(HELD, 'stage1', undefined)).toEqual({ ...HELD, fixed: [] });
  expect(withDone(HELD, 'risk')).toEqual({ ...HELD, done: [{ task: 'risk', note: '' }] });
});

test('capacity that is cleared is what the answers say', () => {
  expect(withCapacity({ founder: 4, it_admin: 2 }, 'founder', undefined)).toEqual({ it_admin: 2 });
  expect(withCapacity({ it_admin: 2 }, 'it_admin', 0)).toEqual({ it_admin: 0 });
});

test('holidays are days that there are, each once and in order', () => {
  expect(daysIn('2026-12-25, 2026-02-31\n2026-01-01;2026-12-25 soon')).toEqual({
    good: ['2026-01-01', '2026-12-25'],
    bad: ['2026-02-31', 'soon'],
  });
});

test('a day that was said before it passed may stay in its field', () => {
  expect(leastDay('2026-06-01', '2026-05-01')).toBe('2026-05-01');
  expect(leastDay('2026-06-01', '2026-07-01')).toBe('2026-06-01');
  expect(leastDay('2026-06-01', null)).toBe('2026-06-01');
});

test('the plan is the way that was chosen, or else the one that is advised', () => {
  const settings = { ...HELD, revision: 0, changed_by: null, changed_at: null };
  const shown = { option: 'iso_first', advised: 'iso_first', settings } as const;
  expect(isThePlan(shown)).toBe(true);
  expect(isThePlan({ ...shown, option: 'type2_directly' })).toBe(false);
  expect(isThePlan({ ...shown, settings: { ...settings, option: 'type2_directly' } })).toBe(false);
});
