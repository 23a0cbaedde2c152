// What a proof names: few pieces, the newest first, and the newest day that they speak for.
import { describe, expect, test } from 'vitest';
import { posture } from './posture.ts';
import { WORST_FIRST, PROOF_STATES, type ControlProof } from './proof.ts';
import { Fields } from '../kernel/testing/fields.ts';
import { situation } from './testing/situation.ts';

function proof(change: object): ControlProof | undefined {
  const given = {
    today: '2026-03-31',
    examination: { type: 'none' },
    controls: [{ code: 'C-1', kind: 'automated' }],
    ...change,
  };
  return posture(situation(new Fields(given))).controls.get('C-1')?.iso;
}
const piece = (code: string, performedAt: string, more: object = {}): object => ({
  code,
  control: 'C-1',
  performedAt,
  ...more,
});

describe('a proof', () => {
  test('names the five newest of the pieces that decide and counts all', () => {
    const days = [
      '2026-03-03',
      '2026-03-07',
      '2026-03-01',
      '2026-03-05',
      '2026-03-06',
      '2026-03-02',
      '2026-03-04',
    ];
    const found = proof({
      evidence: [...days.map((day) => piece(`E-${day.slice(9)}`, day)), piece('E-0', '2024-01-01')],
    });
    expect(found).toMatchObject({
      evidence: ['E-7', 'E-6', 'E-5', 'E-4', 'E-3'],
      evidenceCount: 7,
      verdict: { state: 'supports' },
      lastProof: '2026-03-07',
    });
  });

  test('names pieces of one day by their code, the later code first', () => {
    const found = proof({ evidence: ['E-1', 'E-3', 'E-2'].map((code) => piece(code, '2026-03-01')) });
    expect(found?.evidence).toEqual(['E-3', 'E-2', 'E-1']);
  });

  test('speaks for no day after today, even where evidence covers more', () => {
    const found = proof({
      evidence: [
        piece('E-1', '2026-01-01', { covers: { from: '2026-01-01', until: '2027-01-01' } }),
        piece('E-2', '2026-03-01'),
      ],
    });
    expect(found?.lastProof).toBe('2026-03-31');
  });

  test('speaks for the last covered day, and for the act where that is later', () => {
    expect(
      proof({
        evidence: [piece('E-1', '2026-03-10', { covers: { from: '2026-01-01', until: '2026-03-21' } })],
      })?.lastProof,
    ).toBe('2026-03-20');
    expect(
      proof({
        evidence: [piece('E-1', '2026-03-10', { covers: { from: '2026-01-01', until: '2026-02-01' } })],
      })?.lastProof,
    ).toBe('2026-03-10');
  });

  test('takes the newest of evidence and passing checks', () => {
    const observations = [
      { check: 's:a', controls: ['C-1'], subject: 'x', status: 'pass', observedAt: '2026-03-20T00:00:00Z' },
    ];
    expect(proof({ observations })).toMatchObject({
      lastProof: '2026-03-20',
      said: 'passing',
      evidence: [],
      verdict: undefined,
    });
    expect(proof({ observations, evidence: [piece('E-1', '2026-03-25')] })?.lastProof).toBe('2026-03-25');
    expect(proof({ observations, evidence: [piece('E-1', '2026-03-10')] })?.lastProof).toBe('2026-03-20');
  });

  test('has no day where nothing supports', () => {
    expect(proof({})).toMatchObject({ state: 'unknown', lastProof: undefined, evidenceCount: 0 });
  });

  test('ranks every state', () => {
    expect([...WORST_FIRST].sort()).toEqual([...PROOF_STATES].sort());
  });
});
