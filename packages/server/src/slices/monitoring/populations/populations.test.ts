// A list from its file to its events: drafted, questioned, frozen, reconciled, superseded, never changed.
import { createHash } from 'node:crypto';
import { writeXlsx } from 'hucre/xlsx';
import {
  knownEvents,
  knownUntil,
  parsePlainDate,
  populationDigest,
  type Instant,
  type PlainDate,
} from '@assay/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import { tellSource } from '../../../testing/leavers.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { populationsStanding } from './populations.module.ts';

const CSV =
  'Employee ID;Left on;Access removed on;Team\nE-1;2026-01-05;2026-01-06;Ops\nE-2;2026-02-02;;Sales\n';
const TOLD = {
  source: 'HR system',
  environment: 'production',
  query: 'GET /terminations?from=2026-01-01&until=2026-04-01',
  range: { from: '2026-01-01', until: '2026-04-01' },
  generator: 'export job 7',
  generated_at: '2026-04-01T06:00:00Z',
  every_page: true,
  days_written_by: 'system',
};
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const answer = z.record(z.string(), z.unknown());

describe('a population', () => {
  let house: House;
  let scope: OrgScope;
  beforeAll(async () => {
    house = await openHouse();
    scope = await house.organisation('lists');
  });
  afterAll(() => house.close());

  async function call(
    method: string,
    path: string,
    ...[body, status = 200]: [body?: unknown, status?: number]
  ) {
    const at = `/v1/orgs/lists${path}`;
    const read = method === 'PATCH' ? await send(house, 'GET', at, { headers: OWNER }) : undefined;
    const response = await send(house, method, at, {
      headers: read ? { ...OWNER, 'if-match': read.headers.get('etag') ?? '' } : OWNER,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    expect([response.status, text]).toEqual([status, expect.any(String)]);
    return answer.parse(text === '' ? {} : JSON.parse(text));
  }
  async function text(path: string): Promise<string> {
    return (await send(house, 'GET', `/v1/orgs/lists${path}`, { headers: OWNER })).text();
  }
  async function bytes(content: string, filename = 'leavers.csv'): Promise<string> {
    const response = await send(house, 'POST', `/v1/orgs/lists/artefacts?filename=${filename}`, {
      headers: OWNER,
      bytes: content,
    });
    return z.object({ sha256: z.string() }).parse(await response.json()).sha256;
  }
  async function draft(content: string, more: object = {}) {
    const artefact = await bytes(content);
    return call('POST', '/populations', { artefact, filename: 'leavers.csv', kind: 'leavers', ...more }, 201);
  }
  const codesOf = (population: Record<string, unknown>): readonly string[] =>
    z
      .array(z.object({ code: z.string() }))
      .parse(population['warnings'])
      .map((each) => each.code);
  const standing = (at?: Instant) =>
    house.deps.db.inOrganisation(scope.org, (tx) => populationsStanding(tx, scope, at));
  const eventsAt = async (today: string, at?: Instant) =>
    knownEvents(await standing(at), {
      control: 'C-30',
      period: { from: day('2026-01-01'), until: day('2026-07-01') },
      today: day(today),
      scopes: [],
    });

  it('is a draft with guessed columns and doubts until it is whole, then it is frozen with its digest', async () => {
    const made = await draft(CSV);
    expect(made).toMatchObject({
      id: 'P-1',
      state: 'draft',
      controls: ['C-30', 'C-35'],
      mapping: { key: 'Employee ID', day: 'Left on', done: 'Access removed on', fields: ['Team'] },
      rows: 2,
      first_event: '2026-01-05',
      last_event: '2026-02-02',
      missing: [
        'source',
        'environment',
        'query',
        'range',
        'generator',
        'generated_at',
        'every_page',
        'days_written_by',
      ],
    });
    expect(codesOf(made)).toEqual(['not_production', 'pages_not_confirmed', 'no_second_source']);
    expect((await call('POST', '/populations/P-1/freeze', {}, 422))['code']).toBe('population.incomplete');
    const late = await send(house, 'PATCH', '/v1/orgs/lists/populations/P-1', {
      headers: { ...OWNER, 'if-match': '"of-another-reading"' },
      body: { title: 'other' },
    });
    expect([late.status, (await text('/populations/P-1')).includes('"other"')]).toEqual([412, false]);
    const told = answer.parse(await (await tellSource(house, '/v1/orgs/lists', TOLD)).json());
    expect(told['tag']).not.toBe(made['tag']);
    expect([told['missing'], codesOf(told)]).toEqual([[], ['no_second_source']]);
    const frozen = await call('POST', '/populations/P-1/freeze', {});
    const lines = (await text('/populations/P-1/rows.ndjson')).trimEnd().split('\n');
    expect(lines).toEqual([
      '{"day":"2026-01-05","done":"2026-01-06","fields":{"Team":"Ops"},"key":"E-1"}',
      '{"day":"2026-02-02","fields":{"Team":"Sales"},"key":"E-2"}',
    ]);
    expect(frozen).toMatchObject({
      state: 'frozen',
      digest: populationDigest(lines, sha256),
    });
    expect(await text('/populations/P-1/rows.csv')).toBe(
      'key,day,done,Team\r\nE-1,2026-01-05,2026-01-06,Ops\r\nE-2,2026-02-02,,Sales\r\n',
    );
  });

  it('never changes once it is frozen, and stands in the ledger', async () => {
    const changed = await tellSource(house, '/v1/orgs/lists', { source: 'other' });
    expect([changed.status, answer.parse(await changed.json())['code']]).toEqual([409, 'population.frozen']);
    expect((await call('DELETE', '/populations/P-1', undefined, 409))['code']).toBe('population.frozen');
    expect((await call('POST', '/populations/P-1/freeze', {}, 409))['code']).toBe('population.frozen');
    const entries = await text('/ledger/entries?limit=200');
    for (const kind of ['population.drafted', 'population.draft_changed', 'population.frozen'])
      expect(entries).toContain(kind);
  });

  it('gives events with the acts of its rows, and only where every day is known', async () => {
    const known = await eventsAt('2026-04-01');
    expect(known?.events.map((each) => each.id)).toEqual(['leavers/E-1', 'leavers/E-2']);
    expect(known?.acts).toMatchObject([{ event: 'leavers/E-1', performedAt: '2026-01-06', supported: true }]);
    expect(await eventsAt('2026-04-02'), 'the first of April is in no list').toBeUndefined();
    expect(knownUntil(await standing(), day('2026-01-01'))).toBe('2026-04-01');
  });

  it('is held against a second source, whose differences are kept and said', async () => {
    const artefact = await bytes('user,end date\ne-1,2026-01-05\nE-2,2026-02-03\nE-9,2026-03-03\n');
    const told = await call('POST', '/populations/P-1/reconcile', {
      artefact,
      source: 'Directory',
      mapping: { key: 'user', day: 'end date' },
    });
    expect(told['reconciliations']).toMatchObject([
      {
        number: 1,
        source: 'Directory',
        here: 2,
        there: 3,
        matched: 2,
        agrees: false,
        only_here: { count: 0, keys: [] },
        only_there: { count: 1, keys: ['E-9'] },
        other_day: { count: 1, rows: [{ key: 'E-2', here: '2026-02-02', there: '2026-02-03' }] },
      },
    ]);
    expect(codesOf(told)).toEqual(['differs_from_second_source']);
    const bad = await bytes('user,end date\ne-1,soon\n');
    expect(
      (
        await call(
          'POST',
          '/populations/P-1/reconcile',
          { artefact: bad, source: 'x', mapping: { key: 'user', day: 'end date' } },
          422,
        )
      )['code'],
    ).toBe('population.unreadable');
  });

  it('is tested row by row, each row in one place', async () => {
    const { data } = await call('GET', '/populations/P-1/tests?within_days=1');
    expect(data).toMatchObject([
      {
        rule: 'done_within',
        within_days: 1,
        tested: 2,
        passed: 1,
        deviating: [{ key: 'E-2', reason: 'not_done' }],
        open: [],
        unknown: [],
      },
    ]);
  });

  it('is superseded by a newer list of its kind, which alone counts from then on', async () => {
    const then = house.deps.clock.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await draft(`${CSV}E-9;2026-03-03;2026-03-03;Ops\n`, { provenance: TOLD });
    await draft('key,on\nx,2026-01-01\n', {
      kind: 'custom',
      mapping: { key: 'key', day: 'on' },
      provenance: TOLD,
    });
    expect((await call('POST', '/populations/P-3/freeze', { supersedes: 'P-1' }, 409))['code']).toBe(
      'population.not_superseded',
    );
    expect(await call('POST', '/populations/P-2/freeze', { supersedes: 'P-1' })).toMatchObject({
      supersedes: 'P-1',
    });
    expect(await call('GET', '/populations/P-1')).toMatchObject({ superseded_by: 'P-2', rows: 2 });
    expect((await eventsAt('2026-04-01'))?.events).toHaveLength(3);
    expect((await eventsAt('2026-04-01', then))?.events, 'as it was known').toHaveLength(2);
    await call('POST', '/populations/P-2/reconcile', { population: 'P-1' });
    expect((await call('GET', '/populations/P-2'))['reconciliations']).toMatchObject([
      { population: 'P-1', only_here: { keys: ['E-9'] } },
    ]);
  });

  it('with rows that cannot be read is never frozen: a list of which rows are left out is none', async () => {
    const made = await draft('id,left on\nE-1,2026-01-05\nE-2,03/04/2026\n,2026-01-07\n', {
      provenance: TOLD,
    });
    expect(made).toMatchObject({
      rows: 1,
      faults: [
        { fault: 'no_key', rows: 1, first: 'line 4' },
        { fault: 'day_unreadable', rows: 1, first: 'line 3' },
      ],
    });
    expect((await call('POST', `/populations/${String(made['id'])}/freeze`, {}, 422))['code']).toBe(
      'population.unreadable',
    );
    expect(
      (
        await call(
          'PATCH',
          `/populations/${String(made['id'])}`,
          { mapping: { key: 'id', day: 'gone' } },
          422,
        )
      )['code'],
    ).toBe('population.column_unknown');
    await call('DELETE', `/populations/${String(made['id'])}`, undefined, 204);
    await call('GET', `/populations/${String(made['id'])}`, undefined, 404);
  });

  it('comes from a workbook that another program wrote, from the sheet that is named', async () => {
    const book = await writeXlsx({
      sheets: [
        { name: 'Read me', rows: [['nothing here']] },
        {
          name: 'Changes',
          rows: [
            ['id', 'merged on', 'author', 'approvers'],
            [7, new Date(Date.UTC(2026, 1, 28)), 'Ünal <u@x>', 'Bo <b@x>'],
            [8, new Date(Date.UTC(2026, 2, 1)), 'Bo <b@x>', 'Bo <b@x>'],
          ],
        },
      ],
    });
    const response = await house.app.request(
      'http://127.0.0.1:7373/v1/orgs/lists/artefacts?filename=c.xlsx',
      {
        method: 'POST',
        headers: { host: '127.0.0.1:7373', ...OWNER, 'content-type': 'application/octet-stream' },
        body: new Uint8Array(book),
      },
    );
    const { sha256: artefact } = z.object({ sha256: z.string() }).parse(await response.json());
    const made = await call(
      'POST',
      '/populations',
      { artefact, filename: 'c.xlsx', kind: 'production_changes', sheet: 'Changes' },
      201,
    );
    expect(made).toMatchObject({
      sheets: ['Read me', 'Changes'],
      rows: 2,
      first_event: '2026-02-28',
      last_event: '2026-03-01',
    });
    const { data } = await call('GET', `/populations/${String(made['id'])}/tests`);
    expect(data).toMatchObject([
      {
        rule: 'approved_by_another',
        tested: 2,
        passed: 1,
        deviating: [{ key: '8', reason: 'approved_only_by_author' }],
      },
    ]);
  });

  it('is listed, newest first, by kind and control; its rows come in pages', async () => {
    const list = z.object({ data: z.array(z.object({ id: z.string() })) });
    const ids = async (query: string): Promise<readonly string[]> =>
      list.parse(await call('GET', `/populations?${query}`)).data.map((each) => each.id);
    expect(await ids('kind=leavers')).toEqual(['P-2', 'P-1']);
    expect(await ids('control=C-30&state=frozen')).toEqual(['P-2', 'P-1']);
    expect(await ids('control=C-42')).toEqual([]);
    const first = await call('GET', '/populations/P-2/rows?limit=2');
    expect(first).toMatchObject({ has_more: true, total: 3 });
    const next = await call('GET', `/populations/P-2/rows?limit=2&cursor=${String(first['next_cursor'])}`);
    expect(next['data']).toMatchObject([{ key: 'E-9', fields: { Team: 'Ops' } }]);
    expect((await call('GET', '/populations/P-2/rows?q=sales%20e-2'))['data']).toMatchObject([
      { key: 'E-2' },
    ]);
    expect((await call('GET', '/populations/P-2/rows?from=2026-03-01'))['data']).toHaveLength(1);
  });
});

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(text);
  return date;
}
