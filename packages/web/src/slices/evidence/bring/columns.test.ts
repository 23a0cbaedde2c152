// Heads of a table are found in tables only, and no head is guessed for two roles.
import { expect, it } from 'vitest';
import { guessColumns, headsOf } from './columns.ts';

it('finds the heads of a table, whatever separates them', () => {
  expect(headsOf('a.csv', 'Check;Resource;Status\n1;2;3')).toEqual(['Check', 'Resource', 'Status']);
});

it.each([
  ['a.md', 'a,b,c\n'],
  ['a.csv', 'a,b\n'],
  ['a.csv', 'a,,c\n'],
  ['a.csv', 'a,a,b\n'],
  ['a.csv', 'a,b,c\0'],
])('finds none in %s with %j', (name, text) => expect(headsOf(name, text)).toEqual([]));

it('guesses by sound, each head once', () => {
  expect(guessColumns(['Test date', 'Host', 'Result', 'Rule'])).toEqual({
    check: 'Test date',
    subject: 'Host',
    status: 'Result',
  });
  expect(guessColumns(['rule_id', 'asset', 'outcome', 'last_seen', 'details'])).toEqual({
    check: 'rule_id',
    subject: 'asset',
    status: 'outcome',
    observed_at: 'last_seen',
    message: 'details',
  });
});
