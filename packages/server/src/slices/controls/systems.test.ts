// Two scopes that differ, a system that comes and one that leaves: posture and window move from that day, over a real engine.
import { controlOut, frameworkPostureOut, windowControlDetailOut } from '@assay/contract';
import { addDays, dateOfInstant, type Instant, type PlainDate } from '@assay/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../testing/house.ts';
import { importFile } from '../../testing/imports.ts';

const BASE = '/v1/orgs/twoscopes';
const CONTROL = 'C-44';
const COLUMNS = { check: 'check', subject: 'subject', status: 'status', observed_at: 'at' };
const [ISO, SOC2] = ['iso27001:2022', 'soc2:2017'];

let house: House;
let today: PlainDate;

beforeAll(async () => {
  house = await openHouse();
  await house.organisation('twoscopes');
  today = dateOfInstant(house.deps.clock.now());
  await ask('PUT', `/controls/${CONTROL}/state`, { state: 'adopted', implementation: 'implemented' });
  const examination = { type: 'type2', from: addDays(today, -20), until: addDays(today, 90) };
  await ask('PATCH', '', { examination });
  const cadence = { kind: 'continuous', every_hours: 24, tolerance: 1.5, sla_days: 7 };
  await ask('PATCH', `/controls/${CONTROL}/schedule`, {
    started_on: addDays(today, -300),
    versions: [{ from: addDays(today, -300), cadence }],
    scopes: [{ name: 'build' }],
  });
  await ask('POST', '/isms', scopeOf(ISO, -30, ['Build host', 'Shop']));
  await ask('POST', '/isms', scopeOf(SOC2, -30, ['Build host']));
  for (const id of ['SC-1', 'SC-2']) await approve(id);
  await watch('build', 'PASS');
  await watch('shop', 'FAIL');
  await ask('PUT', '/checks/csv:mfa/controls', { controls: [CONTROL] });
}, 60_000);
afterAll(() => house.close());

function scopeOf(framework: string, from: number, systems: readonly string[]) {
  return {
    kind: 'scope',
    framework,
    statement: 'The product.',
    boundaries: ['Production'],
    sites: [],
    systems,
    names: [{ system: 'Build host', name: 'build' }],
    interfaces: [],
    exclusions: [],
    from: addDays(today, from),
  };
}

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const changes = method === 'PATCH' || method === 'PUT' || path.endsWith('/approve');
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

function approve(id: string): Promise<unknown> {
  return ask('POST', `/isms/${id}/approve`, { by: 'Ada Berg', role: 'founder' });
}

/** A run of a collector that looked at its system yesterday and today. */
async function watch(scope: string, status: 'PASS' | 'FAIL'): Promise<void> {
  await ask('POST', '/collectors', {
    name: scope,
    kind: 'ci',
    scope,
    covers: { checks: ['csv:mfa'] },
    every_hours: 24,
    started_at: `${addDays(today, -20)}T00:00:00Z`,
  });
  const rows = [2, 1].map((ago) => `mfa,root-${scope},${status},${addDays(today, -ago)}T08:00:00Z`);
  const stored = await send(house, 'POST', `${BASE}/artefacts?filename=scan.csv`, {
    headers: OWNER,
    bytes: `check,subject,status,at\n${rows.join('\n')}\n`,
  });
  const { sha256: artefact } = z.object({ sha256: z.string() }).parse(await stored.json());
  const read = await importFile(house, BASE, { artefact, filename: 'scan.csv', columns: COLUMNS });
  const { id } = z.object({ id: z.string() }).parse(await read.json());
  await ask('POST', `/collectors/${scope}/runs`, { run: '1', imports: [id] });
}

async function stands(at?: Instant) {
  const { iso, soc2 } = controlOut.parse(
    await ask('GET', `/controls/${CONTROL}${at === undefined ? '' : `?at=${at}`}`),
  );
  return { iso, soc2 };
}

async function scopeIn(framework: string) {
  const told = z
    .object({ data: z.array(frameworkPostureOut) })
    .parse(await ask('GET', `/posture?framework=${framework}`));
  return told.data[0];
}

