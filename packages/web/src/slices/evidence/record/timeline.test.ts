// The axis of a record's times holds every day with room, and ticks stay few enough to be read.
import { expect, it } from 'vitest';
import { against, axisOf, dayOf, place } from './timeline.ts';

const period = { from: '2026-08-20', until: '2027-02-16' };

it('holds every day and leaves room at both ends', () => {
  const axis = axisOf([dayOf('2026-09-14'), dayOf(period.from), dayOf(period.until)]);
  for (const day of ['2026-09-14', period.from, period.until]) {
    expect(place(axis, dayOf(day))).toBeGreaterThan(0);
    expect(place(axis, dayOf(day))).toBeLessThan(1);
  }
});

it('ticks at firsts of months and names the year in January', () => {
  const { ticks } = axisOf([dayOf(period.from), dayOf(period.until)]);
  expect(ticks.map(({ label }) => label)).toEqual(['Sep', 'Oct', 'Nov', 'Dec', '2027', 'Feb']);
});

it.each([
  ['2026-01-01', '2026-01-02'],
  ['2010-01-01', '2026-01-01'],
  ['1970-01-01', '2070-01-01'],
])('draws at most nine ticks from %s to %s', (from, until) => {
  expect(axisOf([dayOf(from), dayOf(until)]).ticks.length).toBeLessThanOrEqual(9);
});

it('gives one day a width', () => {
  const axis = axisOf([dayOf('2026-05-05')]);
  expect(axis.until - axis.from).toBeGreaterThan(0);
});

it('says where a day stands, its first and last day included', () => {
  const said = (day: string): string => against(dayOf(day), period);
  expect(said('2026-08-19')).toBe('1 day before the period');
  expect(said('2026-08-20')).toBe('day 1 of 180');
  expect(said('2027-02-15')).toBe('day 180 of 180');
  expect(said('2027-02-16')).toBe('1 day after the period');
  expect(against(1, undefined)).toBe('');
});
