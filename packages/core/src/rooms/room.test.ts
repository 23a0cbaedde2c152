// A room shows what was released into it, of its period and its controls, to whoever may see it.
import { expect, test } from 'vitest';
import { addDays, parsePlainDate, type PlainDate } from '../kernel/index.ts';
import { freeProvider } from './business.ts';
import {
  commentsFor,
  controlsShown,
  hasOwnFactor,
  outsideOf,
  roomState,
  shownIn,
  type Bears,
  type Room,
} from './room.ts';

const FIRST = day('2026-01-01');
const ROOM: Room = {
  framework: 'soc2:2017',
  period: { from: FIRST, until: day('2026-07-01') },
  controls: ['C-01', 'C-07'],
  endsOn: day('2026-09-30'),
  ended: false,
};
const THING: Bears = { controls: ['C-07', 'C-20'], from: FIRST, until: day('2026-01-02'), framework: null };

function day(text: string): PlainDate {
  const found = parsePlainDate(text);
  if (!found) throw new Error(`${text} is no day`);
  return found;
}

test('a room is open until the last day of its end, and not when somebody ended it', () => {
  expect(roomState(ROOM, ROOM.endsOn)).toBe('open');
  expect(roomState(ROOM, addDays(ROOM.endsOn, 1))).toBe('ended');
  expect(roomState({ ...ROOM, ended: true }, FIRST)).toBe('ended');
});

test.each([
  ['on the first day', {}, undefined],
  ['on the day before', { from: day('2025-12-31'), until: FIRST }, 'period'],
  ['on the first day after', { from: ROOM.period.until, until: null }, 'period'],
  ['from long ago and still true', { from: day('2020-01-01'), until: null }, undefined],
  ['of another control', { controls: ['C-20'] }, 'controls'],
  ['of no control', { controls: [] }, 'controls'],
  ['of another framework', { framework: 'iso27001:2022' }, 'framework'],
  ['of its framework', { framework: 'soc2:2017' }, undefined],
])('a thing %s', (_, change: Partial<Bears>, expected) => {
  expect(outsideOf(ROOM, { ...THING, ...change })).toBe(expected);
});

test('nothing outside of period and controls is shown, whatever was released and however the room was narrowed', () => {
  let state = 42;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  for (let round = 0; round < 2000; round += 1) {
    const from = addDays(FIRST, next(400) - 200);
    const room: Room = {
      ...ROOM,
      period: { from, until: addDays(from, 1 + next(200)) },
      controls: Array.from({ length: next(5) }, () => `C-0${next(9)}`),
    };
    const releases = Array.from({ length: 8 }, () => {
      const begins = addDays(FIRST, next(600) - 300);
      const bears: Bears = {
        controls: Array.from({ length: next(3) }, () => `C-0${next(9)}`),
        from: begins,
        until: next(4) === 0 ? null : addDays(begins, 1 + next(60)),
        framework: [null, 'soc2:2017', 'iso27001:2022'][next(3)] ?? null,
      };
      return { bears, withdrawn: next(4) === 0 };
    });
    for (const { bears, withdrawn } of shownIn(room, releases)) {
      expect(withdrawn).toBe(false);
      expect(bears.controls.filter((code) => room.controls.includes(code))).not.toEqual([]);
      expect(bears.from < room.period.until && (bears.until ?? '9999') > room.period.from).toBe(true);
      expect([null, room.framework]).toContain(bears.framework);
    }
  }
});

test('a thing names only those controls that the room is about', () => {
  expect(controlsShown(ROOM, ['C-20', 'C-07'])).toEqual(['C-07']);
});

test('the audit firm never sees what is internal', () => {
  const said = [{ audience: 'internal' as const }, { audience: 'shared' as const }];
  expect(commentsFor('auditor', said)).toEqual([{ audience: 'shared' }]);
  expect(commentsFor('organisation', said)).toEqual(said);
});

test.each([
  [['passkey'], true],
  [['password', 'totp'], true],
  [['password', 'recovery'], true],
  [['oidc'], false],
  [['password'], false],
  [['invitation'], false],
  [['link'], false],
  [[], false],
])('a session by %j has a factor of its own: %s', (factors, expected) => {
  expect(hasOwnFactor(factors)).toBe(expected);
});

test.each([
  ['ada@gmail.com', 'gmail.com'],
  ['ada@yahoo.co.uk', 'yahoo.co.uk'],
  ['ADA@Web.DE', 'web.de'],
  ['ada@live.auditors.example', undefined],
  ['ada@outlook-partners.example', undefined],
  ['ada@halvorsen-audit.example', undefined],
])('%s is with the free provider %s', (email, expected) => {
  expect(freeProvider(email)).toBe(expected);
});
