// The register over HTTP: what is said stays, what must not be said changes nothing.
import { dateOfInstant } from '@assay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import type { OrgScope } from '../access/access.module.ts';
import { treatedRisks } from './risks.module.ts';

const riskOut = z.object({
  code: z.string(),
  state: z.string(),
  sentence: z.string(),
  revision: z.number(),
  current: z.object({ level: z.number(), name: z.string(), method: z.number() }).nullable(),
  lints: z.array(z.object({ code: z.string() })),
});
const problemOut = z.object({
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string() })).optional(),
});

describe('the register', () => {
  let house: House;
  let scope: OrgScope;
  beforeAll(async () => {
    house = await openHouse();
    scope = await house.organisation('alpha');
  });
  afterAll(() => house.close());

  let calls = 0;
  async function ask(what: string, body?: object, ifMatch?: string) {
    const [method = '', path = ''] = what.split(' ');
    calls += 1;
    const answer = await send(house, method, `/v1/orgs/alpha${path}`, {
      headers: {
        ...OWNER,
        'idempotency-key': `risk-${calls}`,
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const json: unknown = await answer.json();
    return { status: answer.status, json, etag: answer.headers.get('etag') ?? '' };
  }
  const risk = async (what: string, body?: object, ifMatch?: string) => {
    const answer = await ask(what, body, ifMatch);
    return { ...riskOut.parse(answer.json), status: answer.status, etag: answer.etag };
  };
  const refusal = async (what: string, body: object, ifMatch?: string) => {
    const { status, json } = await ask(what, body, ifMatch);
    const { code, detail, errors } = problemOut.parse(json);
    return { status, code, detail, at: errors?.[0]?.pointer };
  };
  const SCENARIO = {
    view: 'asset',
    asset: 'Customer data',
    threat: 'Theft',
    vulnerability: 'One key for all',
  };
  const NEW = { title: 'Data is copied', scenario: SCENARIO, properties: ['confidentiality'], owner: 'Ada' };
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  it('walks a risk from the scenario to an acceptance, and verifies against the ledger', async () => {
    const { code, status } = await risk('POST /risks', NEW);
    expect([status, code]).toEqual([201, 'R-1']);
    const seen = { justification: 'Seen at a peer' };
    await risk('POST /risks/R-1/assessments', { of: 'inherent', likelihood: 4, impact: 4, ...seen });
    const treated = await risk('PUT /risks/R-1/treatment', {
      option: 'modify',
      controls: ['C-45'],
      owner: 'Ada',
      due: day(30),
    });
    expect([treated.state, treated.sentence]).toEqual([
      'treated',
      `It is high; to modify by C-45 until ${day(30)}.`,
    ]);
    const take = { by: 'Tomas', role: 'founder', reason: 'the rest costs too much', until: day(200) };
    expect(await refusal('POST /risks/R-1/acceptances', take)).toMatchObject({
      status: 422,
      code: 'risk.refused',
      at: '/body/level',
    });
    const left = await risk('POST /risks/R-1/assessments', {
      of: 'current',
      likelihood: 3,
      impact: 3,
      ...seen,
    });
    expect(left.current).toEqual({ level: 3, name: 'medium', method: 0 });
    const accepted = await risk('POST /risks/R-1/acceptances', take);
    expect([accepted.state, accepted.lints]).toEqual(['accepted', []]);
    const verified = await ask('POST /ledger/verify', {});
    expect(z.object({ ok: z.boolean() }).parse(verified.json)).toEqual({ ok: true });
  });

  it('refuses what the method does not allow, by one sentence and its place', async () => {
    const assessment = { of: 'inherent', likelihood: 4, impact: 4, justification: 'Seen at a peer' };
    const { code } = await risk('POST /risks', NEW);
    const at = `/risks/${code}`;
    expect(await refusal(`PUT ${at}/treatment`, { option: 'avoid' })).toMatchObject({
      code: 'risk.refused',
    });
    await risk(`POST ${at}/assessments`, assessment);
    const take = { by: 'Ines', role: 'security_lead', reason: 'we are used to it', until: day(10) };
    expect(await refusal(`POST ${at}/acceptances`, take)).toEqual({
      status: 422,
      code: 'risk.refused',
      at: '/body/role',
      detail: 'The method lets only founder accept a risk that is high.',
    });
    expect(
      await refusal(`POST ${at}/acceptances`, { ...take, role: 'founder', until: day(400) }),
    ).toMatchObject({ at: '/body/until' });
    expect(await refusal(`PUT ${at}/treatment`, { option: 'modify', controls: ['C-999'] })).toMatchObject({
      code: 'control.not_found',
    });
    expect(await refusal('POST /risks/R-99/assessments', assessment)).toMatchObject({
      status: 404,
      code: 'risk.not_found',
    });
    const { revision, state } = await risk(`GET ${at}`);
    expect([revision, state]).toEqual([2, 'open']);
  });

  it('is accepted only by whoever has the role in the approved roles, once there are any', async () => {
    const at = '/risks/R-2/acceptances';
    const take = { by: 'Tomas', role: 'founder', reason: 'the rest costs too much', until: day(30) };
    const people = [{ name: 'Ada', from: day(-10), until: null }];
    await ask('POST /isms', { kind: 'roles', roles: [{ role: 'founder', authority: 'All', people }] });
    const approved = await ask('POST /isms/roles/approve', { by: 'Ada', role: 'founder' }, '"1"');
    expect(approved.status).toBeLessThan(300);
    expect(await refusal(`POST ${at}`, take)).toEqual({
      status: 422,
      code: 'risk.refused',
      at: '/body/by',
      detail: `Tomas is not founder on ${day(0)}, as the approved roles say: no role at all.`,
    });
    expect((await risk(`POST ${at}`, { ...take, by: 'ada' })).state).toBe('accepted');
  });

  it('keeps the method version by version, and refuses one with holes', async () => {
    const { json, etag } = await ask('GET /risk-method');
    const held = z
      .looseObject({
        combination: z.object({ kind: z.literal('grid'), levels: z.array(z.array(z.number())) }),
      })
      .parse(json);
    const { revision: _, changed_by: __, changed_at: ___, ...method } = held;
    const holed = {
      ...method,
      combination: { kind: 'grid', levels: held.combination.levels.map((row) => row.slice(1)) },
    };
    expect(await refusal('PUT /risk-method', holed, etag)).toMatchObject({
      status: 422,
      code: 'risk_method.invalid',
      at: '/body/combination/levels/0',
    });
    const widened = await ask('PUT /risk-method', { ...method, acceptable: 3 }, etag);
    expect((await risk('GET /risks/R-1')).lints).toEqual([]);
    const levels = z.array(z.object({ name: z.string(), meaning: z.string() })).parse(method['levels']);
    const other = levels.map((level, i) => (i === 0 ? { ...level, meaning: 'Ask nobody.' } : level));
    const changed = await ask('PUT /risk-method', { ...method, acceptable: 3, levels: other }, widened.etag);
    expect([changed.status, changed.etag]).toEqual([200, '"2"']);
    expect(await refusal('PUT /risk-method', method, etag)).toMatchObject({
      status: 412,
      code: 'request.conflict',
    });
    const one = await risk('GET /risks/R-1');
    expect([one.state, one.lints.map(({ code }) => code)]).toEqual(['accepted', ['risk.older_method']]);
  });

  it('lets writers of one version come one after the other, and refuses all but the first', async () => {
    const { etag } = await risk('GET /risks/R-2');
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((title) => ask('PATCH /risks/R-2', { title: `${title} of four` }, etag)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412]);
    const before = (await risk('GET /risks/R-2')).revision;
    const seen = { of: 'inherent', likelihood: 1, impact: 1, justification: 'At the same time' };
    const all = await Promise.all([1, 2, 3, 4].map(() => ask('POST /risks/R-2/assessments', seen)));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await risk('GET /risks/R-2')).revision).toBe(before + 4);
  });

  it('tells other slices of each risk that is not closed', async () => {
    const told = await house.deps.db.inOrganisation(scope.org, (tx) =>
      treatedRisks(tx, scope, dateOfInstant(house.deps.clock.now())),
    );
    expect(told[0]).toEqual({
      code: 'R-1',
      title: 'Data is copied',
      level: 2,
      acceptable: false,
      option: 'modify',
      controls: ['C-45'],
      accepted: true,
    });
  });

  it('shows each risk in its cell, and closes one with a reason', async () => {
    const matrixOut = z.object({
      rows: z.array(
        z.array(z.object({ likelihood: z.number(), impact: z.number(), risks: z.array(z.string()) })),
      ),
      moves: z.array(z.object({ risk: z.string() })),
    });
    const cellOf = async (code: string) =>
      matrixOut
        .parse((await ask('GET /risk-matrix')).json)
        .rows.flat()
        .filter(({ risks }) => risks.includes(code))
        .map(({ likelihood, impact }) => [likelihood, impact]);
    // It was assessed by a version that measured otherwise: it has no place until it is assessed again.
    expect(await cellOf('R-1')).toEqual([]);
    const again = { of: 'current', likelihood: 3, impact: 3, justification: 'As before' };
    await risk('POST /risks/R-1/assessments', again);
    expect(await cellOf('R-1')).toEqual([[3, 3]]);
    const { etag } = await risk('GET /risks/R-1');
    const closed = await risk('PATCH /risks/R-1', { closed: 'The product was retired' }, etag);
    expect(closed.state).toBe('closed');
    expect(await cellOf('R-1')).toEqual([]);
    expect(await refusal('PATCH /risks/R-1', { title: 'x' }, etag)).toMatchObject({ status: 412 });
  });

  it('goes out as a file that says what the register says, and as two documents', async () => {
    const file = (path: string) => send(house, 'GET', `/v1/orgs/alpha${path}`, { headers: OWNER });
    const one = riskOut.parse((await ask('GET /risks/R-2')).json);
    const csv = await (await file('/risk-register?as=csv')).text();
    const line = csv.split('\r\n').find((each) => each.startsWith('R-2,'));
    expect(csv.split('\r\n')[0]).toMatch(/^\uFEFF?Id,Title,Scenario,/);
    expect(line).toContain(one.state);
    expect(line).toContain('Customer data: Theft, because one key for all.');
    const book = Buffer.from(await (await file('/risk-register')).arrayBuffer());
    expect(book.subarray(0, 2).toString()).toBe('PK');
    const register = await (await file('/documents/risk-register?format=md')).text();
    expect(register).toContain('Customer data: Theft, because one key for all.');
    const plan = await (await file('/documents/risk-treatment-plan?format=md')).text();
    expect(plan).toContain('Accepted');
    expect((await file('/documents/risk-register?format=docx')).status).toBe(200);
  });
});
