// Rows follow from the recorded word, the controls and the register of risks.
import { describe, expect, it } from 'vitest';
import { diffStatements } from './difference.ts';
import { lineOf } from './line.ts';
import { reasonsInWords } from './reason.ts';
import type { StatementInput } from './row.ts';
import { ELSEWHERE, statementRows } from './statement.ts';
import { adopted, annex, day, notes, ownedBy, RISK, sound } from './testing/statement.ts';

const lines = (input: StatementInput) => statementRows(input).map((row) => lineOf(row, new Map()));
const changed = (given: Partial<StatementInput>): StatementInput => ({ ...sound(), ...given });
const two = (first: ReturnType<typeof adopted>, second: ReturnType<typeof adopted>) =>
  statementRows(
    changed({
      requirements: [annex('A.5.15', ['C-07', 'C-08'], { applies: true, because: 'risk R-1' })],
      controls: new Map([
        ['C-07', first],
        ['C-08', second],
      ]),
    }),
  )[0];

describe('a row', () => {
  it('shows the way from the risk to the last proof', () => {
    expect(lines(sound())[0]).toMatchObject({
      decision: 'in',
      justification: 'risk R-1',
      status: 'implemented',
      owner: 'Ada',
      proof: '2026-05-01',
      trace: [
        {
          kind: 'risk',
          ref: 'R-1',
          title: 'Stolen passwords',
          treatment: 'modify',
          control: 'C-07',
          evidence: ['E-4'],
          proof: '2026-05-01',
        },
      ],
    });
  });

  it('ends the way where it breaks: a risk that none of its controls treats leads to none', () => {
    expect(lines(changed({ risks: [] }))[0]?.trace).toEqual([
      {
        kind: 'risk',
        ref: 'R-1',
        title: '',
        treatment: null,
        control: null,
        stands: null,
        evidence: [],
        proof: null,
        state: null,
      },
    ]);
  });

  it('loses its reasons when somebody records another word elsewhere', () => {
    const requirements = [annex('A.5.15', ['C-07'], { applies: true, because: 'We felt like it.' })];
    expect(lines(changed({ requirements }))[0]).toMatchObject({
      decision: 'in',
      reasons: [],
      justification: 'We felt like it.',
    });
  });

  it('is as far as its controls are', () => {
    const [done, planned] = [adopted('implemented'), adopted('planned')];
    const none = { name: 'x', state: undefined, proof: undefined };
    expect(two(done, done)?.status).toEqual({ is: 'implemented' });
    expect(two(done, planned)?.status).toEqual({ is: 'partly', due: undefined });
    expect(two(planned, none)?.status).toEqual({ is: 'planned', due: undefined });
    expect(two(none, none)?.status).toEqual({ is: 'not_started', due: undefined });
  });

  it('is owned by whoever owns all its controls, unless somebody is named', () => {
    const ben = adopted('implemented');
    const other = { ...ben, state: ownedBy('Ben', 'implemented') };
    expect(two(ben, ben)?.owner).toBe('Ada');
    expect(two(ben, other)?.owner).toBeUndefined();
    const named = changed({ notes: new Map([['A.7.4', notes({ owner: 'Cy' })]]) });
    expect(statementRows(named)[1]?.owner).toBe('Cy');
  });
});

describe('a control from elsewhere', () => {
  const own = { name: 'Own control', state: undefined, proof: undefined };
  const controls = new Map([...sound().controls, ['C-501', own] as const]);

  it('has a row when it treats a risk, and none otherwise', () => {
    expect(statementRows(changed({ controls })).map(({ id }) => id)).toEqual(['A.5.15', 'A.7.4']);
    const risks = [{ ...RISK, controls: ['C-07', 'C-501'] }];
    expect(statementRows(changed({ controls, risks })).at(-1)).toMatchObject({
      id: 'C-501',
      theme: ELSEWHERE,
      standing: { is: 'undecided' },
      risks: [{ code: 'R-1' }],
    });
  });

  it('is in with the reasons that the statement keeps', () => {
    const kept = new Map([['C-501', notes({ reasons: [{ kind: 'law', ref: 'O-1' }] })]]);
    expect(statementRows(changed({ controls, notes: kept })).at(-1)).toMatchObject({
      id: 'C-501',
      standing: { is: 'in', reasons: [{ kind: 'law', ref: 'O-1' }] },
    });
  });
});

describe('the difference of two statements', () => {
  it('is empty between a statement and itself', () => {
    expect(diffStatements(lines(sound()), lines(sound()))).toEqual([]);
  });

  it('names each field with both sides, rows that came and rows that went', () => {
    const before = lines(sound());
    const after = lines(
      changed({
        requirements: [
          annex('A.5.15', ['C-07'], { applies: true, because: 'risk R-1' }),
          annex('A.8.1', [], { applies: false, why: 'No devices.' }),
        ],
        notes: new Map([
          [
            'A.5.15',
            notes({
              reasons: [{ kind: 'risk', ref: 'R-1' }],
              word: 'risk R-1',
              how: 'In the directory.',
              due: day('2026-09-01'),
            }),
          ],
        ]),
      }),
    );
    expect(diffStatements(before, after)).toEqual([
      { row: 'A.5.15', title: 'Title of A.5.15', field: 'how', before: '', after: 'In the directory.' },
      { row: 'A.8.1', title: 'Title of A.8.1', field: 'row', before: '', after: 'out' },
      { row: 'A.7.4', title: 'Title of A.7.4', field: 'row', before: 'out', after: '' },
    ]);
  });
});

it('says reasons in a sentence', () => {
  expect(
    reasonsInWords([
      { kind: 'risk', ref: 'R-1' },
      { kind: 'baseline', text: 'CIS 6' },
    ]),
  ).toBe('risk R-1; baseline: CIS 6');
});
