// The sentence above my work says how much is asked and what of it is late.
import { expect, it } from 'vitest';
import { spanOf, workSentence, type TaskRow } from './tasks.ts';

const task = (overdue: boolean): TaskRow => ({
  id: 'T-1',
  kind: 'typed',
  state: 'open',
  title: 'a',
  why: 'b',
  closes: 'c',
  example: null,
  control: null,
  owner: 'founder',
  person: null,
  until: null,
  overdue,
  minutes: 30,
  place: { at: 'work', id: null },
  snoozed: null,
  done: null,
});

it.each([
  [[], 0, 0, 'Nothing is asked of you.'],
  [[], 0, 2, 'Nothing is asked of you now; 2 snoozed.'],
  [[task(false)], 0, 0, 'One thing is asked of you; it takes about 30 minutes.'],
  [
    [task(true), task(false)],
    3,
    1,
    '5 things are asked of you; 1 is overdue; the first 2 take about 1 hour; 1 snoozed.',
  ],
])('says it (%#)', (...given) => {
  const [data, rest, snoozed, said] = given;
  expect(workSentence({ data, rest, snoozed })).toBe(said);
});

it('says long spans in half hours', () => {
  expect([45, 60, 95, 400].map(spanOf)).toEqual(['45 minutes', '1 hour', '1.5 hours', '6.5 hours']);
});
