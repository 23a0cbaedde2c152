// Kept statements and registers over HTTP: shown, committed whole, undone whole, refused with one reason.
import { instantOfMillis, millisOfInstant } from '@assay/core';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bombedWorkbook } from '../../testing/bomb.ts';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import { keptDryRunsExpire } from './kept.jobs.ts';
import { bringKept, STATEMENT } from '../../testing/kept.ts';

const answer = z.looseObject({
  id: z.string(),
  state: z.string(),
  edition: z.string().nullable(),
  counts: z.record(z.string(), z.number()),
  draft: z.record(z.string(), z.number()).nullable(),
  mapped: z.number(),
  left: z.number(),
  rows: z.array(
    z.looseObject({
      row: z.number(),
      subject: z.string().nullable(),
      outcome: z.string(),
      changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
      notes: z.array(z.string()),
      problems: z.array(z.string()),
    }),
  ),
});
const problem = z.looseObject({ code: z.string(), detail: z.string() });
const statement = z.looseObject({
  rows: z.array(
    z.looseObject({
      id: z.string(),
      decision: z.string(),
      justification: z.string(),
      how: z.string(),
      custom: z.record(z.string(), z.string()),
    }),
  ),
  counts: z.object({ in: z.number(), out: z.number(), undecided: z.number(), rows: z.number() }),
});
const register = z.object({
  data: z.array(
    z.looseObject({
      code: z.string(),
      title: z.string(),
      state: z.string(),
      custom: z.record(z.string(), z.string()),
      revision: z.number(),
    }),
  ),
});

type Kind = 'statement' | 'register';
type Bytes = string | Uint8Array<ArrayBuffer>;

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house.close());

