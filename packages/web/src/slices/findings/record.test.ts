import { expect, test } from 'vitest';
import type { Finding } from './findings.ts';
import { linesOf, partsOf, partState } from './record.ts';

const FOUND: Finding = {
  id: 'NC-1',
  sentence: '',
  kind: 'minor',
  source: 'internal_audit',
  where: 'IA-1',
  found_on: '2026-05-01',
  found_by: 'Ada',
  statement: 'Two of nine leavers kept their access.',
  requirements: [],
  controls: [],
  evidence: [],
  owner: 'Ben',
  correction: { what: 'Both accounts were closed.', on: '2026-05-02' },
  consequences: null,
  cause: null,
  similar: null,
  action: null,
  effectiveness: null,
  system_change: null,
  exception: null,
  terms: { plan_days: null, evidence_days: null, next_audit: null, stage2_ended: null },
  closed: null,
  reopened: [],
  state: 'contained',
  next: 'cause_known',
  missing: 'its cause',
  overdue: false,
  clocks: [],
  lints: [],
  revision: 2,
  by: 'Ada',
  at: '2026-05-02T10:00:00Z',
};

test('the step that is owed next stands out, what is recorded is done, and the rest is open', () => {
  const states = partsOf(FOUND).map((part) => [part, partState(FOUND, part)]);
  expect(states).toEqual([
    ['correction', 'step_done'],
    ['consequences', 'step_open'],
    ['cause', 'step_next'],
    ['similar', 'step_open'],
    ['action', 'step_open'],
    ['effectiveness', 'step_open'],
    ['system_change', 'step_open'],
  ]);
  expect(partsOf({ kind: 'exception' })).toContain('response');
});

test('an action that did not help is a failed step, and says that another is owed', () => {
  const said = { verdict: 'not_effective' as const, on: '2026-06-01', by: 'Ada', because: 'it came again' };
  const failed: Finding = { ...FOUND, effectiveness: { due: '2026-05-30', said } };
  expect(partState(failed, 'effectiveness')).toBe('step_failed');
  expect(linesOf(failed, 'effectiveness')).toEqual([
    'it came again',
    'Not effective: another action is owed, said by Ada on 2026-06-01; it was due on 2026-05-30.',
  ]);
  const action = { what: 'A ticket.', owner: null, due: null, planned: null, done: null };
  expect(linesOf({ ...FOUND, action }, 'action')[1]).toBe(
    'Nobody is named for it, no day is set, not done yet.',
  );
});
