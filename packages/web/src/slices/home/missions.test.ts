// Where missions start, and that a browser keeps only where one was; the questions are held to the guide in e2e.
import { parsePlainDate } from '@assay/core';
import { expect, test } from 'vitest';
import { readKept, searchOf, writeKept } from './missions.ts';

test('a start in the past is a day of the address', () => {
  const today = parsePlainDate('2026-11-25');
  if (!today) throw new Error('a day');
  expect(searchOf({ page: 'window', daysAgo: 70 }, today)).toEqual({ at: '2026-09-16' });
  expect(searchOf({ page: 'window', by: 'criterion' }, today)).toEqual({ by: 'criterion' });
});

test('what is kept reads back, and nonsense is nothing', () => {
  for (const kept of [
    { away: true, last: 3 },
    { away: false, last: undefined },
    { away: false, last: 0 },
  ])
    expect(readKept(writeKept(kept))).toEqual(kept);
  for (const text of [null, '', 'away', 'away 9', '{"away":true}'])
    expect(readKept(text)).toEqual({ away: text === 'away 9', last: undefined });
});
