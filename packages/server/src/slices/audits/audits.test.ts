// Internal audit over a real engine: planned independently, audited line by line, reported; results become findings.
import { auditOut, auditsRoutes } from '@assay/contract';
import { addDays, dateOfInstant, type PlainDate } from '@assay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../testing/house.ts';

const BASE = '/v1/orgs/harbour';
const ACCESS = 'iso27001:2022/A.5.15';
const CLAUSE = 'iso27001:2022/9.2.1';
const programmeSchema = auditsRoutes['audits.programme'].returns;

let house: House;
let today: PlainDate;

beforeAll(async () => {
  house = await openHouse();
  await house.organisation('harbour');
  today = dateOfInstant(house.deps.clock.now());
}, 60_000);
afterAll(() => house.close());

function call(what: string, body?: unknown, revision?: number): Promise<Response> {
  const [method = '', path = ''] = what.split(' ');
  const headers = revision === undefined ? OWNER : { ...OWNER, 'if-match': `"${revision}"` };
  return send(house, method, BASE + path, { headers, ...(body === undefined ? {} : { body }) });
}

async function done(what: string, body?: unknown, revision?: number) {
  const response = await call(what, body, revision);
  const answer: unknown = await response.json();
  expect([response.ok, answer]).toEqual([true, answer]);
  return auditOut.parse(answer);
}

async function refused(what: string, body?: unknown, revision?: number) {
  const response = await call(what, body, revision);
  return z.object({ code: z.string(), detail: z.string() }).parse(await response.json());
}

async function coverage() {
  const { counts, requirements } = programmeSchema.parse(await (await call('GET /audit-programme')).json());
  const states = requirements
    .filter(({ requirement }) => [ACCESS, CLAUSE].includes(requirement))
    .map(({ state }) => state);
  return { counts, states };
}

function plan(change: object = {}) {
  return {
    title: 'Access and the audit itself',
    from: today,
    to: addDays(today, 2),
    criteria: 'Access control policy',
    auditor: 'Cleo',
    scope: [ACCESS, CLAUSE],
    ...change,
  };
}

