// Which rows a control has in a window, and on which days each of them counts.
import { describe, expect, it } from 'vitest';
import { systemHistory, type SystemsNamed } from '../frameworks/index.ts';
import type { ControlScope } from '../monitoring/index.ts';
import { supposedSentence } from './scopeSentence.ts';
import { rowCalled, systemRows } from './systemRows.ts';
import { date } from './testing/situation.ts';

const SOC2 = 'soc2:2017';
const TODAY = date('2026-12-01');

function scope(from: string, systems: readonly string[], framework = SOC2): SystemsNamed {
  return {
    framework,
    from: date(from),
    systems,
    names: systems.includes('Production') ? [{ system: 'Production', name: 'eu' }] : [],
    exclusions: [],
  };
}

const row = (name: string, from?: string, until?: string): ControlScope => ({
  name,
  from: from === undefined ? undefined : date(from),
  until: until === undefined ? undefined : date(until),
});

function rows(said: readonly ControlScope[], scopes: readonly SystemsNamed[]) {
  return systemRows(said, { history: systemHistory(scopes, TODAY), framework: SOC2 });
}

const days = ({ scopes }: ReturnType<typeof rows>) =>
  scopes.map(({ name, from, until, added }) => [name, from, until, added ?? false]);

describe('rows of a control', () => {
  it('are those of the schedule where no scope names a system, and where none of them is one', () => {
    const said = [row('eu'), row('us', '2026-02-01')];
    expect(systemRows(said, undefined).scopes).toEqual(said);
    expect(rows(said, [scope('2026-01-01', [])]).scopes).toEqual(said);
    expect(rows(said, [scope('2026-01-01', ['Warehouse'])]).scopes).toEqual(said);
  });

  it('count while their system lies inside, and each other system inside has a row from its day on', () => {
    const scopes = [scope('2026-03-01', ['Production']), scope('2026-06-01', ['Production', 'Tickets'])];
    expect(days(rows([row('eu')], scopes))).toEqual([
      ['eu', undefined, undefined, false],
      ['Tickets', '2026-06-01', undefined, true],
    ]);
  });

  it('end with the system that leaves, and keep their own last day where that comes first', () => {
    const scopes = [
      scope('2026-03-01', ['Production', 'Tickets']),
      scope('2026-09-01', ['Production']),
      scope('2026-10-01', ['Production', 'Build']),
    ];
    expect(days(rows([row('eu'), row('tickets', '2026-04-01')], scopes))).toEqual([
      ['eu', undefined, undefined, false],
      ['tickets', '2026-04-01', '2026-09-01', false],
      ['Build', '2026-10-01', undefined, true],
    ]);
    expect(days(rows([row('tickets', undefined, '2026-05-01')], scopes))[0]).toEqual([
      'tickets',
      undefined,
      '2026-05-01',
      false,
    ]);
  });

  it('have days outside where a system left and came back', () => {
    const told = rows(
      [row('eu'), row('tickets')],
      [
        scope('2026-03-01', ['Production', 'Tickets']),
        scope('2026-04-01', ['Production']),
        scope('2026-05-01', ['Production', 'Tickets']),
      ],
    );
    expect(told.outside).toEqual([
      {
        scope: 'tickets',
        period: { from: '2026-04-01', until: '2026-05-01' },
        reason: 'Tickets was not in scope',
        owner: 'the approved scope',
      },
    ]);
  });

  it('have no day where another framework alone holds the system', () => {
    const told = rows(
      [row('eu'), row('shop')],
      [scope('2026-03-01', ['Production']), scope('2026-01-01', ['Shop'], 'iso27001:2022')],
    );
    const shop = told.scopes.find(({ name }) => name === 'shop');
    // Before the scope named any system, everything lay inside.
    expect([shop?.from, shop?.until]).toEqual([undefined, '2026-03-01']);
  });

  it('are found by their name and by what their system is called', () => {
    const { scopes } = rows([row('eu')], [scope('2026-03-01', ['Production', 'Tickets'])]);
    expect(['eu', 'PRODUCTION', 'tickets', 'mars'].map((name) => rowCalled(scopes, name))).toEqual([
      'eu',
      'eu',
      'Tickets',
      undefined,
    ]);
  });
});

describe('what a draft would move', () => {
  const proved = (numerator: number) => ({ numerator, denominator: 121 });
  const change = { on: date('2026-12-05'), added: ['Warehouse'], removed: [], first: false };

  it('names the day, the systems, who would wait, and the proof', () => {
    expect(supposedSentence(change, { before: proved(78), after: proved(74), waits: 4 })).toBe(
      'From 2026-12-05 Warehouse would be in scope: 4 controls would wait for it; 74 of 121 would be proved instead of 78.',
    );
    const left = { ...change, added: [], removed: ['Shop', 'Tickets'] };
    expect(supposedSentence(left, { before: proved(78), after: proved(80), waits: 0 })).toBe(
      'From 2026-12-05 Shop and Tickets would no longer be in scope; 80 of 121 would be proved instead of 78.',
    );
    const none = { ...change, added: [] };
    expect(supposedSentence(none, { before: proved(78), after: proved(78), waits: 0 })).toBe(
      'From 2026-12-05 the same systems are in scope; 78 of 121 stay proved.',
    );
  });
});
