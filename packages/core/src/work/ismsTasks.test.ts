// The management system's own records ask for what they wait for, by name, and are silent once it is there.
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/index.ts';
import type { IsmsRecord, RecordStanding } from '../isms/index.ts';
import { openTasks } from './tasks.ts';
import { stateOf, today } from './testing/state.ts';

const quiet = { ...stateOf({ controls: [{ code: 'C-01' }] }), controls: [] };
const asked = (record: IsmsRecord, more: Partial<RecordStanding> = {}) =>
  openTasks({
    ...quiet,
    isms: [{ id: 'X-1', revision: 1, record, approved: true, inForce: 1, ...more }],
  }).filter(({ kind }) => kind === 'manage');

const review: Extract<IsmsRecord, { kind: 'review' }> = {
  kind: 'review',
  on: today,
  inputs: [],
  attendance: [],
  decisions: [],
  actions: [{ what: 'Plan an audit', owner: 'Ada', due: addDays(today, 10), done: null }],
  minutes: '',
  closed: null,
};
const objective: Extract<IsmsRecord, { kind: 'objective' }> = {
  kind: 'objective',
  title: 'Access is looked at',
  measure: 'Counted',
  unit: '',
  target: 1,
  direction: 'at_least',
  due: today,
  plan: 'Look',
  owner: 'Ben',
  every_days: 30,
  measurements: [],
};

describe('records of the management system', () => {
  it('ask to hold a review that is near, and for its actions by name once it is closed', () => {
    expect(asked({ ...review, on: addDays(today, 31) })).toEqual([]);
    expect(asked(review)[0]).toMatchObject({ id: 'manage:X-1:hold', until: today });
    const closed = { ...review, closed: { on: today, by: 'Ada' } };
    expect(asked(closed)[0]).toMatchObject({
      id: 'manage:X-1:action-1',
      title: 'Plan an audit',
      person: 'Ada',
      place: { at: 'company', record: 'X-1' },
    });
    const [action] = review.actions;
    expect(asked({ ...closed, actions: action ? [{ ...action, done: today }] : [] })).toEqual([]);
  });

  it('ask for another review a year after the last, where none is planned', () => {
    const old = { ...review, on: addDays(today, -350), actions: [], closed: { on: today, by: 'Ada' } };
    expect(asked(old)[0]).toMatchObject({ id: 'manage:review', until: '2026-06-16' });
  });

  it('ask the owner of an objective to measure it, a week before it is due', () => {
    const measured = (daysAgo: number) => ({
      ...objective,
      measurements: [{ on: addDays(today, -daysAgo), value: 1, by: 'Ben' }],
    });
    expect(asked(objective)[0]).toMatchObject({ id: 'manage:X-1:measure', person: 'Ben', until: undefined });
    expect(asked(measured(22))).toEqual([]);
    expect(asked(measured(23))[0]?.until).toBe(addDays(today, 7));
  });

  it('ask for a planned change, a lapsed proof and a draft that nobody has approved', () => {
    const change: IsmsRecord = {
      kind: 'change',
      title: 'A second region',
      purpose: 'Room',
      consequences: 'Keys',
      resources: 'Weeks',
      owner: 'Ada',
      due: addDays(today, 30),
      done: null,
    };
    expect(asked(change)[0]?.id).toBe('manage:X-1:do');
    expect(asked({ ...change, done: today })).toEqual([]);
    const competence: IsmsRecord = {
      kind: 'competence',
      person: 'Ada',
      need: 'Leads',
      ground: 'education',
      proof: 'A certificate',
      on: addDays(today, -400),
      until: today,
      effective: null,
    };
    expect(asked(competence)[0]?.id).toBe('manage:X-1:renew');
    const plan: IsmsRecord = { kind: 'communication', plan: [] };
    expect(asked(plan, { revision: 2, approved: false })[0]).toMatchObject({
      id: 'manage:X-1:approve',
      owner: 'founder',
    });
    expect(asked(plan)).toEqual([]);
  });
});
