// A data directory of the first Assay that kept anything, started with today's: nothing of it is lost.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { readServerNote } from '../platform/datadir.ts';
import { FIXTURE, openFirst, type First, type Rows } from '../testing/first.ts';
import { start, type Running } from './start.ts';

const CONTENT = fileURLToPath(new URL('../../../../content', import.meta.url));
const ORG = 'org_01m8saq43xjnycx6bav6wr3xak';

/** What the upgrade itself goes on with; what stands there instead is asked below. */
const MOVES_ON: ReadonlySet<string> = new Set(['ledger_heads', 'ledger_tiles', 'memberships']);

let first: First;
let before: Rows;
let running: Running;

beforeAll(async () => {
  first = await openFirst();
  before = await first.rows();
  running = await start({
    data: first.data,
    databaseUrl: first.databaseUrl,
    port: await freePort(),
    host: '127.0.0.1',
    hosts: [],
    demo: true,
    content: CONTENT,
    web: join(first.data, 'web'),
    version: 'test',
  });
}, 60_000);

afterAll(async () => {
  await running.stop();
  await first.remove();
}, 30_000);

it('keeps every row, in each column that it had', async () => {
  expect([...before.values()].flat().length).toBeGreaterThan(700);
  const after = await first.rows();
  for (const [table, rows] of before) {
    if (MOVES_ON.has(table)) continue;
    const columns = Object.keys(rows[0] ?? {});
    const now = new Set((after.get(table) ?? []).map((row) => textOf(row, columns)));
    const lost = rows.filter((row) => !now.has(textOf(row, columns)));
    expect({ table, lost }).toEqual({ table, lost: [] });
  }
});

it('makes the owner of before the owner of now', async () => {
  expect(before.get('memberships')).toMatchObject([{ org_id: ORG, role: 'owner' }]);
  expect(await get('')).toMatchObject({ name: 'First Light', roles: [{ role: 'owner' }] });
  expect(await get('/members')).toMatchObject({
    data: [{ name: 'Local owner', state: 'active', roles: [{ role: 'owner' }], you: true }],
  });
});

it('proves the ledger of before: everything fits, and what was signed then lies in it', async () => {
  const held = readFileSync(join(FIXTURE, 'checkpoint.txt'), 'utf8');
  expect(await post('/ledger/verify', { rebuild: true, held_checkpoint: held })).toMatchObject({
    ok: true,
    faults: [],
    artefacts: 7,
  });
  expect((await call('/ledger/proof?subject=E-1')).status).toBe(200);
});

it('seals each file that lay plain, and reads the bytes that it had', async () => {
  await running.deps.rotation.settled(ORG);
  expect(
    readdirSync(join(first.data, 'artefacts', ORG), { recursive: true }).filter(
      (name) => /[0-9a-f]{64}$/.test(String(name)) && !String(name).startsWith('sealed'),
    ),
  ).toEqual([]);
  expect(readdirSync(join(first.data, 'keys')).filter((name) => name.endsWith('.pem'))).toEqual([]);
  const { data } = records.parse(await get('/evidence'));
  expect(data.map(({ code, title, revision }) => [code, title, revision])).toEqual([
    ['E-4', 'JUnit XML: 6 results, pytest', 2],
    ['E-3', 'Prowler (CSV): 7 results, 210987654321', 1],
    ['E-2', 'Restore tried', 3],
    ['E-1', 'Access review of July', 2],
  ]);
  for (const { code, artefact } of data) {
    const bytes = Buffer.from(await (await call(`/evidence/${code}/artefact`)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(artefact.sha256);
    const plain = join(FIXTURE, 'data/artefacts', ORG, artefact.sha256.slice(0, 2), artefact.sha256);
    expect(bytes.equals(readFileSync(plain))).toBe(true);
  }
});

it('answers from what was decided then, and hands everything over', async () => {
  expect(await get('/controls/C-09')).toMatchObject({
    state: { state: 'not_adopted', because: 'Done by the parent company' },
  });
  expect(await get('/controls/C-501')).toMatchObject({ name: 'Doors are locked', own: true });
  expect(await get('/posture')).toMatchObject({
    data: [{ framework: 'iso27001:2022' }, { framework: 'soc2:2017' }],
  });
  const exported = await call('/export');
  expect(exported.status).toBe(200);
  expect((await exported.arrayBuffer()).byteLength).toBeGreaterThan(50_000);
});

const records = z.object({
  data: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      revision: z.int(),
      artefact: z.object({ sha256: z.string() }),
    }),
  ),
});

function call(below: string, init: RequestInit = {}): Promise<Response> {
  const token = readServerNote(first.data)?.token ?? '';
  return fetch(`${running.origin}/v1/orgs/first-light${below}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
}

async function get(below: string): Promise<unknown> {
  return (await call(below)).json();
}

async function post(below: string, body: unknown): Promise<unknown> {
  return (await call(below, { method: 'POST', body: JSON.stringify(body) })).json();
}

function textOf(row: Readonly<Record<string, unknown>>, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => [column, row[column] ?? null]));
}

/** A port that nobody listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
