// A row of a window counts what names its system and nothing else: a foreign pass fills no hole, a wrong spelling hides
// no failure, and a control that collectors alone tell apart has a row for each system.
import { windowControlDetailOut } from '@assay/contract';
import { addDays, dateOfInstant, daysBetween, type PlainDate } from '@assay/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../../testing/house.ts';
import { importFile } from '../../../testing/imports.ts';

const BASE = '/v1/orgs/foreign';
const [SAID, UNSAID] = ['C-43', 'C-44'];
const COLUMNS = { check: 'check', subject: 'subject', status: 'status', observed_at: 'at' };

let house: House;
let today: PlainDate;
let runs = 0;

beforeAll(async () => {
  house = await openHouse();
  await house.organisation('foreign');
  today = dateOfInstant(house.deps.clock.now());
  await ask('PATCH', '', {
    examination: { type: 'type2', from: addDays(today, -20), until: addDays(today, 90) },
  });
  const cadence = { kind: 'continuous', every_hours: 24, tolerance: 1.5, sla_days: 7 };
  for (const control of [SAID, UNSAID]) {
    await ask('PUT', `/controls/${control}/state`, { state: 'adopted', implementation: 'implemented' });
    await ask('PATCH', `/controls/${control}/schedule`, {
      started_on: addDays(today, -300),
      versions: [{ from: addDays(today, -300), cadence }],
      ...(control === SAID ? { scopes: [{ name: 'eu' }] } : {}),
    });
  }
}, 60_000);
afterAll(() => house.close());

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const changes = method === 'PATCH' || path.endsWith('/approve');
  const of = path.replace('/approve', '');
  const held = changes ? await send(house, 'GET', BASE + of, { headers: OWNER }) : undefined;
  const tag = held?.headers.get('etag');
  const response = await send(house, method, BASE + path, {
    headers: { ...OWNER, ...(tag ? { 'if-match': tag } : {}) },
    ...(body === undefined ? {} : { body }),
  });
  const answer: unknown = await response.json();
  expect([response.ok, answer]).toEqual([true, answer]);
  return answer;
}

/** Looks of a system's collector at a control, one on each of the days. */
async function watch(
  system: string,
  { control, ago, status = 'PASS' }: { control: string; ago: readonly number[]; status?: string },
): Promise<void> {
  runs += 1;
  const name = `watch-${runs}`;
  await ask('POST', '/collectors', {
    name,
    kind: 'ci',
    scope: system,
    covers: { checks: ['csv:other'] },
    every_hours: 24,
    started_at: `${addDays(today, -20)}T00:00:00Z`,
  });
  const rows = ago.map((n) => `${control},root-${runs},${status},${addDays(today, -n)}T08:00:00Z`);
  const stored = await send(house, 'POST', `${BASE}/artefacts?filename=scan.csv`, {
    headers: OWNER,
    bytes: `check,subject,status,at\n${rows.join('\n')}\n`,
  });
  const { sha256: artefact } = z.object({ sha256: z.string() }).parse(await stored.json());
  const read = await importFile(house, BASE, { artefact, filename: 'scan.csv', columns: COLUMNS });
  const { id } = z.object({ id: z.string() }).parse(await read.json());
  await ask('POST', `/collectors/${name}/runs`, { run: '1', imports: [id] });
  await ask('PUT', `/checks/csv:${control}/controls`, { controls: [control] });
}

async function approveScope(systems: readonly string[], names: readonly object[]): Promise<void> {
  const made = z.object({ id: z.string() }).parse(
    await ask('POST', '/isms', {
      kind: 'scope',
      framework: 'soc2:2017',
      statement: 'The product.',
      boundaries: ['Production'],
      sites: [],
      systems,
      names,
      interfaces: [],
      exclusions: [{ what: 'Shop', because: 'It holds no customer data.' }],
      from: addDays(today, -15),
    }),
  );
  await ask('POST', `/isms/${made.id}/approve`, { by: 'Ada Berg', role: 'founder' });
}

/** What each row of a control shows on the day so many days ago; a control with one row is told whole. */
async function shown(control: string, ago: number): Promise<Readonly<Record<string, string | undefined>>> {
  const told = windowControlDetailOut.parse(await ask('GET', `/windows/current/controls/${control}`));
  const at = daysBetween(addDays(today, -20), addDays(today, -ago));
  const rows = told.scopes.length > 0 ? told.scopes : [{ name: 'the only row', days: told.control.days }];
  return Object.fromEntries(
    rows.map(({ name, days }) => [
      name,
      days.flatMap(({ state, days: count }) => Array.from({ length: count }, () => state))[at],
    ]),
  );
}

it('counts for the one place of a schedule only what names it', async () => {
  await watch('us', { control: SAID, ago: [10, 9, 8] });
  expect(await shown(SAID, 9)).toEqual({ 'the only row': 'no_data' });
  await watch('eu', { control: SAID, ago: [10, 9, 8] });
  expect(await shown(SAID, 9)).toEqual({ 'the only row': 'operated' });
});

it('hides no failure whose system nobody knows', async () => {
  await watch('eu', { control: SAID, ago: [6, 5] });
  expect(await shown(SAID, 5)).toEqual({ 'the only row': 'operated' });
  await watch('europe', { control: SAID, ago: [6], status: 'FAIL' });
  expect(await shown(SAID, 5)).toEqual({ 'the only row': 'late' });
});

it('does not matter what the place is called where nothing tells places apart', async () => {
  await watch('anywhere', { control: UNSAID, ago: [10, 9, 8] });
  expect(await shown(UNSAID, 9)).toEqual({ 'the only row': 'operated' });
});

it('has a row for each system of the scope once collectors tell a control apart', async () => {
  await approveScope(['Production', 'Tickets'], [{ system: 'Production', name: 'prod' }]);
  // What no scope knows and what was left out fill nothing.
  await watch('Shop', { control: UNSAID, ago: [10, 9, 8] });
  expect(await shown(UNSAID, 9)).toEqual({ all: 'not_scheduled', Production: 'no_data', Tickets: 'no_data' });
  await watch('prod', { control: UNSAID, ago: [10, 9, 8] });
  expect(await shown(UNSAID, 9)).toEqual({
    all: 'not_scheduled',
    Production: 'operated',
    Tickets: 'no_data',
  });
});

it('excuses such a control from one of its systems', async () => {
  await ask('POST', '/exclusions', {
    control: UNSAID,
    scope: 'Tickets',
    from: addDays(today, -15),
    until: addDays(today, 30),
    reason: 'Its vendor shows this in a report of its own.',
    owner: 'Ada Berg',
  });
  expect(await shown(UNSAID, 9)).toMatchObject({ Production: 'operated', Tickets: 'excluded' });
});