it('fails for ISO by a system that SOC 2 does not describe, until the day on which it leaves', async () => {
  const before = await stands();
  expect([before.iso.state, before.soc2.state]).toEqual(['failing', 'proved']);
  const then = house.deps.clock.now();
  await ask('PUT', '/isms/SC-1', scopeOf(ISO, 0, ['Build host', 'Tickets']));
  expect(await ask('GET', '/systems/drafts/SC-1')).toMatchObject({
    effect: {
      change: { on: today, added: ['Tickets'], removed: ['Shop'], first: false },
      waits: [{ system: 'Tickets', controls: [CONTROL] }],
    },
  });
  expect((await stands()).iso.state).toBe('failing');
  await approve('SC-1');
  expect(await ask('GET', '/systems/drafts/SC-1')).toEqual({ effect: null });
  const after = await stands();
  expect([after.iso.state, after.soc2.state]).toEqual(['unknown', 'proved']);
  expect(after.iso.systems).toEqual([
    { system: 'Build host', since: addDays(today, -30), state: 'proved', excused: false },
    { system: 'Tickets', since: today, state: 'unknown', excused: false },
  ]);
  expect(after.iso.reason).toContain(`Tickets, in scope since ${today}`);
  expect((await stands(then)).iso.state).toBe('failing');
  const iso = await scopeIn(ISO ?? '');
  expect(iso?.sentence).toContain(
    `From ${today} Tickets is in scope and Shop no longer is: 1 control waits for it.`,
  );
  const answers = (iso?.requirements ?? []).flatMap(({ controls }) => controls);
  expect(answers.filter(({ lacking }) => lacking.includes('Tickets')).map(({ code }) => code)).toContain(
    CONTROL,
  );
});

it('waits in the window for a system from the day on which it came into the examined scope', async () => {
  const row = async () => {
    const told = windowControlDetailOut.parse(await ask('GET', `/windows/current/controls/${CONTROL}`));
    return {
      rows: told.scopes.map(({ name, from, added }) => [name, from, added]),
      deviations: told.control.deviations,
    };
  };
  const before = await row();
  await ask('PUT', '/isms/SC-2', scopeOf(SOC2, -5, ['Build host', 'Tickets']));
  await approve('SC-2');
  const after = await row();
  expect(after.rows).toEqual([
    ['build', null, false],
    ['Tickets', addDays(today, -5), true],
  ]);
  // Nobody has looked at it on the days since, today still to come.
  expect(after.deviations - before.deviations).toBeGreaterThanOrEqual(3);
  expect((await stands()).soc2.state).toBe('unknown');
  const window = z
    .object({ scope_changes: z.array(z.object({ on: z.string(), sentence: z.string() })) })
    .parse(await ask('GET', '/windows/current'));
  expect(window.scope_changes.map(({ on }) => on)).toEqual([addDays(today, -5)]);
});

it('does not wait for a system from which it was excused', async () => {
  await ask('POST', '/exclusions', {
    control: CONTROL,
    scope: 'Tickets',
    from: addDays(today, -5),
    until: addDays(today, 30),
    reason: 'Its vendor shows this in a report of its own.',
    owner: 'Ada Berg',
  });
  expect((await stands()).soc2).toMatchObject({ state: 'proved' });
});

it('tells a coming change with who would wait on its day, excused then or not, and no renaming as a change', async () => {
  // By then Tickets is excused no more, and what was seen of the build host is too old.
  const day = addDays(today, 40);
  const names = ['Build host', 'build'].map((name) => ({ system: 'Build server', name }));
  const systems = ['Build server', 'Tickets', 'Archive'];
  await ask('PUT', '/isms/SC-1', { ...scopeOf(ISO ?? '', 40, systems), names });
  expect(await ask('GET', '/systems/drafts/SC-1')).toMatchObject({
    effect: {
      change: { on: day, added: ['Archive'], removed: [] },
      waits: [
        { system: 'Build server', controls: [CONTROL] },
        { system: 'Tickets', controls: [CONTROL] },
        { system: 'Archive', controls: [CONTROL] },
      ],
    },
  });
  await approve('SC-1');
  const { changes } = z
    .object({ changes: z.array(z.object({ on: z.string(), sentence: z.string() })) })
    .parse(await ask('GET', '/systems'));
  expect(changes.filter(({ on }) => on === day).map(({ sentence }) => sentence)).toEqual([
    `From ${day} Archive will be in scope: as things stand 1 control will wait for it.`,
  ]);
});

it('shows names that no scope knows, and lets them fail', async () => {
  await watch('warehouse', 'FAIL');
  const told = z
    .object({
      data: z.array(z.looseObject({ framework: z.string(), system: z.string(), inside: z.boolean() })),
      unmatched: z.object({ sentence: z.string(), data: z.array(z.unknown()) }),
    })
    .parse(await ask('GET', '/systems'));
  expect(told.data.filter(({ framework, inside }) => framework === ISO && !inside)).toMatchObject([
    { system: 'Archive' },
    { system: 'Shop' },
  ]);
  expect(told.unmatched.data).toEqual([{ name: 'warehouse', controls: [CONTROL] }]);
  expect((await stands()).iso.state).toBe('failing');
});