const fixture = (path: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../../../sources/fixtures/${path}`, import.meta.url)));

function within(slug: string) {
  const base = `/v1/orgs/${slug}`;
  const get = async (path: string): Promise<unknown> =>
    (await send(house, 'GET', base + path, { headers: OWNER })).json();
  return {
    base,
    bring: (kind: Kind, filename: string, bytes: Bytes) => bringKept(house, base, { kind, filename, bytes }),
    brought: async (kind: Kind, filename: string, bytes: Bytes) =>
      answer.parse(await (await bringKept(house, base, { kind, filename, bytes })).json()),
    post: (path: string, body?: unknown) => send(house, 'POST', base + path, { headers: OWNER, body }),
    soa: async () => statement.parse(await get('/soa')),
    risks: async () => register.parse(await get('/risks?limit=200')).data,
    verifies: async () => {
      const answer: unknown = await (
        await send(house, 'POST', `${base}/ledger/verify`, { headers: OWNER, body: { rebuild: true } })
      ).json();
      expect(answer).toMatchObject({ ok: true });
    },
    get,
  };
}

async function failure(response: Response) {
  const { code, detail } = problem.parse(await response.json());
  return [response.status, code, detail] as const;
}

describe('a statement', () => {
  it('is a dry run first, then true, then taken back whole', async () => {
    await house.organisation('stated');
    const org = within('stated');
    const before = await org.soa();
    const dry = await org.brought('statement', 'soa.csv', STATEMENT);
    expect(dry).toMatchObject({ id: 'K-1', state: 'pending', edition: '2022', mapped: 3, left: 0 });
    expect(dry.counts).toEqual({ new: 3, changed: 0, unchanged: 0, silent: 0, error: 0 });
    expect(await org.soa()).toEqual(before);

    expect((await org.post('/kept-imports/K-1/commit', {})).status).toBe(200);
    const after = await org.soa();
    expect(after.counts).toEqual({ in: 2, out: 1, undecided: 90, rows: 93 });
    expect(
      after.rows.slice(0, 3).map(({ decision, justification, custom }) => [decision, justification, custom]),
    ).toEqual([
      ['in', 'customers ask for it', { Status: 'in place', Tool: 'Notion' }],
      ['in', 'good practice', { Status: 'partly' }],
      ['out', 'we are four people', {}],
    ]);

    expect((await org.post('/kept-imports/K-1/undo')).status).toBe(200);
    expect(await org.soa()).toEqual(before);
    expect((await failure(await org.post('/kept-imports/K-1/undo'))).slice(0, 2)).toEqual([
      409,
      'kept.not_committed',
    ]);
  });

  it('changes nothing when it is brought again', async () => {
    await house.organisation('again');
    const org = within('again');
    const first = await org.brought('statement', 'soa.csv', STATEMENT);
    expect((await org.brought('statement', 'soa.csv', STATEMENT)).id).toBe(first.id);
    await org.post(`/kept-imports/${first.id}/commit`, {});
    const second = await org.brought('statement', 'soa.csv', STATEMENT);
    expect(second.counts).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
    expect(await failure(await org.post(`/kept-imports/${second.id}/commit`, {}))).toEqual([
      409,
      'kept.nothing_to_change',
      'Nothing of its 3 rows is other than what stands.',
    ]);
  });

  it('is not undone where something of it was changed since', async () => {
    await house.organisation('since');
    const org = within('since');
    const { id } = await org.brought('statement', 'soa.csv', STATEMENT);
    await org.post(`/kept-imports/${id}/commit`, {});
    const row = `${org.base}/soa/rows/A.5.2`;
    const held = await send(house, 'GET', row, { headers: OWNER });
    const said = await send(house, 'PUT', row, {
      headers: { ...OWNER, 'if-match': held.headers.get('etag') ?? '' },
      body: { decision: 'in', reasons: [{ kind: 'baseline', text: 'Every company names them.' }] },
    });
    expect(said.status).toBe(200);
    expect(await failure(await org.post(`/kept-imports/${id}/undo`))).toEqual([
      409,
      'kept.changed_since',
      'A.5.2 was changed after the import; nothing was undone.',
    ]);
    expect((await org.soa()).counts).toMatchObject({ in: 2, out: 1 });
  });

  it('holds all back for a row that names what does not exist, and leaves it out when asked', async () => {
    await house.organisation('wrong');
    const org = within('wrong');
    const { id, counts } = await org.brought(
      'statement',
      'soa.csv',
      STATEMENT.replace('good practice', 'risk R-77'),
    );
    expect(counts).toMatchObject({ new: 2, error: 1 });
    expect(await failure(await org.post(`/kept-imports/${id}/commit`, {}))).toEqual([
      409,
      'kept.has_errors',
      '1 of 3 rows cannot stand; the first: A.5.2 names the risk R-77, which the register does not have. Nothing was changed.',
    ]);
    expect((await org.soa()).counts).toMatchObject({ undecided: 93 });
    expect((await org.post(`/kept-imports/${id}/commit`, { skip_errors: true })).status).toBe(200);
    expect((await org.soa()).counts).toMatchObject({ in: 1, out: 1 });
  });

  it('with a cell that a spreadsheet would run is an error of that row', async () => {
    await house.organisation('formula');
    const org = within('formula');
    const evil = STATEMENT.replace('good practice', '=HYPERLINK(1)');
    const { rows } = await org.brought('statement', 'soa.csv', evil);
    expect(rows.flatMap(({ problems }) => problems)).toEqual([
      'A.5.2 begins as a formula in the column “Justification”; write it as a text.',
    ]);
  });

  it('is read by the columns that a person names', async () => {
    await house.organisation('mapped');
    const org = within('mapped');
    const { id } = await org.brought('statement', 'soa.csv', STATEMENT);
    const mapped = await send(house, 'PUT', `${org.base}/kept-imports/${id}/table`, {
      headers: OWNER,
      body: { columns: [{ column: 'F', field: 'how' }] },
    });
    const first = answer.parse(await mapped.json()).rows[0];
    expect(first?.changes).toContainEqual({ field: 'how', before: '', after: 'Notion' });
    expect(first?.changes.map(({ field }) => field)).not.toContain('column Tool');
  });

  it('written by ourselves is read back as it stands', async () => {
    await house.organisation('ours');
    const org = within('ours');
    const { id } = await org.brought('statement', 'soa.csv', STATEMENT);
    await org.post(`/kept-imports/${id}/commit`, {});
    const sheet = await send(house, 'GET', `${org.base}/soa/export?as=csv`, { headers: OWNER });
    const text = await sheet.clone().text();
    const [head = '', first = ''] = text.replace('\uFEFF', '').split('\r\n');
    expect([head.split(',').includes('Tool'), first.split(',').includes('Notion')]).toEqual([true, true]);
    const back = await org.brought('statement', 'ours.csv', new Uint8Array(await sheet.arrayBuffer()));
    expect(back.counts).toMatchObject({ new: 0, changed: 0, error: 0 });
  });
});

describe('a statement of 2013', () => {
  it('becomes a draft of 2022 with the right counts, and is undone', async () => {
    await house.organisation('older');
    const org = within('older');
    const before = await org.soa();
    const dry = await org.brought('statement', 'edition-2013.xlsx', fixture('statements/edition-2013.xlsx'));
    expect(dry).toMatchObject({ edition: '2013', mapped: 114, left: 35 });
    expect(dry.draft).toMatchObject({ rows: 93, one_to_one: 58, merged: 24, new: 11, split: 1 });
    const { in: inside = 0, out = 0, conflicting = 0, unclear = 0 } = dry.draft ?? {};
    expect(inside + out + conflicting + unclear).toBe(82);
    expect(dry.counts['new']).toBe(inside + out);
    // Of parents that disagree nothing is decided; what they say besides is kept.
    const { changed = 0, silent = 0 } = dry.counts;
    expect(changed + silent).toBe(conflicting + unclear);

    await org.post(`/kept-imports/${dry.id}/commit`, {});
    expect((await org.soa()).counts).toMatchObject({ in: inside, out, undecided: 11 + conflicting });
    const way = z
      .looseObject({
        sentence: z.string(),
        progress: z.record(z.string(), z.number()),
        pitfalls: z.array(z.looseObject({ code: z.string() })),
        clauses: z.array(z.unknown()),
      })
      .parse(await org.get('/soa/transition?certificate=ISO/IEC%2027001:2013'));
    expect(way.progress).toMatchObject({
      rows: 93,
      new: 11,
      conflict: conflicting,
      carried: inside + out,
      decided: 0,
    });
    expect(way.pitfalls.map(({ code }) => code)).toEqual([
      'transition.not_rederived',
      'transition.certificate_2013',
    ]);
    expect(way.sentence).toContain('edition-2013.xlsx');

    expect((await org.post(`/kept-imports/${dry.id}/undo`)).status).toBe(200);
    expect(await org.soa()).toEqual(before);
    await org.verifies();
  });
});

const RISKS = `ID,Risk,Owner,Likelihood,Impact,Treatment,Controls,Due,Country
R-1,A stolen laptop is read,Ana,4,3,Mitigate,C-07,2027-03-31,DE
R-2,A fire destroys the office,Ben,1,3,Accept,,,DE
`;

describe('a register', () => {
  it('becomes risks, is known again, changed field by field, and taken back', async () => {
    await house.organisation('risky');
    const org = within('risky');
    await org.post('/risks', {
      title: 'Ours',
      scenario: { view: 'event', event: 'e', consequence: 'c' },
      properties: ['integrity'],
    });
    const dry = await org.brought('register', 'risks.csv', RISKS);
    expect(dry.counts).toMatchObject({ new: 2, changed: 0 });
    expect(dry.rows[0]?.notes[0]).toContain('R-1 is another risk here');
    const done = answer.parse(await (await org.post(`/kept-imports/${dry.id}/commit`, {})).json());
    expect(done.rows.map(({ subject }) => subject)).toEqual(['R-2', 'R-3']);
    expect((await org.risks()).map(({ code, title, custom }) => [code, title, custom['Country']])).toEqual([
      ['R-1', 'Ours', undefined],
      ['R-2', 'A stolen laptop is read', 'DE'],
      ['R-3', 'A fire destroys the office', 'DE'],
    ]);

    const next = await org.brought('register', 'risks-june.csv', RISKS.replace('Ben', 'Cleo'));
    expect(next.counts).toMatchObject({ new: 0, changed: 1, unchanged: 1 });
    await org.post(`/kept-imports/${next.id}/commit`, {});
    expect((await failure(await org.post(`/kept-imports/${dry.id}/undo`))).slice(1)).toEqual([
      'kept.changed_since',
      'R-3 was changed after the import; nothing was undone.',
    ]);
    expect((await org.post(`/kept-imports/${next.id}/undo`)).status).toBe(200);
    expect((await org.risks()).map(({ revision }) => revision)).toEqual([1, 1, 3]);
    await org.verifies();
  });

  it('that stands as it was brought is taken back without a trace in the register, and verifies', async () => {
    await house.organisation('gone');
    const org = within('gone');
    const { id } = await org.brought('register', 'risks.csv', RISKS);
    await org.post(`/kept-imports/${id}/commit`, {});
    expect(await org.risks()).toHaveLength(2);
    expect((await org.post(`/kept-imports/${id}/undo`)).status).toBe(200);
    expect(await org.risks()).toEqual([]);
    await org.verifies();
    // What was taken back may be brought again, under codes of its own.
    const again = await org.brought('register', 'risks.csv', RISKS);
    await org.post(`/kept-imports/${again.id}/commit`, {});
    expect((await org.risks()).map(({ code }) => code)).toEqual(['R-3', 'R-4']);
    await org.verifies();
  });

  it('is not taken back while the statement rests on it', async () => {
    await house.organisation('cited');
    const org = within('cited');
    const { id } = await org.brought('register', 'risks.csv', RISKS);
    await org.post(`/kept-imports/${id}/commit`, {});
    const soa = STATEMENT.replace('good practice', 'risk R-1');
    const { id: stated } = await org.brought('statement', 'soa.csv', soa);
    await org.post(`/kept-imports/${stated}/commit`, {});
    expect((await failure(await org.post(`/kept-imports/${id}/undo`))).slice(1)).toEqual([
      'kept.changed_since',
      'A.5.2 of the statement is in because of R-1; nothing was undone.',
    ]);
  });
});

describe('a dry run that nobody commits', () => {
  it('waits for thirty days and is thrown away then, and what was committed stays', async () => {
    const scope = await house.organisation('waits');
    const org = within('waits');
    const { id } = await org.brought('statement', 'soa.csv', STATEMENT);
    await org.post(`/kept-imports/${id}/commit`, {});
    await org.brought('register', 'risks.csv', RISKS);
    const after = (days: number) =>
      instantOfMillis(millisOfInstant(house.deps.clock.now()) + days * 86_400_000);
    const kept = z.object({ data: z.array(z.looseObject({ id: z.string(), state: z.string() })) });
    const left = async (days: number) => {
      const moment = { deps: house.deps, scope, slot: after(days), now: after(days) };
      const act = await keptDryRunsExpire.prepare(moment);
      await house.deps.db.inOrganisation(scope.org, act);
      return kept.parse(await org.get('/kept-imports')).data.map(({ state }) => state);
    };
    expect(await left(29)).toEqual(['pending', 'committed']);
    expect(await left(31)).toEqual(['committed']);
  });
});

describe('a hostile file gives one reason, and nothing is kept of it', () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => `R-${i},Risk ${i},Ana,1,1`).join('\n');
  it.each<{ readonly name: string; readonly kind: Kind; readonly bytes: Bytes; readonly says: string }>([
    {
      name: 'no table',
      kind: 'statement',
      bytes: 'a;b\n1;2\n',
      says: 'holds no table that could be recognised',
    },
    {
      name: 'a picture',
      kind: 'register',
      bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
      says: 'file',
    },
    {
      name: 'an old workbook',
      kind: 'statement',
      bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      says: 'old format',
    },
    { name: 'a web page', kind: 'statement', bytes: '<html><table></table></html>', says: 'web page' },
    { name: 'a bomb', kind: 'statement', bytes: bombedWorkbook(300), says: 'file' },
    {
      name: 'no encoding',
      kind: 'register',
      bytes: Uint8Array.from([0x49, 0x44, 0, 0x2c, 0xff, 0xfe, 0x80, 0, 0x0a, 0x81, 0, 0x8d]),
      says: 'file',
    },
    {
      name: 'a hundred thousand rows',
      kind: 'register',
      bytes: `ID,Risk,Owner,Likelihood,Impact\n${rows}`,
      says: 'file',
    },
  ])('$name', async ({ name, kind, bytes, says }) => {
    const slug = `hostile-${name.replaceAll(' ', '-')}`;
    await house.organisation(slug);
    const [status, code, said] = await failure(await within(slug).bring(kind, 'file', bytes));
    expect([status, code.startsWith('kept.')]).toEqual([422, true]);
    expect(said).toContain(says);
    expect(await within(slug).get('/kept-imports')).toEqual({ data: [] });
  });
});
