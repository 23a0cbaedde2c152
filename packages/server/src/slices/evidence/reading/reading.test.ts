// A file is read apart from the request: seen while it is read, once for the same bytes, never lost by a stop.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addDays, dateOfInstant, startOfDay } from '@assay/core';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../../testing/house.ts';
import { importFile } from '../../../testing/imports.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { storedObservations } from '../../monitoring/monitoring.module.ts';

let house: House;
let scope: OrgScope;
let base: string;
let count = 0;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  count += 1;
  scope = await house.organisation(`read-${count}`);
  base = `/v1/orgs/${scope.slug}`;
});

const answerSchema = z.object({
  id: z.string(),
  state: z.string(),
  total: z.number(),
  change: z.object({ new: z.number(), unchanged: z.number() }),
  reading: z.object({ read: z.number(), total: z.number(), rows: z.number() }).nullable(),
  evidence: z.string().nullable(),
});

it('answers at once with a row that is being read, and with the dry run once it is read', async () => {
  const artefact = await stored(results(30));
  const opened = await start(artefact);
  expect([opened.state, opened.total]).toEqual(['reading', 0]);
  const read = await ask('GET', `/imports/${opened.id}?wait=20`);
  expect([read.state, read.total, read.reading, read.change.new]).toEqual(['pending', 30, null, 30]);
});

it('keeps one dry run for the same bytes with the same options, and says anew what it would change', async () => {
  const artefact = await stored(results(5));
  const first = await imported({ artefact, filename: 'scan.json' });
  const again = await start(artefact);
  expect([again.id, again.state]).toEqual([first.id, 'pending']);
  const other = await imported({ artefact: await stored(`${results(5)}\n`), filename: 'scan.json' });
  expect((await post(`/imports/${other.id}/commit`)).status).toBe(200);
  expect((await start(artefact)).change).toMatchObject({ new: 0, unchanged: 5 });
  expect((await list()).map((row) => row.id)).toEqual([other.id, first.id]);
});

it('answers two who bring the same bytes at once with one import', async () => {
  const artefact = await stored(results(40));
  const answers = await Promise.all([start(artefact), start(artefact), start(artefact)]);
  expect(new Set(answers.map((each) => each.id)).size).toBe(1);
});

it('changes nothing for a file that counts already, and keeps no new row', async () => {
  const artefact = await stored(results(5));
  const first = await imported({ artefact, filename: 'scan.json' });
  await post(`/imports/${first.id}/commit`);
  const again = await start(artefact);
  expect([again.id, again.state]).toEqual([first.id, 'committed']);
  expect(again.evidence).not.toBeNull();
  expect(await list()).toHaveLength(1);
});

it('reads a file anew when it is asked for other things, or when its import was undone', async () => {
  const artefact = await stored('a plain note');
  const plain = await imported({ artefact, filename: 'note.txt' });
  const linked = await imported({ artefact, filename: 'note.txt', controls: ['C-07'] });
  expect(linked.id).not.toBe(plain.id);
  await post(`/imports/${linked.id}/commit`);
  await post(`/imports/${linked.id}/undo`);
  const after = await imported({ artefact, filename: 'note.txt', controls: ['C-07'] });
  expect([linked.id, plain.id]).not.toContain(after.id);
});

it('stops a reading that is thrown away and keeps nothing of it', async () => {
  const opened = await start(await stored(results(20_000)));
  expect((await post(`/imports/${opened.id}/commit`)).status).toBe(409);
  expect((await remove(opened.id)).status).toBe(204);
  expect((await send(house, 'GET', `${base}/imports/${opened.id}`, { headers: OWNER })).status).toBe(404);
  expect(await list()).toEqual([]);
  expect(await kept(opened.id)).toEqual([]);
});

it('does not throw away what counted, undone or not', async () => {
  const done = await imported({ artefact: await stored(results(3)), filename: 'scan.json' });
  await post(`/imports/${done.id}/commit`);
  expect((await remove(done.id)).status).toBe(409);
  await post(`/imports/${done.id}/undo`);
  expect((await remove(done.id)).status).toBe(409);
});

