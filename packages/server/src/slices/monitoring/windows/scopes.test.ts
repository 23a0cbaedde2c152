// One control on two systems, each watched by a collector of its own: what one says fills no hole of the other.
import { windowControlDetailOut } from '@assay/contract';
import { addDays, dateOfInstant, daysBetween, type PlainDate } from '@assay/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../../testing/house.ts';
import { importFile } from '../../../testing/imports.ts';

const BASE = '/v1/orgs/twofold';
const CONTROL = 'C-43';
const COLUMNS = { check: 'check', subject: 'subject', status: 'status', observed_at: 'at' };

let house: House;
let today: PlainDate;

beforeAll(async () => {
  house = await openHouse();
  await house.organisation('twofold');
  today = dateOfInstant(house.deps.clock.now());
  await ask('PUT', `/controls/${CONTROL}/state`, { state: 'adopted', implementation: 'implemented' });
  await ask('PATCH', '', {
    examination: { type: 'type2', from: addDays(today, -20), until: addDays(today, 90) },
  });
  const cadence = { kind: 'continuous', every_hours: 24, tolerance: 1.5, sla_days: 7 };
  await ask('PATCH', `/controls/${CONTROL}/schedule`, {
    started_on: addDays(today, -300),
    versions: [{ from: addDays(today, -300), cadence }],
    scopes: [{ name: 'eu' }, { name: 'us' }],
  });
}, 60_000);
afterAll(() => house.close());

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const held = method === 'PATCH' ? await etagOf(path) : undefined;
  const response = await send(house, method, `${BASE}${path}`, {
    headers: { ...OWNER, ...(held === undefined ? {} : { 'if-match': held }) },
    ...(body === undefined ? {} : { body }),
  });
  const answer: unknown = await response.json();
  expect([response.ok, answer]).toEqual([true, answer]);
  return answer;
}

async function etagOf(path: string): Promise<string | undefined> {
  return (await send(house, 'GET', `${BASE}${path}`, { headers: OWNER })).headers.get('etag') ?? undefined;
}

/** A run of a collector that saw its system on each of the days. */
async function watch(scope: string, days: readonly PlainDate[], status = 'PASS'): Promise<void> {
  await ask('POST', '/collectors', {
    name: scope,
    kind: 'ci',
    scope,
    covers: { checks: ['csv:mfa'] },
    every_hours: 24,
    started_at: `${addDays(today, -20)}T00:00:00Z`,
  });
  const rows = days.map((day) => `mfa,root-${scope},${status},${day}T08:00:00Z`);
  const stored = await send(house, 'POST', `${BASE}/artefacts?filename=scan.csv`, {
    headers: OWNER,
    bytes: `check,subject,status,at\n${rows.join('\n')}\n`,
  });
  const { sha256: artefact } = z.object({ sha256: z.string() }).parse(await stored.json());
  const read = await importFile(house, BASE, { artefact, filename: 'scan.csv', columns: COLUMNS });
  const { id } = z.object({ id: z.string() }).parse(await read.json());
  await ask('POST', `/collectors/${scope}/runs`, { run: '1', imports: [id] });
}

it('tells the runs of each system by itself', async () => {
  const days = [5, 4, 3].map((ago) => addDays(today, -ago));
  await watch('eu', days);
  await watch('us', days.slice(0, 1), 'FAIL');
  await ask('PUT', '/checks/csv:mfa/controls', { controls: [CONTROL] });
  const told = windowControlDetailOut.parse(await ask('GET', `/windows/current/controls/${CONTROL}`));
  expect(told.runs.map(({ day, scope, pass, fail }) => [day, scope, pass, fail])).toEqual([
    [days[0], 'eu', 1, 0],
    [days[0], 'us', 0, 1],
    [days[1], 'eu', 1, 0],
    [days[2], 'eu', 1, 0],
  ]);
  const stateOn = (scope: string, day: PlainDate) =>
    told.scopes
      .find(({ name }) => name === scope)
      ?.days.flatMap(({ state, days: count }) => Array.from({ length: count }, () => state))[
      daysBetween(addDays(today, -20), day)
    ];
  // Nobody had looked on the morning of the first day.
  expect(days.map((day) => stateOn('eu', day))).toEqual(['no_data', 'operated', 'operated']);
  expect(days.map((day) => stateOn('us', day))).not.toContain('operated');
});
