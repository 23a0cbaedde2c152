// Days of a continuous control that follow on one another are told once; nothing else is joined.
import { expect, test } from 'vitest';
import type { Occurrence } from './occurrence.ts';
import { spells } from './spells.ts';

function day(last: number, change: Partial<Occurrence> = {}): Occurrence {
  return {
    scope: 'all',
    first: last,
    last,
    graceUntil: last,
    control: 'C-01',
    item: undefined,
    state: 'no_data',
    filledBy: undefined,
    caughtUpBy: undefined,
    exclusion: undefined,
    priorRun: undefined,
    ...change,
  };
}

function told(occurrences: readonly Occurrence[]): readonly string[] {
  return spells(occurrences).map(({ occurrence, last, count }) => `${occurrence.first}-${last} x${count}`);
}

test('days in a row are one spell, a day between them makes two', () => {
  expect(told([day(1), day(2), day(3), day(5)])).toEqual(['1-3 x3', '5-5 x1']);
});

test('scopes and states are kept apart', () => {
  const of = (scope: string) => [day(1, { scope }), day(2, { scope })];
  expect(
    told([day(1, { scope: 'a' }), day(1, { scope: 'b' }), day(2, { scope: 'a' }), day(2, { scope: 'b' })]),
  ).toEqual(['1-2 x2', '1-2 x2']);
  expect(told([...of('a').slice(0, 1), day(2, { scope: 'a', state: 'missed' })])).toEqual([
    '1-1 x1',
    '2-2 x1',
  ]);
});

test('events of following days stand by themselves', () => {
  expect(told([day(1, { item: 'x' }), day(2, { item: 'y' })])).toEqual(['1-1 x1', '2-2 x1']);
});