it('says of a reading that its server left behind that it is interrupted, and reads it again in its place', async () => {
  const artefact = await stored(results(2500));
  const opened = await start(artefact);
  await ask('GET', `/imports/${opened.id}?wait=20`);
  // As a kill leaves it: some batches are there, the row says that it is being read, nobody speaks.
  await leaveHalfRead(opened.id);
  expect((await ask('GET', `/imports/${opened.id}`)).state).toBe('interrupted');
  expect((await post(`/imports/${opened.id}/commit`)).status).toBe(409);
  const again = answerSchema.parse(await (await post(`/imports/${opened.id}/read`)).json());
  expect([again.id, again.state]).toEqual([opened.id, 'reading']);
  const read = await ask('GET', `/imports/${opened.id}?wait=20`);
  expect([read.state, read.total, (await kept(opened.id)).length]).toEqual(['pending', 2500, 2500]);
  expect((await post(`/imports/${opened.id}/commit`)).status).toBe(200);
});

it('reads an interrupted file again when somebody brings it again, without a second row', async () => {
  const artefact = await stored(results(10));
  const opened = await start(artefact);
  await ask('GET', `/imports/${opened.id}?wait=20`);
  await leaveHalfRead(opened.id);
  const again = await imported({ artefact, filename: 'scan.json' });
  expect([again.id, again.state, again.total]).toEqual([opened.id, 'pending', 10]);
});

it('cuts its readings off when the server stops, and each says so at once', async () => {
  const opened = await start(await stored(results(30_000)));
  await house.deps.readings.close();
  const row = await ask('GET', `/imports/${opened.id}`);
  expect(row.state).toBe('interrupted');
  expect((await remove(opened.id)).status).toBe(204);
});

function results(of: number): string {
  return Array.from({ length: of }, (_, i) =>
    JSON.stringify({
      SchemaVersion: '2018-10-08',
      Id: `f-${i}`,
      GeneratorId: `g/${i % 20}`,
      AwsAccountId: '1',
      UpdatedAt: '2026-06-01T05:00:00Z',
      Resources: [{ Id: `arn:${i}` }],
      Compliance: { Status: 'PASSED' },
    }),
  ).join('\n');
}

async function stored(bytes: string): Promise<string> {
  const put = await send(house, 'POST', `${base}/artefacts?filename=f`, { headers: OWNER, bytes });
  return z.object({ sha256: z.string() }).parse(await put.json()).sha256;
}

async function start(artefact: string) {
  const started = await post('/imports', { artefact, filename: 'scan.json' });
  expect(started.status).toBe(201);
  return answerSchema.parse(await started.json());
}

async function imported(body: object) {
  return answerSchema.parse(await (await importFile(house, base, body)).json());
}

async function ask(method: string, path: string) {
  return answerSchema.parse(await (await send(house, method, base + path, { headers: OWNER })).json());
}

function post(path: string, body?: unknown): Promise<Response> {
  return send(house, 'POST', base + path, { headers: OWNER, ...(body === undefined ? {} : { body }) });
}

function remove(id: string): Promise<Response> {
  return send(house, 'DELETE', `${base}/imports/${id}`, { headers: OWNER });
}

async function list() {
  const answer = await send(house, 'GET', `${base}/imports`, { headers: OWNER });
  return z.object({ data: z.array(answerSchema) }).parse(await answer.json()).data;
}

function kept(id: string): Promise<readonly string[]> {
  const run = { importId: id, from: 0, count: 100_000 };
  return house.deps.db.inOrganisation(scope.org, (tx) => storedObservations(tx, scope, run));
}

async function leaveHalfRead(id: string): Promise<void> {
  const long = startOfDay(addDays(dateOfInstant(house.deps.clock.now()), -1));
  const reading = { token: 'gone', beganAt: long, heardAt: long, read: 1, total: 2, rows: 1000 };
  await house.deps.db.inOrganisation(scope.org, async (tx) => {
    await tx
      .updateTable('imports')
      .set({ state: 'reading', summary: '{}', reading: JSON.stringify(reading) })
      .where('import_id', '=', id)
      .execute();
    await tx.deleteFrom('observations').where('import_id', '=', id).where('seq', '>=', 1000).execute();
  });
}
