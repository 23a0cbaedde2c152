// What was said of schedules, exclusions, windows, the calendar and bearings cannot be rewritten unnoticed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { furnish } from '../../../testing/furniture.ts';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { tamperWith, verification } from './testing/tamper.ts';

let house: House;
let scope: OrgScope;

/** What is said one after the other: method, path, body, and the revision that it follows. */
const SAID: readonly (readonly [string, string, unknown, number])[] = [
  ['PATCH', '/controls/C-07/schedule', { scopes: [{ name: 'eu' }], started_on: '2026-01-01' }, 0],
  [
    'PATCH',
    '/controls/C-07/schedule',
    { versions: [{ from: '2026-02-01', cadence: { kind: 'periodic', frequency: 'quarterly' } }] },
    1,
  ],
  ['POST', '/exclusions/X-1/end', { note: 'over sooner' }, 0],
  ['POST', '/windows', { name: 'plan', from: '2026-01-01', until: '2026-07-01' }, 0],
  ['PATCH', '/windows/W-2', { name: 'other' }, 1],
  ['DELETE', '/windows/W-2', undefined, 0],
  ['PATCH', '/calendar', { holidays: ['2026-12-25'] }, 0],
  ['PUT', '/evidence/E-1/bearings/C-07', { scope: 'eu', support: 'the mail of that day' }, 0],
];

beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('timely');
  await furnish(house, scope);
  for (const [method, path, body, revision] of SAID) {
    const answer = await send(house, method, `/v1/orgs/${scope.slug}${path}`, {
      headers: { ...OWNER, 'if-match': `"${revision}"` },
      ...(body === undefined ? {} : { body }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  }
});
afterAll(() => house.close());

it('agrees with the ledger as it was written', async () => {
  expect((await verification(house, scope)).faults).toEqual([]);
});

it.each([
  [
    'control_schedules',
    "schedule = jsonb_set(schedule, '{startedOn}', '\"2020-01-01\"') where revision = 2",
    'schedule of control C-07 version 2',
  ],
  ['exclusion_versions', 'ends_on = ends_on + 30 where known_until is null', 'exclusion X-1 version 2'],
  [
    'window_versions',
    "deleted = false where known_until is null and window_id = 'W-2'",
    'window W-2 version 3',
  ],
  ['work_calendars', "calendar = jsonb_set(calendar, '{holidays}', '[]')", 'calendar of'],
  ['evidence_bearings', "bearing = jsonb_set(bearing, '{scope}', 'null')", 'bearing of'],
])('names what was changed in %s', async (table, change, item) => {
  expect(await tamperWith(house, scope, `update ${table} set ${change}`)).toBe(1);
  const { ok, faults } = await verification(house, scope);
  expect([ok, faults.some((fault) => fault.item.startsWith(item))]).toEqual([false, true]);
});
