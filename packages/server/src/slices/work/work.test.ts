// Work as its user meets it: tasks follow the state of data, digests go out once a day, calendars parse and end.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dateOfInstant, startOfDay, type Instant } from '@assay/core';
import { z } from 'zod';
import { httpApp } from '../../app/http.ts';
import { diskMail, type Mail } from '../../platform/mail/mail.ts';
import { OWNER, openHouse, send, type House } from '../../testing/house.ts';
import { importFile } from '../../testing/imports.ts';
import type { OrgScope } from '../access/access.module.ts';

let house: House;
let scope: OrgScope;
let base: string;
let count = 0;
const folder = mkdtempSync(join(tmpdir(), 'assay-mail-'));
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  count += 1;
  scope = await house.organisation(`work-${count}`);
  base = `/v1/orgs/${scope.slug}`;
});

const taskSchema = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.string(),
  why: z.string(),
  owner: z.string(),
  done: z.object({ by: z.string(), because: z.string() }).nullable(),
});
const listSchema = z.object({ data: z.array(taskSchema), rest: z.number(), snoozed: z.number() });

describe('tasks', () => {
  it('asks to review what came, and stops when somebody did', async () => {
    const code = await push('C-43');
    expect((await list('?all=true')).data.map((task) => task.id)).toContain(`review_evidence:${code}`);
    await ok('POST', `/evidence/${code}/review`, { decision: 'accept' });
    expect((await list('?all=true')).data.map((task) => task.id)).not.toContain(`review_evidence:${code}`);
    expect((await ask('GET', `/tasks/review_evidence:${code}`)).status).toBe(404);
  });

  it('asks to commit a dry run and to map checks, and stops when that is done', async () => {
    const put = await send(house, 'POST', `${base}/artefacts?filename=a.csv`, {
      headers: OWNER,
      bytes: 'rule,host,result\nmine,web-1,PASS\n',
    });
    const { sha256 } = z.object({ sha256: z.string() }).parse(await put.json());
    const read = await importFile(house, base, {
      artefact: sha256,
      filename: 'a.csv',
      columns: { check: 'rule', subject: 'host', status: 'result' },
    });
    const { id } = z.object({ id: z.string() }).parse(await read.json());
    expect(await kinds()).toEqual(['commit_import']);
    await ok('POST', `/imports/${id}/commit`);
    expect(await kinds()).toEqual(['map_checks', 'review_evidence']);
    await ok('PUT', '/checks/csv:mine/controls', { controls: ['C-43'] });
    expect(await kinds()).toEqual(['review_evidence']);
  });

  it('refuses to close by hand what the state of data asks for', async () => {
    const code = await push('C-43');
    const answer = await ask('POST', `/tasks/review_evidence:${code}/done`, { because: 'I looked at it' });
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining('task.closes_by_data'),
    ]);
  });

  it('closes a typed task by evidence that came for its control, or by hand with a reason', async () => {
    const one = await added({ title: 'Send the access review', control: 'C-43' });
    const two = await added({ title: 'Call the insurer' });
    expect([one.id, two.id, two.owner]).toEqual(['T-1', 'T-2', 'founder']);
    const code = await push('C-43');
    expect((await task('T-1')).state).toBe('open');
    await ok('POST', `/evidence/${code}/review`, { decision: 'accept' });
    expect((await task('T-1')).done).toEqual({ by: 'evidence', because: `${code} came and was accepted.` });
    await ok('POST', '/tasks/T-2/done', { because: 'called on Monday' });
    expect((await ask('POST', '/tasks/T-2/done', { because: 'called again' })).status).toBe(409);
    expect((await list('?state=done')).data.map((each) => each.id)).toEqual(['T-2', 'T-1']);
    await ok('POST', '/tasks/T-2/reopen');
    expect((await task('T-2')).state).toBe('open');
    expect((await ask('POST', '/tasks/T-1/reopen')).status).toBe(409);
  });

  it('keeps a snoozed task out of sight with its reason, and refuses a day that has passed', async () => {
    await added({ title: 'Later' });
    const until = addDays(today(), 3);
    expect((await ask('POST', '/tasks/T-1/snooze', { until: today(), because: 'not now' })).status).toBe(422);
    await ok('POST', '/tasks/T-1/snooze', { until, because: 'she is away' });
    expect(await list('')).toMatchObject({ data: [], snoozed: 1 });
    expect((await list('?state=snoozed')).data.map((each) => each.id)).toEqual(['T-1']);
    await ok('DELETE', '/tasks/T-1/snooze');
    expect((await list('')).data.map((each) => each.id)).toEqual(['T-1']);
  });

  it('hands a task to another role, whose work it then is', async () => {
    await added({ title: 'Not mine', owner: 'founder' });
    await ok('PUT', '/preferences', { email: null, digest: 'none', roles: ['founder'] });
    await ok('PUT', '/tasks/T-1/owner', { owner: 'it_admin' });
    expect((await list('')).data).toEqual([]);
    expect((await list('?all=true')).data.map((each) => each.owner)).toEqual(['it_admin']);
  });

  it('shows seven at most and counts the rest; what was said stands in a ledger that verifies', async () => {
    for (let i = 0; i < 9; i += 1) await added({ title: `Task ${i}` });
    const { data, rest } = await list('');
    expect([data.length, rest]).toEqual([7, 2]);
    const verified = await (await ask('POST', '/ledger/verify', { rebuild: true })).json();
    expect(verified).toMatchObject({ ok: true });
  });
});

