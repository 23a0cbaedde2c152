// What a window case must not say, and how it is told where.
import { describe, expect, test } from 'vitest';
import { readCase } from './case.ts';

const control = {
  code: 'C-01',
  started_on: '2025-01-01',
  schedule: [{ kind: 'periodic', frequency: 'monthly' }],
};
const good = {
  window: { from: '2026-01-01', until: '2026-07-01' },
  today: '2026-05-10',
  controls: [control],
};
const withControl = (fields: object) => ({ ...good, controls: [{ ...control, ...fields }] });

function pointerOf(json: unknown): string | undefined {
  const read = readCase(json);
  return 'pointer' in read ? read.pointer : undefined;
}

describe('a window case', () => {
  test('is read with its defaults', () => {
    const read = readCase(good);
    if ('pointer' in read) throw new Error(read.message);
    const [timeline] = read.question.timelines;
    expect(timeline?.scopes).toEqual([{ name: 'all', from: undefined, until: undefined }]);
    expect(timeline?.events).toBeUndefined();
    expect(read.question.frame).toMatchObject({ reconstructedAfterDays: 14, zone: { name: 'UTC' } });
  });

  test.each([
    ['no object', 7, ''],
    ['an unknown field', { ...good, colour: 'red' }, ''],
    ['a day that is none', { ...good, today: '2026-02-30' }, '/today'],
    [
      'a window that ends before it begins',
      { ...good, window: { from: '2026-07-01', until: '2026-01-01' } },
      '/window/until',
    ],
    ['no control', { ...good, controls: [] }, '/controls'],
    ['a control twice', { ...good, controls: [control, control] }, '/controls/1/code'],
    [
      'an unknown frequency',
      withControl({ schedule: [{ kind: 'periodic', frequency: 'hourly' }] }),
      '/controls/0/schedule/0/frequency',
    ],
    ['a schedule without a version', withControl({ schedule: [] }), '/controls/0/schedule'],
    [
      'a negative grace',
      withControl({ schedule: [{ kind: 'event', grace_days: -1 }] }),
      '/controls/0/schedule/0/grace_days',
    ],
    [
      'evidence twice',
      withControl({
        evidence: [
          { id: 'E-1', performed_on: '2026-01-02' },
          { id: 'E-1', performed_on: '2026-02-02' },
        ],
      }),
      '/controls/0/evidence/1/id',
    ],
    [
      'a scope that is not there',
      withControl({ runs: [{ at: '2026-01-02T00:00:00Z', result: 'pass', scope: 'eu' }] }),
      '/controls/0/runs/0/scope',
    ],
    [
      'an exclusion that nobody decided',
      withControl({ exclusions: [{ from: '2026-01-01', until: '2026-02-01', reason: 'moved' }] }),
      '/controls/0/exclusions/0/owner',
    ],
    [
      'an instant that is none',
      withControl({ runs: [{ at: 'yesterday', result: 'pass' }] }),
      '/controls/0/runs/0/at',
    ],
    [
      'a criterion over a control that is not there',
      { ...good, criteria: [{ criterion: 'CC6.3', key_controls: [{ control: 'C-02' }] }] },
      '/criteria/0/key_controls/0',
    ],
    ['a zone that nobody knows', { ...good, time_zone: 'Europe/Atlantis' }, '/time_zone'],
  ])('refuses %s', (_what, json, pointer) => {
    expect(pointerOf(json)).toBe(pointer);
  });

  test('reads an instant as its day in the zone', () => {
    const read = readCase({
      ...withControl({ evidence: [{ id: 'E-1', performed_on: '2026-03-31T22:30:00Z' }] }),
      time_zone: 'Europe/Berlin',
    });
    if ('pointer' in read) throw new Error(read.message);
    expect(read.question.timelines[0]?.performances[0]?.performedAt).toBe('2026-04-01');
  });
});
