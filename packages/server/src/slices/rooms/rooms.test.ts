// A room over a real engine: released, previewed, entered, read, taken back, ended.
import { deskOut, deskItemOut } from '@assay/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../testing/house.ts';
import { examiner, roomBody } from '../../testing/rooms.ts';
import type { OrgScope } from '../access/access.module.ts';

const BASE = '/v1/orgs/harbour';
const idOut = z.looseObject({ id: z.string() });
const problem = z.looseObject({ code: z.string(), detail: z.string() });
const releasesOut = z.object({
  data: z.array(z.looseObject({ id: z.string(), state: z.string(), first_viewed: z.string().nullable() })),
});
const readsOut = z.object({
  data: z.array(z.looseObject({ what: z.string(), release: z.string().nullable(), by: z.string() })),
});

let house: House;
let scope: OrgScope;
let auditor: Readonly<Record<string, string>>;
let room = '';

async function call(what: string, body?: unknown, headers: Readonly<Record<string, string>> = OWNER) {
  const [method = '', path = ''] = what.split(' ');
  const response = await send(house, method, BASE + path, {
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, text, json: (): unknown => JSON.parse(text) };
}

async function refused(...asked: Parameters<typeof call>) {
  const { status, json } = await call(...asked);
  return [status, problem.parse(json()).code];
}

async function evidence(title: string, day: string, controls = ['C-07']): Promise<string> {
  const stored = await send(house, 'POST', `${BASE}/artefacts?filename=${title}.txt`, {
    headers: OWNER,
    bytes: `bytes of ${title}`,
  });
  const { sha256 } = z.looseObject({ sha256: z.string() }).parse(await stored.json());
  const made = await call('POST /evidence', { artefact: sha256, title, controls, performed_at: day });
  return z.looseObject({ code: z.string() }).parse(made.json()).code;
}

async function released(id: string, kind = 'evidence'): Promise<string> {
  const done = await call(`POST /rooms/${room}/releases`, { things: [{ kind, id }] });
  expect([done.status, done.text]).toEqual([201, done.text]);
  return releasesOut.parse(done.json()).data[0]?.id ?? '';
}

beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('harbour');
  room = idOut.parse((await call('POST /rooms', roomBody('Type II'))).json()).id;
  auditor = await house.person(scope, examiner(room), ['passkey']);
}, 60_000);
afterAll(() => house.close());

