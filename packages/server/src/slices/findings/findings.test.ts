// Findings over a real engine: recorded, gone on with, closed, opened again; each version stands in the ledger.
import { findingOut } from '@assay/contract';
import { addDays, dateOfInstant, type PlainDate } from '@assay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OWNER, openHouse, send, type House } from '../../testing/house.ts';

const BASE = '/v1/orgs/harbour';
const listSchema = z.object({
  data: z.array(findingOut),
  total: z.number(),
  lints: z.array(z.object({ code: z.string(), findings: z.array(z.string()) })),
});
const MINOR = {
  kind: 'minor',
  source: 'internal_audit',
  where: 'IA-1',
  statement: 'Two of nine leavers kept their access for a week.',
  requirements: ['iso27001:2022/A.5.18'],
  controls: ['C-07'],
};

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
  return findingOut.parse(answer);
}

async function refused(what: string, body?: unknown, revision?: number) {
  const response = await call(what, body, revision);
  return z
    .object({
      code: z.string(),
      detail: z.string(),
      errors: z.array(z.object({ pointer: z.string() })).default([]),
    })
    .parse(await response.json());
}

async function list(query = '') {
  return listSchema.parse(await (await call(`GET /findings${query}`)).json());
}

/** All of 10.2, as it would be told at the end. */
function whole() {
  return {
    correction: { what: 'Both accounts were closed.', on: today },
    consequences: 'The log shows no sign-in.',
    cause: 'Nobody tells IT when a contractor leaves.',
    similar: { looked: 'All leavers of the year.' },
    action: { what: 'The list opens a ticket.', owner: 'Ben', due: today, done: today },
    effectiveness: {
      due: today,
      said: { verdict: 'effective', on: today, by: 'Ada', because: 'none since' },
    },
    system_change: 'The procedure names contractors.',
  };
}

