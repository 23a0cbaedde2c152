// What an import of a statement would change.
import { describe, expect, test } from 'vitest';
import { planStatement, type StandingRow, type StatementPlanInput } from './plan.ts';
import type { StatementRow } from './rows.ts';

const NOTHING = { reasons: [], word: '', how: '', owner: undefined, due: undefined };
const HEADINGS = new Map([
  ['status', 'Status'] as const,
  ['risk', 'RRA'] as const,
  ['reason', 'Why'] as const,
]);

function row(given: Partial<StatementRow>): StatementRow {
  return {
    sheet: 'SoA',
    row: 5,
    id: 'A.5.1',
    applies: 'yes',
    status: 'unclear',
    reasons: [],
    said: {},
    custom: [],
    ...given,
  };
}

function plan(given: Partial<StatementRow>, held: Partial<StandingRow> = {}, ours = false) {
  const input: StatementPlanInput = {
    rows: [row(given)],
    headings: HEADINGS,
    references: {
      ours,
      risk: (named) => ({ 'R-1': 'R-1', 'SEC-9': 'R-2' })[named],
      obligation: (named) => ({ 'O-1': 'O-1' })[named],
    },
    standing: new Map([
      ['A.5.1', { id: 'A.5.1', title: 'Policies', standing: { is: 'undecided' }, notes: NOTHING, ...held }],
    ]),
  };
  const [first] = planStatement(input);
  if (!first) throw new Error('one row is planned');
  return first;
}

describe('a row of a statement', () => {
  test('is in for the kinds that it marks, with the reason that it gives', () => {
    const found = plan({ reasons: ['law'], said: { law: 'x', reason: 'The GDPR asks for it.' } });
    expect(found.outcome).toBe('new');
    expect(found.next?.standing).toEqual({
      is: 'in',
      reasons: [{ kind: 'law', text: 'The GDPR asks for it.' }],
    });
  });

  test('follows a reference to the very risk, also by the number that it had in a register that was brought', () => {
    expect(plan({ reasons: ['risk'], said: { risk: 'R-1, SEC-9' } }).next?.standing).toEqual({
      is: 'in',
      reasons: [
        { kind: 'risk', ref: 'R-1' },
        { kind: 'risk', ref: 'R-2' },
      ],
    });
  });

  test('is an error where it names a risk or an obligation that is not there', () => {
    const found = plan({ said: { reason: 'risk R-99' } });
    expect([found.outcome, found.next]).toEqual(['error', undefined]);
    expect(found.problems).toEqual(['A.5.1 names the risk R-99, which the register does not have.']);
    expect(plan({ reasons: ['law'], said: { law: 'O-7' } }).problems).toEqual([
      'A.5.1 names the obligation O-7, which the register does not have.',
    ]);
  });

  test('that gives no kind of reason is in, and is not given one', () => {
    expect(plan({ said: { reason: 'Good practice.' } }).next?.standing).toEqual({
      is: 'unreasoned',
      because: 'Good practice.',
    });
  });

  test('keeps what it says of status, and what nothing is known of', () => {
    const found = plan({ said: { status: 'in place' }, custom: [{ heading: 'Tool', text: 'Jira' }] });
    expect(found.next?.notes.custom).toEqual({ Status: 'in place', Tool: 'Jira' });
  });

  test('takes no reason away by a bare yes or no', () => {
    const reasons = [{ kind: 'risk', ref: 'R-1' }] as const;
    expect(
      plan({}, { standing: { is: 'in', reasons }, notes: { ...NOTHING, reasons, word: 'risk R-1' } }).outcome,
    ).toBe('unchanged');
    expect(plan({ applies: 'no' }, { standing: { is: 'out', justification: 'No office.' } }).outcome).toBe(
      'unchanged',
    );
  });

  test('says nothing where it is neither yes nor no', () => {
    expect(plan({ applies: 'unclear' }).outcome).toBe('silent');
  });

  test('that a spreadsheet would run is an error', () => {
    for (const text of ['=HYPERLINK("http://x")', "+cmd|' /C calc'!A0", '@SUM(A1)'])
      expect(plan({ said: { how: text } }).problems).toEqual([
        'A.5.1 begins as a formula in the column “how”; write it as a text.',
      ]);
    for (const text of ['- none', '+49 40 1234', '@ the office'])
      expect(plan({ said: { how: text } }).outcome).toBe('new');
  });

  test('of our own sheets is read back as it was written', () => {
    const custom = [
      { heading: 'justification', text: 'risk R-1; baseline: Good practice.' },
      { heading: 'last proof', text: '2026-05-01' },
    ];
    const found = plan(
      { reasons: ['risk'], said: { risk: 'R-1', reason: 'risk, baseline' }, custom },
      {},
      true,
    );
    expect(found.next?.standing).toEqual({
      is: 'in',
      reasons: [
        { kind: 'risk', ref: 'R-1' },
        { kind: 'baseline', text: 'Good practice.' },
      ],
    });
    expect(found.next?.notes.custom).toEqual({});
  });
});
