// What an import of a register would change.
import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../kernel/index.ts';
import { DEFAULT_METHOD } from '../register/defaults.ts';
import type { Risk } from '../register/risk.ts';
import type { BringAround } from './brought.ts';
import { planRegister } from './plan.ts';
import type { RegisterRow } from './row.ts';

const TODAY = parsePlainDate('2026-06-01');
if (!TODAY) throw new Error('a day');

const AROUND: BringAround = {
  method: DEFAULT_METHOD,
  revision: 0,
  by: 'Ana',
  today: TODAY,
  filename: 'risks.csv',
  headings: new Map([
    ['ref', 'ID'],
    ['status', 'Status'],
  ]),
  controls: (named) =>
    new Map<string, readonly string[]>([
      ['C-07', ['C-07']],
      ['A.5.15', ['C-07']],
      ['A.5.1', ['C-01', 'C-02']],
    ]).get(named),
};

function row(given: Partial<RegisterRow> = {}): RegisterRow {
  return {
    sheet: 'Risks',
    row: 2,
    more: [],
    title: 'A stolen laptop is read',
    likelihood: 3,
    impact: 2,
    option: 'modify',
    controls: ['A.5.15', 'A.5.1'],
    unclear: [],
    said: { ref: 'R-1', owner: 'Ana', status: 'open' },
    custom: [{ heading: 'Country', text: 'DE' }],
    ...given,
  };
}

function plan(
  rows: readonly RegisterRow[],
  risks: readonly Risk[] = [],
  known: readonly [string, string][] = [],
) {
  return planRegister({ rows, risks, known: new Map(known), around: AROUND });
}

/** A risk as the first import leaves it. */
function stored(code: string): Risk {
  const [first] = plan([row()]);
  if (!first?.next) throw new Error('it is new');
  return { ...first.next, code };
}

describe('a row of a register', () => {
  test('is a new risk, rated by the method here, with what has no place kept under its headings', () => {
    const [found] = plan([row()]);
    expect([found?.outcome, found?.code, found?.notes]).toEqual(['new', undefined, []]);
    expect(found?.next).toMatchObject({
      title: 'A stolen laptop is read',
      owner: 'Ana',
      custom: { ID: 'R-1', Status: 'open', Country: 'DE' },
      assessments: [
        { of: 'inherent', likelihood: 3, impact: 2, justification: 'As kept in risks.csv, row 2.' },
      ],
      treatment: { option: 'modify', controls: ['C-07'], plan: 'Controls named: A.5.1' },
    });
  });

  test('changes nothing when it is brought again', () => {
    expect(plan([row()], [stored('R-7')], [['R-1', 'R-7']]).map(({ outcome }) => outcome)).toEqual([
      'unchanged',
    ]);
    expect(plan([row()], [stored('R-7')]).map(({ outcome, code }) => [outcome, code])).toEqual([
      ['unchanged', 'R-7'],
    ]);
  });

  test('changes the risk that an earlier import of the same table made, field by field', () => {
    const [found] = plan(
      [row({ title: 'A lost laptop is read', impact: 3 })],
      [stored('R-7')],
      [['R-1', 'R-7']],
    );
    expect(found).toMatchObject({ outcome: 'changed', code: 'R-7' });
    expect(found?.changes.map(({ field }) => field)).toEqual(['title', 'scenario', 'inherent']);
  });

  test('is not taken for another risk that happens to have its number here', () => {
    const [found] = plan([row({ title: 'A fire' })], [stored('R-1')]);
    expect([found?.outcome, found?.code]).toEqual(['new', undefined]);
    expect(found?.notes[0]).toContain('R-1 is another risk here');
  });

  test('keeps what the decisions of the register refuse, and says why', () => {
    const [found] = plan([row({ controls: [] })]);
    expect(found?.next?.treatment).toBeUndefined();
    expect(found?.notes[0]).toContain('The treatment is not taken.');
  });

  test('keeps a column beside the field that is called the same', () => {
    const custom = [{ heading: 'owner', text: 'nobody' }];
    const changes = plan([row({ custom })])[0]?.changes.filter(({ field }) => field.includes('owner'));
    expect(changes?.map(({ field, after }) => [field, after])).toEqual([
      ['owner', 'Ana'],
      ['column owner', 'nobody'],
    ]);
  });

  test('takes what remains after treatment as a target, never as how large it is now', () => {
    const [found] = plan([row({ residual_likelihood: 1, residual_impact: 1 })]);
    expect(found?.next?.assessments.map(({ of }) => of)).toEqual(['inherent', 'target']);
  });

  test('is an error where it names a control that does not exist', () => {
    expect(plan([row({ controls: ['C-99'] })])[0]?.problems).toEqual([
      'Row 2 names the control C-99, which does not exist here.',
    ]);
  });

  test('is an error where it belongs under itself, or under what the file does not have', () => {
    const under = (ref: string, above: string, at: number): RegisterRow =>
      row({
        row: at,
        title: `Risk ${ref}`,
        said: { ref },
        custom: [{ heading: 'Parent risk', text: above }],
      });
    const found = plan([
      under('R-1', 'R-2', 2),
      under('R-2', 'R-1', 3),
      under('R-3', 'R-9', 4),
      under('R-4', 'R-3', 5),
    ]);
    expect(found.map(({ problems }) => problems)).toEqual([
      ['Row 2 belongs under itself: R-1 leads round in a circle.'],
      ['Row 3 belongs under itself: R-2 leads round in a circle.'],
      ['Row 4 belongs under R-9, which the file does not have.'],
      [],
    ]);
  });

  test('of a risk that is closed stays as it is', () => {
    const closed = { ...stored('R-7'), closed: { because: 'sold', on: AROUND.today, by: 'Ana' } };
    expect(plan([row()], [closed])[0]?.outcome).toBe('silent');
  });
});