describe('a finding', () => {
  it('gets an id of its kind, today and its recorder where nothing else is said', async () => {
    const first = await done('POST /findings', MINOR);
    expect(first).toMatchObject({
      id: 'NC-1',
      found_on: today,
      state: 'open',
      next: 'contained',
      revision: 1,
      overdue: false,
      clocks: [{ name: 'plan', until: addDays(today, 30), state: 'running', days_left: 30 }],
    });
    const opportunity = {
      kind: 'opportunity',
      source: 'own_eyes',
      statement: 'Tickets could carry the ward.',
    };
    expect((await done('POST /findings', opportunity)).id).toBe('OFI-1');
    expect((await done('POST /findings', MINOR)).id).toBe('NC-2');
  });

  it('moves as its record grows, and is closed when it was verified, and not before', async () => {
    const { revision } = await done('GET /findings/NC-1');
    const early = await refused('POST /findings/NC-1/close', { because: 'It is done.' });
    expect(early).toMatchObject({
      code: 'finding.not_verified',
      detail: 'NC-1 is not closed: its record lacks what was done at once to correct it.',
    });
    const planned = await done(
      'PATCH /findings/NC-1',
      { ...whole(), action: { ...whole().action, done: null }, effectiveness: null },
      revision,
    );
    expect(planned).toMatchObject({ state: 'action_planned', action: { planned: today }, revision: 2 });
    const verified = await done('PATCH /findings/nc-1', whole(), 2);
    expect(verified).toMatchObject({ state: 'verified', missing: null, next: null });
    const closed = await done('POST /findings/NC-1/close', { because: 'It holds.', by: 'Ada' });
    expect(closed).toMatchObject({ state: 'closed', closed: { on: today, by: 'Ada', because: 'It holds.' } });
    expect((await refused('PATCH /findings/NC-1', { cause: 'x' }, closed.revision)).code).toBe(
      'finding.closed',
    );
  });

  it('is opened again with a reason, and keeps what was said before', async () => {
    expect((await refused('POST /findings/NC-2/reopen', { because: 'x' })).code).toBe('finding.not_closed');
    const again = await done('POST /findings/NC-1/reopen', { because: 'It happened again.' });
    expect(again).toMatchObject({ state: 'action_done', closed: null, effectiveness: null });
    const versions = z
      .object({ data: z.array(z.object({ state: z.string(), revision: z.number() })) })
      .parse(await (await call('GET /findings/NC-1/versions')).json());
    expect(versions.data.map(({ state }) => state)).toEqual([
      'open',
      'action_planned',
      'verified',
      'closed',
      'action_done',
    ]);
  });

  it('is refused with every place that is wrong, and nothing is recorded', async () => {
    const before = (await list()).total;
    const strange = {
      ...MINOR,
      requirements: ['iso27001:2022/A.5.18', 'iso27001:2022/A.9.9'],
      controls: ['C-9999'],
      evidence: ['E-99'],
      similar: { looked: 'everywhere', found: ['NC-99'] },
    };
    expect(await refused('POST /findings', strange)).toMatchObject({
      code: 'finding.unknown_reference',
      errors: [
        { pointer: '/body/requirements/1' },
        { pointer: '/body/controls/0' },
        { pointer: '/body/evidence/0' },
        { pointer: '/body/similar/found/0' },
      ],
    });
    const exception = {
      ...MINOR,
      kind: 'exception',
      exception: { deviations: 30, sample: 25, population: 9 },
    };
    expect(await refused('POST /findings', exception)).toMatchObject({
      code: 'finding.invalid',
      errors: [{ pointer: '/body/exception/deviations' }, { pointer: '/body/exception/population' }],
    });
    expect((await refused('PATCH /findings/NC-2', { cause: 'x' }, 7)).code).toBe('request.conflict');
    expect((await refused('GET /findings/NC-77')).code).toBe('finding.not_found');
    expect((await list()).total).toBe(before);
  });

  it('is found by kind, state, requirement, words and clock, and minors that add up are said', async () => {
    await done('POST /findings', {
      ...MINOR,
      found_on: addDays(today, -40),
      statement: 'A third leaver.',
    });
    const ids = async (query: string) => (await list(query)).data.map(({ id }) => id);
    expect(await ids('?kind=opportunity')).toEqual(['OFI-1']);
    expect(await ids('?state=open&requirement=iso27001:2022/A.5.18')).toEqual(['NC-2', 'NC-3']);
    expect(await ids('?overdue=true')).toEqual(['NC-3']);
    expect(await ids('?q=THIRD')).toEqual(['NC-3']);
    expect(await ids('?open=false')).toEqual([]);
    const { lints } = await list('?kind=opportunity');
    expect(lints).toContainEqual(
      expect.objectContaining({ code: 'finding.minors_add_up', findings: ['NC-1', 'NC-2', 'NC-3'] }),
    );
  });

  it('leaves as CSV, filtered as the list is, where no cell runs', async () => {
    await done('POST /findings', { ...MINOR, kind: 'observation', statement: '=cmd|calc, and a comma' });
    const response = await call('GET /findings.csv?kind=observation');
    const [header, row, ...rest] = (await response.text()).trimEnd().split('\r\n');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect([header?.startsWith('id,kind,state'), rest.length]).toEqual([true, 0]);
    expect(row).toContain(`OBS-1,observation,open,internal_audit,IA-1,${today}`);
    expect(row).toContain(`"'=cmd|calc, and a comma"`);
  });

  it('takes one of two changes of the same version, and refuses the other', async () => {
    const made = await done('POST /findings', MINOR);
    const both = await Promise.all(
      ['one', 'two'].map((cause) => call(`PATCH /findings/${made.id}`, { cause }, made.revision)),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('says in the ledger what its versions say', async () => {
    const verified = z
      .object({ ok: z.boolean() })
      .loose()
      .parse(await (await call('POST /ledger/verify', {})).json());
    expect(verified).toMatchObject({ ok: true });
  });
});
