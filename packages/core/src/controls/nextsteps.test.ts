// Why a step is proposed, and what it promises.
import { describe, expect, test } from 'vitest';
import { nextSteps, worth, type NextStep } from './nextsteps.ts';
import { posture } from './posture.ts';
import { Fields } from '../kernel/testing/fields.ts';
import { situation } from './testing/situation.ts';

const EVERYTHING = {
  today: '2026-03-31',
  examination: { type: 'type2', from: '2026-01-01', until: '2026-07-01' },
  frameworks: [
    { id: 'iso27001:2022', requirements: [{ id: '6.1.2', kind: 'clause' }] },
    { id: 'soc2:2017', requirements: [{ id: 'CC1.1', kind: 'criterion' }] },
  ],
  controls: [{ code: 'C-1', kind: 'automated' }],
  mappings: [
    { control: 'C-1', to: 'iso27001:2022/6.1.2' },
    { control: 'C-1', to: 'soc2:2017/CC1.1' },
  ],
};
const seen = { controls: ['C-1'], subject: 'x', observedAt: '2026-03-30T10:00:00Z' };

function steps(change: object): readonly NextStep[] {
  const input = situation(new Fields({ ...EVERYTHING, ...change }));
  return nextSteps(posture(input), input.controls, input.states);
}

describe('the reason of a step', () => {
  test('names the checks that fail, before those in doubt', () => {
    const observations = [
      { ...seen, check: 's:b', status: 'error' },
      { ...seen, check: 's:a', status: 'fail' },
    ];
    expect(steps({ observations })).toMatchObject([
      { kind: 'fix_failing', reason: { states: ['failing'], checks: ['s:a'] } },
    ]);
  });

  test('names the checks in doubt', () => {
    expect(steps({ observations: [{ ...seen, check: 's:b', status: 'unknown' }] })).toMatchObject([
      { kind: 'give_evidence', reason: { states: ['unknown'], checks: ['s:b'] } },
    ]);
  });

  test('names the checks that have fallen silent', () => {
    const observations = [{ ...seen, check: 's:b', status: 'pass', observedAt: '2025-10-01T00:00:00Z' }];
    expect(steps({ observations })).toMatchObject([
      { kind: 'renew_evidence', reason: { states: ['stale'], checks: ['s:b'] } },
    ]);
  });

  test('names the evidence and by how much it is too old', () => {
    const evidence = [{ code: 'E-1', control: 'C-1', performedAt: '2025-12-20' }];
    expect(steps({ evidence, examination: { type: 'type1', on: '2026-03-31' } })).toMatchObject([
      {
        kind: 'renew_evidence',
        reason: { states: ['stale'], evidence: ['E-1'], verdict: { state: 'stale', days: 1 } },
      },
    ]);
  });

  test('tells two states that need the same step', () => {
    const evidence = [{ code: 'E-1', control: 'C-1', performedAt: '2025-12-25', review: 'rejected' }];
    const observations = [
      { ...seen, check: 's:b', status: 'pass', observedAt: '2025-12-31T00:00:00Z' },
      { ...seen, check: 's:b', status: 'unknown' },
    ];
    const [step] = steps({ evidence, observations, today: '2026-03-31', examinedOn: '2026-01-01' });
    expect(step?.reason.states).toEqual(['unknown', 'outside_window']);
    expect(step?.moves).toEqual({ iso: ['iso27001:2022/6.1.2'], soc2: ['soc2:2017/CC1.1'] });
  });
});

describe('the steps', () => {
  test('leave out what moves neither framework', () => {
    const own = {
      frameworks: [{ id: 'own:1', requirements: [{ id: 'X-1', kind: 'control' }] }],
      mappings: [{ control: 'C-1', to: 'own:1/X-1' }],
    };
    expect(steps(own)).toEqual([]);
  });

  test('leave out controls that posture does not know and those that were declined', () => {
    const input = situation(new Fields({ ...EVERYTHING, controls: [{ code: 'C-1', state: 'not_adopted' }] }));
    expect(nextSteps(posture(input), input.controls, input.states)).toEqual([]);
    const known = situation(new Fields(EVERYTHING));
    expect(
      nextSteps(posture({ ...known, controls: [], mappings: [] }), known.controls, known.states),
    ).toEqual([]);
  });

  test('offer a control without any state for adoption', () => {
    const input = situation(new Fields(EVERYTHING));
    expect(nextSteps(posture({ ...input, states: new Map() }), input.controls, new Map())).toMatchObject([
      { kind: 'adopt_control', target: 'C-1' },
    ]);
  });

  test('count less than an hour as an hour, so that tiny steps do not crowd out the rest', () => {
    const [review] = steps({
      evidence: [{ code: 'E-1', control: 'C-1', performedAt: '2026-03-01', review: 'pending' }],
    });
    expect(review).toMatchObject({ kind: 'review_evidence', effortDays: 0.05 });
    expect(review && worth(review)).toBe(16);
  });
});
