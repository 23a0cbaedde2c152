// The words of collectors.
import { expect, it } from 'vitest';
import {
  collectorSentence,
  collectorsSentence,
  hours,
  runsSaid,
  whyUnknown,
  type Collector,
} from './collectors.ts';

const row: Collector = {
  name: 'nightly',
  title: 'Nightly',
  kind: 'ci',
  covers: { all: false, controls: ['C-81'], checks: [] },
  controls: ['C-81'],
  scope: null,
  every_hours: 24,
  tolerance: 2,
  lists: 'everything',
  formats: [],
  reads: null,
  started_at: '2026-03-01T00:00:00.000Z',
  retired_at: null,
  state: 'on_time',
  next_due: '2026-03-05T04:17:00.000Z',
  outage_since: null,
  last_complete_at: null,
  recent: [],
  revision: 1,
};

it('says first who is silent, then who is late', () => {
  expect(collectorsSentence([row])).toBe('The collector is as promised.');
  expect(
    collectorsSentence([
      row,
      { ...row, name: 'weekly', state: 'outage' },
      { ...row, name: 'hourly', state: 'late' },
    ]),
  ).toBe('weekly is silent: what it covers is unknown; hourly is late; 1 of 3 is as promised.');
  expect(collectorsSentence([{ ...row, state: 'retired' }])).toBe('Nobody has promised to bring results.');
});

it('says of one when its next run is due', () => {
  expect(collectorSentence(row)).toBe('It promises a run every day; the next is due by 2026-03-05 04:17.');
  expect(collectorSentence({ ...row, state: 'outage', outage_since: '2026-03-07T04:17:00.000Z' })).toContain(
    'since 2026-03-07 04:17',
  );
});

it('says why a run is unknown, and how many were whole', () => {
  expect(whyUnknown({ because: ['failed', 'partial'], error: 'rate_limit' })).toBe(
    'it failed (rate limit); it says that something is missing',
  );
  expect(runsSaid([])).toBe('no run yet');
});

it.each([
  [1, 'hour'],
  [6, '6 hours'],
  [24, 'day'],
  [72, '3 days'],
  [168, 'week'],
  [336, '2 weeks'],
])('says %i hours as every %s', (count, said) => {
  expect(hours(count)).toBe(said);
});