describe('what is released', () => {
  it('is shown as it was on the day of its release, to both sides in the same bytes', async () => {
    const code = await evidence('access review', '2026-03-01', ['C-07', 'C-20']);
    const release = await released(code);
    await call(`GET /evidence/${code}`);
    const before = await call(`GET /rooms/${room}/preview/${release}`);
    const item = await call(`GET /rooms/${room}/desk/items/${release}`, undefined, auditor);
    expect([item.status, item.text]).toEqual([200, before.text]);
    expect(deskItemOut.parse(item.json())).toMatchObject({ thing: code, controls: ['C-07'] });
    expect((await call(`GET /rooms/${room}/desk`, undefined, auditor)).text).toBe(
      (await call(`GET /rooms/${room}/preview`)).text,
    );
    const changed = await send(house, 'PATCH', `${BASE}/evidence/${code}`, {
      headers: { ...OWNER, 'if-match': '"1"' },
      body: { title: 'renamed later' },
    });
    expect(changed.status).toBe(200);
    expect((await call(`GET /rooms/${room}/desk/items/${release}`, undefined, auditor)).text).toBe(
      before.text,
    );
    const file = await call(`GET /rooms/${room}/desk/items/${release}/file`, undefined, auditor);
    expect(file.text).toBe('bytes of access review');
  });

  it('belongs to the period and the controls, or is refused with its reason, all or nothing', async () => {
    const inside = await evidence('inside', '2026-06-30');
    const late = await evidence('late', '2026-07-01');
    const things = [inside, late].map((id) => ({ kind: 'evidence', id }));
    const done = await call(`POST /rooms/${room}/releases`, { things });
    expect([done.status, problem.parse(done.json())]).toEqual([
      422,
      expect.objectContaining({ code: 'room.outside', detail: `${late} is of days outside of the period.` }),
    ]);
    expect((await call(`GET /rooms/${room}/desk`, undefined, auditor)).text).not.toContain('inside');
    await released(inside);
    expect(await refused(`POST /rooms/${room}/releases`, { things: [things[0]] })).toEqual([
      409,
      'room.released',
    ]);
    const left = await call(`GET /rooms/${room}/candidates`);
    expect([left.text.includes(inside), left.text.includes(late)]).toEqual([false, false]);
  });

  it('is a control with its days too, as they are known now', async () => {
    const adopted = { state: 'adopted', implementation: 'implemented' };
    expect((await call('PUT /controls/C-07/state', adopted)).status).toBe(200);
    const release = await released('C-07', 'control');
    const item = deskItemOut.parse((await call(`GET /rooms/${room}/preview/${release}`)).json());
    if (item.shown.kind !== 'control') throw new Error('it is no control');
    expect(item.shown.days.reduce((sum, { days }) => sum + days, 0)).toBe(181);
  });

  it('can be taken back until somebody of the audit firm has opened it, and not afterwards', async () => {
    const [one, other] = [
      await released(await evidence('one', '2026-02-01')),
      await released(await evidence('other', '2026-02-02')),
    ];
    await call(`GET /rooms/${room}/preview/${one}`);
    await call(`GET /rooms/${room}/desk`, undefined, auditor);
    expect(
      (await call(`POST /rooms/${room}/releases/${one}/withdraw`, { because: 'the wrong one' })).status,
    ).toBe(200);
    expect(await refused(`GET /rooms/${room}/desk/items/${one}`, undefined, auditor)).toEqual([
      404,
      'room.release_not_found',
    ]);
    await call(`GET /rooms/${room}/desk/items/${other}`, undefined, auditor);
    expect(await refused(`POST /rooms/${room}/releases/${other}/withdraw`, { because: 'too late' })).toEqual([
      409,
      'room.viewed',
    ]);
  });
});

