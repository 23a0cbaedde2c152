// Each rule of the statement of applicability in red and in green.
import { describe, expect, it, test } from 'vitest';
import { blockingLints, lintStatement, SOA_LINTS, type SoaLintCode } from './lints.ts';
import type { Reason } from './reason.ts';
import type { StatementInput } from './row.ts';
import { statementRows } from './statement.ts';
import { adopted, annex, broken, day, notes, ownedBy, RISK, sound } from './testing/statement.ts';

type Case = readonly [SoaLintCode, string, (given: StatementInput) => StatementInput];

const withNotes = (given: StatementInput, id: string, said: Parameters<typeof notes>[0]): StatementInput => ({
  ...given,
  notes: new Map([...given.notes, [id, notes(said)]]),
});
const because = (given: StatementInput, reason: Reason): StatementInput =>
  withNotes(given, 'A.5.15', { reasons: [reason], word: 'risk R-1' });
const decided = (given: StatementInput, index: number, next: StatementInput['requirements'][number]) => ({
  ...given,
  requirements: given.requirements.with(index, next),
});
const control = (given: StatementInput, fact: ReturnType<typeof adopted>): StatementInput => ({
  ...given,
  controls: new Map([...given.controls, ['C-07', fact]]),
});

const RED: readonly Case[] = [
  ['soa.undecided', 'A.7.4', (given) => decided(given, 1, annex('A.7.4', ['C-08']))],
  ['soa.unjustified', 'A.5.15', (given) => ({ ...given, notes: new Map() })],
  [
    'soa.excluded_without_reason',
    'A.7.4',
    (given) => decided(given, 1, annex('A.7.4', ['C-08'], { applies: false, why: ' ' })),
  ],
  [
    'soa.excluded_but_treats_risk',
    'A.7.4',
    (given) => decided(given, 1, annex('A.7.4', ['C-07'], { applies: false, why: 'There are no premises.' })),
  ],
  ['soa.reason_risk_without_risk', 'A.5.15', (given) => ({ ...given, risks: [] })],
  [
    'soa.reason_risk_without_risk',
    'A.5.15',
    (given) => because(given, { kind: 'risk', text: 'risk assessment' }),
  ],
  ['soa.reason_without_obligation', 'A.5.15', (given) => because(given, { kind: 'law', ref: 'O-9' })],
  ['soa.reason_without_obligation', 'A.5.15', (given) => because(given, { kind: 'contract', ref: 'O-1' })],
  [
    'soa.reason_without_obligation',
    'A.5.15',
    (given) => ({
      ...because(given, { kind: 'law', ref: 'O-1' }),
      obligations: given.obligations.map((each) => ({ ...each, endedOn: day('2026-05-31') })),
    }),
  ],
  ['soa.implemented_without_proof', 'A.5.15', (given) => control(given, adopted('implemented', 'stale'))],
  ['soa.planned_without_date', 'A.5.15', (given) => control(given, adopted('planned'))],
  [
    'soa.no_owner',
    'A.5.15',
    (given) => control(given, { ...adopted('implemented'), state: ownedBy(undefined, 'implemented') }),
  ],
  [
    'soa.treatment_control_not_in',
    'C-08',
    (given) => ({ ...given, risks: [...given.risks, { ...RISK, code: 'R-2', controls: ['C-08'] }] }),
  ],
];

const GREEN: readonly Case[] = [
  [
    'soa.undecided',
    'A.7.4',
    (given) => decided(given, 1, annex('A.7.4', [], { applies: false, why: 'none' })),
  ],
  ['soa.unjustified', 'A.5.15', (given) => because(given, { kind: 'baseline', text: 'CIS 6' })],
  ['soa.excluded_without_reason', 'A.7.4', (given) => given],
  ['soa.excluded_but_treats_risk', 'A.7.4', (given) => ({ ...given, risks: [RISK] })],
  ['soa.reason_risk_without_risk', 'A.5.15', (given) => because(given, { kind: 'risk', ref: 'R-1' })],
  ['soa.reason_without_obligation', 'A.5.15', (given) => because(given, { kind: 'law', ref: 'O-1' })],
  ['soa.implemented_without_proof', 'A.5.15', (given) => control(given, adopted('planned', 'stale'))],
  [
    'soa.planned_without_date',
    'A.5.15',
    (given) =>
      control(
        withNotes(given, 'A.5.15', {
          reasons: [{ kind: 'risk', ref: 'R-1' }],
          word: 'risk R-1',
          due: day('2026-09-01'),
        }),
        adopted('planned'),
      ),
  ],
  ['soa.no_owner', 'A.5.15', (given) => given],
  ['soa.treatment_control_not_in', 'C-07', (given) => given],
];

test('a sound statement breaks no rule', () => {
  expect(broken(sound())).toEqual([]);
});

describe('in red', () => {
  it.each(RED)('%s on %s', (code, row, change) => {
    expect(broken(change(sound()))).toContain(`${code} ${row}`);
  });
});

describe('in green', () => {
  it.each(GREEN)('%s not on %s', (code, row, change) => {
    expect(broken(change(sound()))).not.toContain(`${code} ${row}`);
  });
});

test('every rule has a case in both colours', () => {
  for (const cases of [RED, GREEN])
    expect([...new Set(cases.map(([code]) => code))].toSorted()).toEqual(Object.keys(SOA_LINTS).toSorted());
});

test('an approval waits for what 6.1.3 d asks, and for nothing that is only weak', () => {
  const weak = control(sound(), adopted('implemented', 'stale'));
  const lints = lintStatement(statementRows(weak), weak);
  expect(lints.map(({ code }) => code)).toEqual(['soa.implemented_without_proof']);
  expect(blockingLints(lints)).toEqual([]);
  const open = { ...weak, notes: new Map() };
  expect(blockingLints(lintStatement(statementRows(open), open)).map(({ code }) => code)).toEqual([
    'soa.unjustified',
  ]);
});

test('an exclusion of a treating control is told with the risk', () => {
  const given = sound();
  const out = decided(given, 0, annex('A.5.15', ['C-07'], { applies: false, why: 'Not needed.' }));
  const lints = lintStatement(statementRows(out), out);
  expect(lints.map(({ detail }) => detail)).toEqual([
    'A.5.15 is out, but its controls treat R-1.',
    'C-07 treats R-1, but no row that it answers is in.',
  ]);
});
