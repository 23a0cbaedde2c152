// The store's latest word on each check and subject is core's: newest first, at one instant the worst, whatever the
// order of imports; undoing an import and deriving everything again come out the same.
import { latestAt, parseInstant, type KnownObservation, type ObservationStatus } from '@assay/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import { importFile } from '../../testing/imports.ts';

let house: House;
const base = '/v1/orgs/latest';
const STATUSES: readonly ObservationStatus[] = ['pass', 'fail', 'error', 'not_applicable', 'unknown'];

interface Row {
  readonly check: `${string}:${string}`;
  readonly subject: string;
  readonly status: ObservationStatus;
  readonly at: string;
}

beforeAll(async () => {
  house = await openHouse();
  await house.organisation('latest');
}, 120_000);
afterAll(() => house.close());

it('agrees with core after every import and every undoing', async () => {
  const random = mulberry(20260601);
  const standing = new Map<string, readonly Row[]>();
  for (let round = 0; round < 10; round += 1) {
    const rows = Array.from({ length: 12 }, () => rowOf(random));
    standing.set(await imported(rows, round), rows);
    expect(await stored()).toEqual(expected(standing));
    if (round % 3 !== 2) continue;
    const undone = [...standing.keys()][Math.floor(random() * standing.size)] ?? '';
    expect((await post(`${base}/imports/${undone}/undo`, undefined)).status).toBe(200);
    standing.delete(undone);
    expect(await stored()).toEqual(expected(standing));
  }
  const verified = await post(`${base}/ledger/verify`, { rebuild: true });
  expect(await verified.json()).toMatchObject({ ok: true, faults: [] });
}, 120_000);

it('lets the look of one system hide none of another, whichever came last', async () => {
  const word = (status: ObservationStatus, day: string): Row => ({
    check: 'csv:backup',
    subject: 'twin',
    status,
    at: `2026-05-${day}T06:00:00.000Z`,
  });
  const ours = await imported([word('fail', '10')], 100);
  const theirs = await imported([word('pass', '11')], 101);
  expect(await twins()).toEqual([[null, 'pass']]);
  // Their systems are said only now: each word stands by itself from here on.
  for (const [system, id] of [
    ['eu', ours],
    ['us', theirs],
  ] as const) {
    await post(`${base}/collectors`, {
      name: system,
      kind: 'ci',
      scope: system,
      covers: { checks: ['csv:backup'] },
      every_hours: 24,
    });
    expect((await post(`${base}/collectors/${system}/runs`, { run: '1', imports: [id] })).status).toBe(201);
  }
  expect(await twins()).toEqual([
    ['eu', 'fail'],
    ['us', 'pass'],
  ]);
  const mended = await read([word('pass', '12')], 102);
  await post(`${base}/collectors/eu/runs`, { run: '2', imports: [mended] });
  expect(await twins()).toEqual([
    ['eu', 'pass'],
    ['us', 'pass'],
  ]);
  expect((await post(`${base}/imports/${mended}/undo`, undefined)).status).toBe(200);
  expect((await twins())[0]).toEqual(['eu', 'fail']);
  const verified = await post(`${base}/ledger/verify`, { rebuild: true });
  expect(await verified.json()).toMatchObject({ ok: true, faults: [] });
}, 60_000);

async function twins() {
  const answer = await send(house, 'GET', `${base}/observations?check=csv:backup&limit=200`, {
    headers: OWNER,
  });
  const rows = z
    .object({
      data: z.array(z.object({ subject: z.string(), system: z.string().nullable(), status: z.string() })),
    })
    .parse(await answer.json());
  return rows.data.filter(({ subject }) => subject === 'twin').map(({ system, status }) => [system, status]);
}

function rowOf(random: () => number): Row {
  const one = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)];
  return {
    check: `csv:${one(['backup', 'restore']) ?? 'backup'}`,
    subject: one(['db-1', 'db-2', 'db-3']) ?? 'db-1',
    status: one(STATUSES) ?? 'unknown',
    at: one(['2026-05-01T06:00:00.000Z', '2026-05-02T06:00:00.000Z']) ?? '2026-05-01T06:00:00.000Z',
  };
}

function expected(standing: ReadonlyMap<string, readonly Row[]>) {
  const now = instant('2026-06-01T00:00:00.000Z');
  const known = [...standing.values()].flat().map((row): KnownObservation => ({
    check: row.check,
    subject: row.subject,
    status: row.status,
    observedAt: instant(row.at),
    receivedAt: now,
  }));
  return latestAt(known, now).map(({ check, subject, status }) => [check, subject, status]);
}

async function imported(rows: readonly Row[], round: number): Promise<string> {
  const id = await read(rows, round);
  expect((await post(`${base}/imports/${id}/commit`, undefined)).status).toBe(200);
  return id;
}

async function read(rows: readonly Row[], round: number): Promise<string> {
  const text = [
    'check,subject,status,at',
    ...rows.map((row) => [row.check.slice(4), row.subject, row.status, row.at].join(',')),
  ];
  const put = z.object({ sha256: z.string() }).parse(
    await (
      await send(house, 'POST', `${base}/artefacts?filename=round-${round}.csv`, {
        headers: OWNER,
        bytes: `${text.join('\n')}\n`,
      })
    ).json(),
  );
  const made = z.object({ id: z.string(), state: z.string() }).parse(
    await (
      await importFile(house, base, {
        artefact: put.sha256,
        filename: `round-${round}.csv`,
        columns: {
          check: 'check',
          subject: 'subject',
          status: 'status',
          observed_at: 'at',
          statuses: Object.fromEntries(STATUSES.map((status) => [status, status])),
        },
      })
    ).json(),
  );
  expect(made.state).toBe('pending');
  return made.id;
}

async function stored(): Promise<readonly (readonly string[])[]> {
  const answer = await send(house, 'GET', `${base}/observations?limit=200`, { headers: OWNER });
  const rows = z
    .object({ data: z.array(z.object({ check: z.string(), subject: z.string(), status: z.string() })) })
    .parse(await answer.json());
  return rows.data.map(({ check, subject, status }) => [check, subject, status]);
}

function post(path: string, body: unknown): Promise<Response> {
  return send(house, 'POST', path, { headers: OWNER, body });
}

function instant(text: string) {
  const parsed = parseInstant(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

/** A small seeded generator, so that a failure comes again. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