describe('the audit firm', () => {
  it('is invited by a business address, or with a reason', async () => {
    const path = `POST /rooms/${room}/auditors`;
    expect(await refused(path, { email: 'ada@gmail.com' })).toEqual([422, 'room.free_mail']);
    const known = await call(path, { email: 'ada@gmail.com', because: 'A sole practitioner; called back.' });
    expect([known.status, known.text]).toEqual([201, expect.stringContaining('"state":"invited"')]);
    const people = await call(`GET /rooms/${room}/auditors`);
    expect(people.text).toContain('A sole practitioner; called back.');
    const id = idOut.parse(known.json()).id;
    expect((await call(`DELETE /rooms/${room}/auditors/${id}`)).status).toBe(204);
    expect((await call(`GET /rooms/${room}/auditors`)).text).not.toContain('ada@gmail.com');
  });

  it('gets in with a factor of its own, and is told what to add', async () => {
    for (const factors of [['link'], ['password'], ['invitation'], ['oidc']]) {
      const weak = await house.person(scope, examiner(room), factors);
      expect(await refused(`GET /rooms/${room}/desk`, undefined, weak)).toEqual([403, 'room.second_factor']);
    }
    const strong = await house.person(scope, examiner(room), ['password', 'totp']);
    expect((await call(`GET /rooms/${room}/desk`, undefined, strong)).status).toBe(200);
  });

  it('sees nothing of the organisation beside the room, and nothing of another room', async () => {
    const other = idOut.parse((await call('POST /rooms', roomBody('Another'))).json()).id;
    for (const path of [
      '/evidence',
      '/controls',
      '/rooms',
      `/rooms/${room}`,
      `/rooms/${other}/desk`,
      '/members',
    ])
      expect([path, ...(await refused(`GET ${path}`, undefined, auditor))]).toEqual([
        path,
        403,
        'access.forbidden',
      ]);
  });

  it('reads shared comments, never internal ones; its own are always shared', async () => {
    await call(`POST /rooms/${room}/comments`, { text: 'do not tell them' });
    await call(`POST /rooms/${room}/comments`, { text: 'please look at this', audience: 'shared' });
    const said = await call(`POST /rooms/${room}/desk/comments`, { text: 'we did' }, auditor);
    expect(said.status).toBe(201);
    const theirs = await call(`GET /rooms/${room}/desk/comments`, undefined, auditor);
    expect(['do not tell', 'please look', 'we did'].map((each) => theirs.text.includes(each))).toEqual([
      false,
      true,
      true,
    ]);
    expect((await call(`GET /rooms/${room}/comments`)).text).toContain('"audience":"internal"');
  });

  it('leaves a trace of every read, which both sides see alike and the ledger holds', async () => {
    const ours = readsOut.parse((await call(`GET /rooms/${room}/reads`)).json()).data;
    const theirs = readsOut.parse(
      (await call(`GET /rooms/${room}/desk/reads`, undefined, auditor)).json(),
    ).data;
    expect(theirs).toEqual(ours);
    expect(new Set(ours.map(({ what }) => what))).toEqual(new Set(['room', 'item', 'file', 'comments']));
    const before = ours.length;
    await call(`GET /rooms/${room}/preview`);
    await call(`GET /rooms/${room}/desk`, undefined, auditor);
    expect(readsOut.parse((await call(`GET /rooms/${room}/reads`)).json()).data.length).toBe(before + 1);
    expect((await call('POST /ledger/verify', {})).text).toContain('"faults":[]');
  });

  it('is outside within a second when the room is taken from it, and when it ends; the copy stays', async () => {
    const members = z.object({ data: z.array(z.looseObject({ id: z.string(), state: z.string() })) });
    const gone = await house.person(scope, examiner(room), ['passkey']);
    const people = members.parse((await call(`GET /rooms/${room}/auditors`)).json()).data;
    const last = people.filter(({ state }) => state === 'in').at(-1);
    expect((await call(`DELETE /rooms/${room}/auditors/${last?.id ?? ''}`)).status).toBe(204);
    expect(await refused(`GET /rooms/${room}/desk`, undefined, gone)).toEqual([
      404,
      'organisation.not_found',
    ]);
    const copy = deskOut.parse((await call(`GET /rooms/${room}/preview`)).json());
    const began = performance.now();
    expect((await call(`POST /rooms/${room}/end`, { because: 'The report is issued.' })).status).toBe(200);
    for (const path of ['desk', 'desk/items/R-1', 'desk/items/R-1/file', 'desk/comments', 'desk/reads'])
      expect([path, ...(await refused(`GET /rooms/${room}/${path}`, undefined, auditor))]).toEqual([
        path,
        403,
        'room.closed',
      ]);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(deskOut.parse((await call(`GET /rooms/${room}/preview`)).json())).toEqual(copy);
    const after = { things: [{ kind: 'evidence', id: 'E-1' }] };
    expect(await refused(`POST /rooms/${room}/releases`, after)).toEqual([409, 'room.ended']);
    expect(await refused(`POST /rooms/${room}/end`, { because: 'again' })).toEqual([409, 'room.ended']);
  });
});

it('an engagement that contradicts itself makes no room', async () => {
  const good = roomBody('x');
  for (const [change, code] of [
    [{ until: '2025-01-01' }, 'room.invalid'],
    [{ kind: 'soc2_type1' }, 'room.invalid'],
    [{ kind: 'iso_certification' }, 'room.invalid'],
    [{ ends_on: '2025-12-01' }, 'room.invalid'],
    [{ framework: 'soc9:1999' }, 'framework.not_found'],
    [{ controls: ['C-998'] }, 'control.not_found'],
  ] as const)
    expect((await refused('POST /rooms', { ...good, ...change }))[1]).toBe(code);
});
