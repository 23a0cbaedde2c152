// Moves of a state: only steps that change something, alike ones together.
import { expect, it } from 'vitest';
import { changes, tallyMoves } from './moves.ts';

const then = (now: string, committed = now, accepted = committed) => ({ now, committed, accepted });

it.each([
  [then('proved'), ['now proved']],
  [then('proved', 'failing'), ['now proved', 'once committed failing']],
  [then('unknown', 'unknown', 'proved'), ['now unknown', 'once accepted proved']],
  [
    then('unknown', 'pending_review', 'proved'),
    ['now unknown', 'once committed pending_review', 'once accepted proved'],
  ],
])('%o', (given, expected) => {
  expect(changes(given).map(({ when, state }) => `${when} ${state}`)).toEqual(expected);
});

it('puts what moves before what stays, and the larger group first', () => {
  const rows = [
    then('proved'),
    then('proved'),
    then('unknown', 'failing'),
    then('proved', 'failing'),
    then('unknown', 'failing'),
  ];
  expect(tallyMoves(rows).map((group) => [group.path.length, group.rows.length])).toEqual([
    [2, 2],
    [2, 1],
    [1, 2],
  ]);
});