describe('digests', () => {
  it('goes out once a day to whoever asked, with text, HTML and a way out, and with nothing to say not at all', async () => {
    const mail = diskMail(join(folder, scope.slug), { from: 'assay@test', origin: 'https://assay.test' });
    const server = await serving(mail);
    await ok('PUT', '/preferences', { email: 'ines@acme.test', digest: 'daily', roles: [] });
    expect(await server.sendAll()).toMatchObject({ sent: 0, nothing_to_say: 1 });
    await added({ title: 'Call <the> insurer & ask' });
    expect(await Promise.all([server.sendAll(), server.sendAll(), server.sendAll()])).toEqual(
      expect.arrayContaining([expect.objectContaining({ sent: 1 }), expect.objectContaining({ sent: 0 })]),
    );
    const files = readdirSync(join(folder, scope.slug));
    expect(files).toHaveLength(1);
    const letter = readFileSync(join(folder, scope.slug, files[0] ?? ''), 'utf8').replace(/=\r\n/g, '');
    expect(letter).toMatch(/^Subject: Your work in Assay: 1 open\r$/m);
    expect(letter).toMatch(/^To: ines@acme\.test\r$/m);
    expect(letter).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(letter).toContain('Call <the> insurer & ask');
    expect(letter).toContain('Call &lt;the&gt; insurer &amp; ask');
    server.later(1);
    expect(await server.sendAll()).toMatchObject({ sent: 1 });

    const way = /List-Unsubscribe:\s*<https:\/\/assay\.test(\/v1\/unsubscribe\/[^>]+)>/.exec(
      letter.replace(/\r\n[ \t]/g, ''),
    )?.[1];
    expect((await send(house, 'POST', `${way ?? ''}x`)).status).toBe(404);
    expect((await send(house, 'POST', way ?? '')).status).toBe(204);
    server.later(2);
    expect(await server.sendAll()).toMatchObject({ sent: 0, not_due: 1 });
  });

  it('leaves the day free when the mail server refuses, and says so', async () => {
    let broken = true;
    const sent: string[] = [];
    const server = await serving({
      where: 'smtp',
      origin: 'https://assay.test',
      send: ({ to }) => {
        if (broken) return Promise.reject(new Error('no'));
        sent.push(to);
        return Promise.resolve();
      },
    });
    await added({ title: 'Something' });
    await ok('PUT', '/preferences', { email: 'ines@acme.test', digest: 'weekly', roles: [] });
    expect(await server.sendAll()).toMatchObject({ code: 'mail.failed' });
    broken = false;
    expect(await server.sendAll()).toMatchObject({ sent: 1 });
    server.later(6);
    expect(await server.sendAll()).toMatchObject({ sent: 0, not_due: 1 });
    server.later(7);
    await server.sendAll();
    expect(sent).toEqual(['ines@acme.test', 'ines@acme.test']);
  });
});