describe('an internal audit', () => {
  it('belongs to a programme, which says what of all clauses and applicable controls nothing covers', async () => {
    const before = await coverage();
    expect(before.counts).toMatchObject({ audited: 0, planned: 0, unplanned: before.counts.asked });
    expect(before.counts.asked).toBeGreaterThan(93);
    const programme = {
      begins: today,
      frequency: 'twice a year',
      methods: 'interviews and samples',
      responsibilities: 'Cleo plans',
      reporting: 'to the board',
    };
    expect((await call('PUT /audit-programme', programme, 0)).status).toBe(200);
    expect((await refused('PUT /audit-programme', programme, 0)).code).toBe('request.conflict');
  });

  it('is refused where the auditor owns a control within its scope, which is named', async () => {
    const mapped = await call('GET /controls/C-07');
    expect(mapped.status).toBe(200);
    await call('PUT /controls/C-07/mappings', {
      to: ACCESS,
      relation: 'subset',
      strength: 'full',
      rationale: 'It answers it.',
    });
    const state = { state: 'adopted', implementation: 'implemented', owner: 'Ada Stone' };
    expect((await call('PUT /controls/C-07/state', state)).status).toBe(200);
    const own = await refused('POST /audits', plan({ auditor: 'ada stone' }));
    expect(own).toEqual({
      code: 'audit.not_independent',
      detail: 'The auditor owns C-07: nobody audits their own work.',
    });
    const strange = await refused('POST /audits', plan({ scope: ['iso27001:2022/A.99'] }));
    expect(strange.code).toBe('audit.invalid');
    expect((await call('GET /audits')).status).toBe(200);
    expect((await coverage()).counts.planned).toBe(0);
  });

  it('has a line for each requirement, with the controls that answer it and their owners', async () => {
    const made = await done('POST /audits', plan());
    expect([made.id, made.state, made.lines.map(({ said }) => said)]).toEqual([
      'IA-1',
      'planned',
      [null, null],
    ]);
    expect(made.lines[0]?.controls).toContainEqual(
      expect.objectContaining({ code: 'C-07', owner: 'Ada Stone', state: 'implemented' }),
    );
    expect((await coverage()).states.toSorted()).toEqual(['planned', 'planned']);
    expect((await refused('PATCH /audits/IA-1', { auditor: 'Ada Stone' }, made.revision)).code).toBe(
      'audit.not_independent',
    );
  });

  it('makes a finding of a result, or neither', async () => {
    const bad = { requirement: ACCESS, result: 'finding', finding: { kind: 'minor', statement: 'x' } };
    expect((await refused('POST /audits/IA-1/results', { ...bad, evidence: ['E-99'] })).code).toBe(
      'finding.unknown_reference',
    );
    expect((await refused('POST /audits/IA-1/results', { ...bad, result: 'conforms' })).code).toBe(
      'audit.invalid',
    );
    const said = await done('POST /audits/IA-1/results', {
      ...bad,
      finding: { kind: 'minor', statement: 'Two leavers kept access.' },
    });
    expect(said.lines[0]?.said?.findings).toEqual(['NC-1']);
    const finding: unknown = await (await call('GET /findings/NC-1')).json();
    expect(finding).toMatchObject({
      source: 'internal_audit',
      where: 'IA-1',
      found_by: 'Cleo',
      requirements: [ACCESS],
    });
  });

  it('takes a result back with its reason once its finding is closed, and keeps what was said', async () => {
    const because = 'The list was of another system.';
    const body = { requirement: CLAUSE, because };
    const path = 'POST /audits/IA-1/take-back';
    const bad = { kind: 'observation', statement: 'The list is old.' };
    const held = await done('POST /audits/IA-1/results', {
      requirement: CLAUSE,
      result: 'finding',
      finding: bad,
    });
    const [observation = ''] = held.lines[1]?.said?.findings ?? [];
    expect(await refused(path, body, held.revision)).toMatchObject({
      code: 'audit.invalid',
      detail: `/body/requirement: ${observation} came of it; close that with its reason first.`,
    });
    expect((await call(`POST /findings/${observation}/close`, { because })).status).toBe(200);
    expect((await refused(path, body, 1)).code).toBe('request.conflict');
    const back = await done(path, body, held.revision);
    expect(back.lines[1]).toMatchObject({
      said: null,
      taken_back: [{ result: 'finding', findings: [observation], because, by: 'Local owner', until: today }],
    });
    expect((await refused(path, body, back.revision)).code).toBe('audit.invalid');
    const conforms = { requirement: CLAUSE, result: 'conforms', note: 'Nine of nine.' };
    await done('POST /audits/IA-1/results', conforms);
    const left = { ...conforms, result: 'not_audited', note: 'No time.' };
    expect((await refused('POST /audits/IA-1/results', left)).detail).toContain(
      'say why it is said otherwise',
    );
    const again = await done('POST /audits/IA-1/results', { ...left, because: 'Nobody looked.' });
    expect(again.lines[1]?.taken_back?.map(({ result }) => result)).toEqual(['finding', 'conforms']);
    await done(path, body, again.revision);
  });

  it('is reported once every line says something and its auditor still owns nothing of it, and stays so', async () => {
    const report = { summary: 'One minor.', to: 'The board' };
    expect(await refused('POST /audits/IA-1/report', report)).toEqual({
      code: 'audit.unfinished',
      detail: `IA-1 says nothing yet of ${CLAUSE}.`,
    });
    await done('POST /audits/IA-1/results', {
      requirement: CLAUSE,
      result: 'conforms',
      note: 'Programme seen.',
    });
    const owned = { state: 'adopted', implementation: 'implemented', owner: 'Cleo' };
    await call('PUT /controls/C-07/state', owned);
    expect((await refused('POST /audits/IA-1/report', report)).code).toBe('audit.not_independent');
    await call('PUT /controls/C-07/state', { ...owned, owner: 'Ada Stone' });
    const reported = await done('POST /audits/IA-1/report', report);
    expect(reported).toMatchObject({ state: 'reported', report: { ...report, on: today } });
    expect((await refused('PATCH /audits/IA-1', { title: 'x' }, reported.revision)).code).toBe(
      'audit.reported',
    );
    const { counts, states } = await coverage();
    expect([counts.audited, states.toSorted()]).toEqual([2, ['audited', 'audited']]);
  });

  it('loses no finding of two that came at once, and takes one of two programmes', async () => {
    const made = await done('POST /audits', plan({ title: 'Again' }));
    const bad = { requirement: CLAUSE, result: 'finding', finding: { kind: 'observation', statement: 'x' } };
    const twice = await Promise.all([1, 2].map(() => call(`POST /audits/${made.id}/results`, bad)));
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    const { lines, counts } = await done(`GET /audits/${made.id}`);
    expect(lines.find(({ requirement }) => requirement === CLAUSE)?.said?.findings).toHaveLength(2);
    expect(counts).toMatchObject({ lines: 2, said: 1, finding: 1 });
    const { programme } = programmeSchema.parse(await (await call('GET /audit-programme')).json());
    const { begins, frequency, methods, responsibilities, reporting } = programme ?? {};
    const next = { begins, frequency, methods, responsibilities, reporting };
    const sets = await Promise.all(
      ['a', 'b'].map((each) => call('PUT /audit-programme', { ...next, methods: each }, programme?.revision)),
    );
    expect(sets.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('asks its auditor for the lines that wait, and stops when they are said', async () => {
    const ids = async (): Promise<readonly string[]> => {
      const answer: unknown = await (await call('GET /tasks?all=true')).json();
      return z
        .object({ data: z.array(z.object({ id: z.string(), person: z.string().nullable() })) })
        .parse(answer)
        .data.map(({ id, person }) => `${id} ${person ?? ''}`);
    };
    expect(await ids()).toContain('audit:IA-2:lines Cleo');
    await done('POST /audits/IA-2/results', { requirement: ACCESS, result: 'conforms', note: 'Seen.' });
    expect(await ids()).toContain('audit:IA-2:report Cleo');
  });

  it('says in the ledger what its versions say', async () => {
    const verified: unknown = await (await call('POST /ledger/verify', {})).json();
    expect(verified).toMatchObject({ ok: true });
  });
});
