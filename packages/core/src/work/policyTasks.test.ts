// What policies ask for, and when they stop asking.
import { expect, test } from 'vitest';
import { acknowledged } from '../policies/index.ts';
import { workOf } from './mine.ts';
import { policyTasks } from './policyTasks.ts';
import type { PolicyAtWork } from './state.ts';
import { day, stateOf } from './testing/state.ts';

const held: PolicyAtWork = {
  code: 'POL-02',
  title: 'Access control',
  owner: 'it_admin',
  standing: { state: 'published', inForce: 2, next: undefined, reviewOn: day('2027-01-01') },
  since: day('2026-05-25'),
  acknowledged: acknowledged(['Ines', 'Tom'], ['Ines', 'Tom']),
  newest: { version: 2, approved: true, publishedOn: day('2026-05-25'), reviewMonths: 12, retired: false },
  missing: [],
};
const asked = (policy: PolicyAtWork) => policyTasks({ ...stateOf({ controls: [] }), policies: [policy] });

test('a policy that is current and confirmed by everybody asks for nothing', () => {
  expect(asked(held)).toEqual([]);
  expect(asked({ ...held, acknowledged: acknowledged([], []) })).toEqual([]);
});

test('whoever has not confirmed is asked for within a fortnight, one person by name', () => {
  const some = asked({ ...held, acknowledged: acknowledged(['Ines', 'Tom', 'Ana'], ['Ines']) });
  expect(some).toMatchObject([
    {
      id: 'confirm_policy:POL-02@2',
      title: 'Have 2 people confirm POL-02 Access control',
      owner: 'it_admin',
      person: undefined,
      until: '2026-06-08',
      place: { at: 'policy', policy: 'POL-02' },
    },
  ]);
  expect(some[0]?.why).toContain(
    '2 of 3 people named have not confirmed version 2, in force since 2026-05-25: Tom, Ana.',
  );
  expect(asked({ ...held, acknowledged: acknowledged(['Ines', 'Tom'], ['Ines']) })[0]?.person).toBe('Tom');
  const work = (name: string) =>
    workOf(some, new Map(), { roles: ['founder'], today: day('2026-06-01'), name }).shown.length;
  expect([work('Ana'), work('Ines')]).toEqual([1, 0]);
});

test('a review is asked for thirty days before its day, and late from that day', () => {
  const on = (reviewOn: string) =>
    asked({ ...held, standing: { ...held.standing, reviewOn: day(reviewOn) } }).map(({ id, why, until }) => [
      id,
      why.includes('has been due for review since'),
      until,
    ]);
  expect(on('2026-07-02')).toEqual([]);
  expect(on('2026-07-01')).toEqual([['review_policy:POL-02@2', false, '2026-07-01']]);
  expect(on('2026-06-01')).toEqual([['review_policy:POL-02@2', true, '2026-06-01']]);
});

test('a draft waits for its approval once it is filled, an approved version for its publishing', () => {
  const draft: PolicyAtWork = {
    ...held,
    standing: { state: 'draft', inForce: undefined, next: 1, reviewOn: undefined },
    since: undefined,
    acknowledged: undefined,
    newest: { version: 1, approved: false, publishedOn: undefined, reviewMonths: 12, retired: false },
  };
  expect(asked({ ...draft, missing: ['company'] })).toEqual([]);
  expect(asked(draft)).toMatchObject([{ id: 'decide_policy:POL-02@1:approved', owner: 'founder' }]);
  expect(asked({ ...draft, newest: { ...draft.newest, approved: true } })).toMatchObject([
    { id: 'decide_policy:POL-02@1:published', owner: 'it_admin' },
  ]);
});
