// The trace row says of each station what is there or what to do.
import { describe, expect, it } from 'vitest';
import { lineOf } from './line.ts';
import type { StatementInput } from './row.ts';
import { statementCounts, statementSentence } from './sentence.ts';
import { lintStatement } from './lints.ts';
import { statementRows } from './statement.ts';
import { reachOf, waysOf } from './stations.ts';
import { adopted, annex, notes, ownedBy, sound } from './testing/statement.ts';

const lines = (input: StatementInput) =>
  statementRows(input).map((row) => lineOf(row, new Map([['O-1', 'GDPR, Art. 32']])));
const changed = (given: Partial<StatementInput>): StatementInput => ({ ...sound(), ...given });
const ways = (given: Partial<StatementInput>) => lines(changed(given)).map(waysOf)[0];
const because = (kind: 'law' | 'baseline', rest: { ref: string } | { text: string }) =>
  new Map([
    [
      'A.5.15',
      notes({
        word: 'risk R-1',
        reasons: ['ref' in rest ? { kind: 'law', ref: rest.ref } : { kind, text: rest.text }],
      }),
    ],
  ]);

describe('a way', () => {
  it('goes from the risk over its treatment and control to the last proof', () => {
    expect(ways({})).toEqual([
      {
        reason: { is: 'there', ids: ['R-1'], words: 'Stolen passwords' },
        treatment: { is: 'there', ids: [], words: 'modify' },
        control: { is: 'there', ids: ['C-07'], words: '', state: 'implemented' },
        evidence: { is: 'there', ids: ['E-4'], words: '' },
        proof: { is: 'there', ids: [], words: '2026-05-01', state: 'proved' },
      },
    ]);
  });

  it('passes the treatment where a law or a baseline asks', () => {
    expect(ways({ notes: because('law', { ref: 'O-1' }) })?.[0]).toMatchObject({
      reason: { is: 'there', ids: ['O-1'], words: 'GDPR, Art. 32' },
      treatment: { is: 'passed' },
    });
    expect(ways({ notes: because('baseline', { text: 'CIS 6' }) })?.[0]).toMatchObject({
      reason: { is: 'there', ids: [], words: 'CIS 6' },
      treatment: { is: 'passed' },
    });
  });

  it('is a gap with its remedy wherever something is missing', () => {
    expect(ways({ risks: [] })?.[0]).toMatchObject({
      treatment: { is: 'missing', remedy: 'Let the treatment of R-1 use a control of this row' },
      control: { is: 'missing', remedy: 'Treat R-1 with a control' },
      proof: { is: 'missing' },
    });
    const none = { name: 'x', state: undefined, proof: undefined };
    expect(ways({ controls: new Map([['C-07', none]]) })?.[0]).toMatchObject({
      control: { is: 'missing', remedy: 'Adopt C-07' },
      evidence: { is: 'missing', remedy: 'Bring evidence for C-07' },
    });
    expect(ways({ notes: new Map() })?.[0]).toMatchObject({
      reason: { is: 'missing', remedy: 'Name the risk, law, contract or baseline', words: 'risk R-1' },
      control: { is: 'there' },
    });
    expect(ways({ requirements: [annex('A.5.15', [])] })).toMatchObject([
      { reason: { remedy: 'Decide it, with its reasons' }, control: { is: 'missing' } },
    ]);
  });

  it('does not exist where the row is out', () => {
    expect(lines(sound()).map(waysOf)[1]).toEqual([]);
  });
});

describe('the reach of a statement', () => {
  it('counts rows that are in, and no proof that is too old', () => {
    expect(reachOf(lines(sound())).map(({ whole, of }) => `${whole} / ${of}`)).toEqual(
      Array.from({ length: 5 }, () => '1 / 1'),
    );
    const stale = new Map([...sound().controls, ['C-07', adopted('implemented', 'stale')] as const]);
    expect(reachOf(lines(changed({ controls: stale }))).at(-1)).toEqual({
      station: 'proof',
      whole: 0,
      partly: 0,
      of: 1,
    });
  });

  it('is partly there where only some ways of a row have it', () => {
    const bare = { name: 'x', state: ownedBy('Ada', 'implemented'), proof: undefined };
    const reach = reachOf(
      lines(
        changed({
          requirements: [annex('A.5.15', ['C-07', 'C-08'], { applies: true, because: 'risk R-1' })],
          controls: new Map([...sound().controls, ['C-08', bare] as const]),
          notes: because('law', { ref: 'O-1' }),
        }),
      ),
    );
    expect(reach.map(({ whole, partly }) => [whole, partly])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
  });
});

it('is said in one paragraph', () => {
  const say = (input: StatementInput): string =>
    statementSentence(statementCounts(lines(input), lintStatement(statementRows(input), input)));
  expect(say(sound())).toBe(
    '2 of 2 rows are decided (2 of Annex A): 1 in, 1 out. Of those that are in, 1 of 1 lead from the reason to a proof without a gap. Nothing holds an approval back.',
  );
  expect(say(changed({ notes: new Map() }))).toContain('1 broken rule holds an approval back.');
});