describe('a calendar feed', () => {
  it('parses, keeps its UIDs, grows in sequence, and names nothing confidential', async () => {
    const due = addDays(today(), 5);
    await added({ title: 'Merger with Globex', due });
    const first = events(await calendar(await feed('person')));
    expect(first).toMatchObject([
      { uid: `T-1@${scope.org}.assay`, summary: 'Task T-1', day: due, allDay: true },
    ]);
    const path = await feed('organisation');
    const examination = { type: 'type2', from: today(), until: addDays(today(), 90) };
    await ok('PATCH', '', { examination });
    const [again, ...edges] = events(await calendar(path));
    expect(again?.uid).toBe(first[0]?.uid);
    expect(again?.sequence).toBeGreaterThan(first[0]?.sequence ?? 0);
    expect(edges.map(({ summary, day }) => [summary, day])).toEqual([
      ['SOC 2 period begins', today()],
      ['SOC 2 period: last day', addDays(today(), 89)],
    ]);
    expect(await calendar(path)).not.toContain('Globex');
  });

  it('answers nobody after it was revoked, nobody with another secret, and nobody who left', async () => {
    const path = await feed('person');
    const rows = z.object({ data: z.array(z.object({ id: z.string() })) });
    const { data } = rows.parse(await (await ask('GET', '/calendar/feeds')).json());
    expect(JSON.stringify(data)).not.toContain(path.slice(path.lastIndexOf('/') + 1));
    expect((await send(house, 'GET', `${path.slice(0, -1)}_`)).status).toBe(404);
    expect((await send(house, 'GET', path)).status).toBe(200);
    expect((await ask('DELETE', `/calendar/feeds/${data[0]?.id ?? ''}`)).status).toBe(204);
    expect((await send(house, 'GET', path)).status).toBe(404);

    const other = await feed('person');
    await house.endAll(scope);
    expect((await send(house, 'GET', other)).status).toBe(404);
  });
});

function today() {
  return dateOfInstant(house.deps.clock.now());
}

async function serving(mail: Mail) {
  const clock = { ahead: 0 };
  const now = (): Instant =>
    clock.ahead === 0 ? house.deps.clock.now() : startOfDay(addDays(today(), clock.ahead));
  const deps = { ...house.deps, mail, clock: { now } };
  const app = httpApp(deps, { hosts: ['test'], web: '', requestsPerMinute: 1_000_000 });
  return {
    later: (days: number) => {
      clock.ahead = days;
    },
    sendAll: async (): Promise<unknown> =>
      (await send({ ...house, app }, 'POST', `${base}/digests`, { headers: OWNER })).json(),
  };
}

function ask(method: string, path: string, body?: unknown): Promise<Response> {
  // An organisation that is new stands at its first revision.
  const headers = method === 'PATCH' ? { ...OWNER, 'if-match': '"1"' } : OWNER;
  return send(house, method, base + path, { headers, ...(body === undefined ? {} : { body }) });
}

async function ok(method: string, path: string, body?: unknown): Promise<void> {
  const answer = await ask(method, path, body);
  expect(answer.ok ? 200 : await answer.text()).toBe(200);
}

async function list(query: string) {
  return listSchema.parse(await (await ask('GET', `/tasks${query}`)).json());
}

async function kinds(): Promise<readonly string[]> {
  return (await list('?all=true')).data.map((each) => each.kind).toSorted();
}

async function task(id: string) {
  return taskSchema.loose().parse(await (await ask('GET', `/tasks/${id}`)).json());
}

async function added(body: object) {
  const answer = await ask('POST', '/tasks', body);
  expect(answer.status).toBe(201);
  return taskSchema.parse(await answer.json());
}

async function push(control: string): Promise<string> {
  const path = `${base}/evidence/push?filename=a.txt&performed_at=${today()}&controls=${control}`;
  const answer = await send(house, 'POST', path, { headers: OWNER, bytes: `evidence ${count}` });
  return z.object({ code: z.string() }).parse(await answer.json()).code;
}

async function feed(of: 'person' | 'organisation'): Promise<string> {
  const answer = await ask('POST', '/calendar/feeds', { of });
  return z.object({ path: z.string() }).parse(await answer.json()).path;
}

async function calendar(path: string): Promise<string> {
  const answer = await send(house, 'GET', path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  return answer.text();
}

function events(text: string) {
  return ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each))
    .map((event) => ({
      uid: event.uid,
      summary: event.summary,
      day: event.startDate.toString(),
      allDay: event.startDate.isDate,
      sequence: event.sequence,
    }));
}
