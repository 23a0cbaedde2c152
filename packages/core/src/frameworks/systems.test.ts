// Which systems a scope holds on which days, and what a word for a system means.
import { describe, expect, it } from 'vitest';
import { parsePlainDate, type PlainDate } from '../kernel/index.ts';
import { changeBy, inTurn, insideOn, placeOf, systemHistory, type SystemsNamed } from './systems.ts';

const ISO = 'iso27001:2022';
const SOC2 = 'soc2:2017';

function on(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (!day) throw new Error(`no day: ${text}`);
  return day;
}

function scope(from: string, systems: readonly string[], change: Partial<SystemsNamed> = {}): SystemsNamed {
  return { framework: ISO, from: on(from), systems, exclusions: [], ...change };
}

const inside = (versions: readonly SystemsNamed[], day: string, framework = ISO) =>
  insideOn(systemHistory(versions, on('2026-12-31')), framework, on(day))?.map(({ name }) => name);

describe('systems of a scope', () => {
  it('begin on the day of the version that names them, and end on the day of the one that does not', () => {
    const versions = [scope('2026-01-01', ['Build', 'Old shop']), scope('2026-06-01', ['Build', 'Tickets'])];
    expect(inside(versions, '2025-12-31')).toBeUndefined();
    expect(inside(versions, '2026-05-31')).toEqual(['Build', 'Old shop']);
    expect(inside(versions, '2026-06-01')).toEqual(['Build', 'Tickets']);
    expect(systemHistory(versions, on('2026-12-31')).of.get(ISO)?.changes).toEqual([
      { on: '2026-01-01', added: ['Build', 'Old shop'], removed: [], first: true },
      { on: '2026-06-01', added: ['Tickets'], removed: ['Old shop'], first: false },
    ]);
  });

  it('are told of the version that was approved last where two begin on one day', () => {
    const versions = [scope('2026-01-01', ['Build']), scope('2026-01-01', ['Build', 'Tickets'])];
    expect(inside(versions, '2026-01-01')).toEqual(['Build', 'Tickets']);
  });

  it('may leave and come back', () => {
    const versions = [
      scope('2026-01-01', ['Build', 'Tickets']),
      scope('2026-03-01', ['Build']),
      scope('2026-05-01', ['Build', 'Tickets']),
    ];
    const tickets = systemHistory(versions, on('2026-12-31'))
      .of.get(ISO)
      ?.systems.find(({ name }) => name === 'Tickets');
    expect(tickets?.stays).toEqual([
      { from: '2026-01-01', until: '2026-03-01' },
      { from: '2026-05-01', until: undefined },
    ]);
  });

  it('are not asked for on days on which the scope names none', () => {
    const versions = [
      scope('2026-01-01', ['Build']),
      scope('2026-03-01', []),
      scope('2026-05-01', ['Build']),
    ];
    expect(['2026-02-01', '2026-04-01', '2026-06-01'].map((day) => inside(versions, day))).toEqual([
      ['Build'],
      undefined,
      ['Build'],
    ]);
  });

  it('keep their days under another name, when evidence calls them the same', () => {
    const called = (system: string) => ({ names: [{ system, name: 'eu' }] });
    const versions = [
      scope('2026-01-01', ['Production EU'], called('Production EU')),
      scope('2026-06-01', ['Europe'], called('Europe')),
    ];
    expect(systemHistory(versions, on('2026-12-31')).of.get(ISO)?.systems).toMatchObject([
      { name: 'Europe', stays: [{ from: '2026-01-01', until: undefined }] },
    ]);
    expect(
      changeBy(systemHistory(versions, on('2026-12-31')).of.get(ISO) ?? never(), on('2026-07-01'))?.on,
    ).toBe('2026-01-01');
  });
});

describe('a word for a system', () => {
  const history = systemHistory(
    [
      scope('2026-01-01', ['Production account', 'Staging'], {
        names: [{ system: 'Production account', name: 'eu-1' }],
        exclusions: [{ what: 'Marketing site' }],
      }),
      scope('2026-02-01', ['Ticket system'], { framework: SOC2 }),
      scope('2026-09-01', ['Production account', 'Warehouse']),
    ],
    on('2026-03-01'),
  );
  const placed = (framework: string, word: string, day = '2026-03-01') => {
    const place = placeOf(history, { framework, day: on(day) }, word);
    return place.at === 'inside' ? place.system.name : place.at;
  };

  it('means the system of its name or of a declared name, whatever its case and marks', () => {
    expect(['production-account', ' EU 1 ', 'staging'].map((word) => placed(ISO, word))).toEqual([
      'Production account',
      'Production account',
      'Staging',
    ]);
  });

  it('has no meaning before the version that gives it one begins', () => {
    expect(placed(ISO, 'warehouse')).toBe('unmatched');
    expect(history.of.get(ISO)?.systems.find(({ name }) => name === 'Warehouse')?.stays).toEqual([
      { from: '2026-09-01', until: undefined },
    ]);
  });

  it('lies outside where another framework holds it or a scope leaves it out, and matches nothing elsewhere', () => {
    expect(placed(ISO, 'ticket system')).toBe('outside');
    expect(placed(ISO, 'marketing site')).toBe('outside');
    expect(placed(SOC2, 'eu-1')).toBe('outside');
    expect(placed(SOC2, 'ticket system')).toBe('Ticket system');
    expect(placed(ISO, 'warehouse')).toBe('unmatched');
  });
});

describe('versions in turn', () => {
  it('last until the next begins, and of two of one day the later approved counts', () => {
    const approved = [
      { revision: 1, from: '2026-01-01' },
      { revision: 2, from: '2026-05-01' },
      { revision: 4, from: '2026-05-01' },
    ];
    expect(inTurn(approved)).toEqual([
      { version: approved[0], from: '2026-01-01', until: '2026-05-01' },
      { version: approved[2], from: '2026-05-01', until: undefined },
    ]);
  });
});

function never(): never {
  throw new Error('there is a scope');
}
