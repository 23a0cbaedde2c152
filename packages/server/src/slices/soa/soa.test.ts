// The statement of applicability from the first decision to the approved version that a certificate cites.
import { readXlsx } from 'hucre/xlsx';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { soaFrozen, soaRowOut } from '@assay/contract';
import { openHouse, OWNER, send, type House } from '../../testing/house.ts';
import type { OrgScope } from '../access/access.module.ts';

const lints = z.array(z.looseObject({ code: z.string(), row: z.string(), blocks: z.boolean() }));
const statementSchema = soaFrozen.extend({
  sentence: z.string(),
  rows: z.array(soaRowOut.extend({ tag: z.string() })),
  counts: z.looseObject({ in: z.int(), out: z.int(), undecided: z.int(), rows: z.int() }),
  reach: z.array(z.looseObject({ station: z.string(), whole: z.int(), of: z.int() })),
  blocking: z.int(),
});
const decided = z.object({ row: soaRowOut.nullable(), tag: z.string(), lints });
const problem = z.looseObject({
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
});
const version = z.looseObject({
  id: z.string(),
  digest: z.string(),
  entry: z.int(),
  rows: z.int(),
  approver: z.string(),
});

let house: House;
let scope: OrgScope;
let base = '';
let count = 0;

beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  count += 1;
  scope = await house.organisation(`stated-${count}`);
  base = `/v1/orgs/${scope.slug}`;
});
afterAll(() => house.close());

describe('deciding', () => {
  it('begins with the 93 controls of Annex A, none decided, and nothing that can be approved', async () => {
    const found = await read();
    expect([found.rows.length, found.counts.undecided, found.blocking]).toEqual([93, 93, 93]);
    const refused = await fails(409, 'POST /soa/versions', { approver: 'Ada', role: 'CEO' });
    expect(refused.code).toBe('soa.blocked');
    expect(refused.errors).toHaveLength(93);
    expect(refused.errors?.[0]?.pointer).toBe('/rows/A.5.1');
    expect(refused.errors?.[0]?.message).toContain('soa.undecided');
    expect(await json('GET', '/soa/versions')).toEqual({ data: [] });
  });

  it('writes the one word that posture counts, and the reasons beside it', async () => {
    await json('POST', '/obligations', { kind: 'regulation', title: 'GDPR', clause: 'Art. 32' });
    await json('PUT', '/controls/C-41/state', { state: 'adopted', implementation: 'planned', owner: 'Ada' });
    const { row, lints: broken } = await decide('A.5.15', {
      decision: 'in',
      reasons: [
        { kind: 'law', ref: 'o-1' },
        { kind: 'baseline', text: 'CIS Controls 6' },
      ],
      how: 'Groups of the directory.',
      due: '2099-01-31',
    });
    expect(row).toMatchObject({
      decision: 'in',
      justification: 'law O-1; baseline: CIS Controls 6',
      status: 'planned, by 2099-01-31',
      how: 'Groups of the directory.',
      owner: 'Ada',
      controls: ['C-41'],
    });
    expect(row?.trace[0]).toMatchObject({ kind: 'law', ref: 'O-1', title: 'GDPR, Art. 32', control: 'C-41' });
    expect(broken).toEqual([]);
    expect(await words()).toEqual({ 'iso27001:2022/A.5.15': 'law O-1; baseline: CIS Controls 6' });
    expect(await json('GET', '/obligations/O-1')).toMatchObject({ rows: ['A.5.15'] });
    await verifies();
  });

  it('keeps what a later decision does not speak of, and forgets the reasons of a row that goes out', async () => {
    await decide('a.7.4', { decision: 'out', owner: 'Cy', how: 'No premises.' });
    const { row, lints: broken } = await decide('A.7.4', {
      decision: 'out',
      justification: 'We have no premises.',
    });
    expect(row).toMatchObject({ owner: 'Cy', how: 'No premises.', reasons: [] });
    expect(broken).toEqual([]);
    expect((await decide('A.7.4', { decision: 'undecided', owner: null })).row).toMatchObject({
      decision: 'undecided',
      owner: null,
    });
    expect(await words()).toEqual({});
    await verifies();
  });

  it('leaves a draft out without a word, which posture does not count and an approval does not pass', async () => {
    const { lints: broken } = await decide('A.7.4', { decision: 'out' });
    expect(broken.map(({ code, blocks }) => [code, blocks])).toEqual([['soa.excluded_without_reason', true]]);
    expect(await postureOf('A.7.4')).toMatchObject({ decided: false });
    await decide('A.7.4', { decision: 'out', justification: 'We have no premises.' });
    expect(await postureOf('A.7.4')).toMatchObject({ decided: true, applies: false });
  });

  it('no longer stands behind a row once another word was recorded elsewhere', async () => {
    await decide('A.5.15', { decision: 'in', reasons: [{ kind: 'baseline', text: 'CIS 6' }] });
    await json('PUT', '/frameworks/iso27001:2022/requirements/A.5.15/applicability', {
      applies: true,
      because: 'We felt like it.',
    });
    const found = await read();
    expect(found.rows.find(({ id }) => id === 'A.5.15')).toMatchObject({ decision: 'in', reasons: [] });
    expect(found.lints.filter(({ row }) => row === 'A.5.15').map(({ code }) => code)).toContain(
      'soa.unjustified',
    );
  });

  it('is refused to whoever read the row before somebody else decided it, here or under the framework', async () => {
    const { tag } = decided.parse(await json('GET', '/soa/rows/A.7.4'));
    await json('PUT', '/frameworks/iso27001:2022/requirements/A.7.4/applicability', {
      applies: false,
      why: 'We have no premises.',
    });
    const path = `${base}/soa/rows/A.7.4`;
    const body = { decision: 'in', reasons: [{ kind: 'baseline', text: 'CIS 6' }] };
    const late = await send(house, 'PUT', path, { headers: { ...OWNER, 'if-match': `"${tag}"` }, body });
    expect(late.status).toBe(412);
    const bare = await send(house, 'PUT', path, { headers: OWNER, body });
    expect(bare.status).toBe(428);
    expect(await postureOf('A.7.4')).toMatchObject({ decided: true, applies: false });
  });

  it('says what a decision would make of a row, and writes nothing', async () => {
    const path = '/soa/rows/A.7.4/try';
    const would = decided.parse(await json('POST', path, { decision: 'out' }));
    expect(would.row).toMatchObject({ decision: 'out' });
    expect(would.lints.map(({ code }) => code)).toEqual(['soa.excluded_without_reason']);
    const better = { decision: 'out', justification: 'We have no premises.' };
    expect(decided.parse(await json('POST', path, better)).lints).toEqual([]);
    expect((await fails(404, `POST ${path.replace('7.4', '9.9')}`, better)).code).toBe('soa.row_not_found');
    expect(decided.parse(await json('GET', '/soa/rows/A.7.4')).row).toMatchObject({ decision: 'undecided' });
    expect(await words()).toEqual({});
  });

  it('refuses what leads nowhere, and then changes nothing', async () => {
    const law = { decision: 'in', reasons: [{ kind: 'law', ref: 'O-9' }] };
    expect((await fails(404, 'PUT /soa/rows/A.5.15', law)).code).toBe('obligation.not_found');
    expect((await fails(404, 'PUT /soa/rows/A.9.9', { decision: 'out' })).code).toBe('soa.row_not_found');
    expect((await fails(404, 'PUT /soa/rows/C-41', { decision: 'undecided' })).code).toBe(
      'soa.row_not_found',
    );
    await fails(400, 'PUT /soa/rows/A.5.15', { decision: 'in', reasons: [] });
    const both = [
      { row: 'A.5.1', decide: { decision: 'out', justification: 'no' } },
      { row: 'A.5.2', decide: law },
    ];
    await fails(404, 'POST /soa/rows', { rows: both });
    await fails(400, 'POST /soa/rows', { rows: [both[0], both[0]] });
    expect(await words()).toEqual({});
  });

  it('says of a risk that no treatment knows that it is not behind the row', async () => {
    const { lints: broken } = await decide('A.5.15', {
      decision: 'in',
      reasons: [{ kind: 'risk', ref: 'R-12' }],
    });
    expect(broken.map(({ code }) => code)).toContain('soa.reason_risk_without_risk');
  });

  it('traces a row to the very risk that one of its controls treats', async () => {
    const risk = { title: 'A token leaks', properties: ['confidentiality'] };
    const scenario = { view: 'event', event: 'A key is pushed', consequence: 'Data is read' };
    await json('POST', '/risks', { ...risk, scenario });
    const seen = { of: 'inherent', likelihood: 4, impact: 4, justification: 'Seen at a peer' };
    await json('POST', '/risks/R-1/assessments', seen);
    await json('PUT', '/risks/R-1/treatment', { option: 'modify', controls: ['C-41'] });
    await json('PUT', '/controls/C-41/state', { state: 'adopted', implementation: 'implemented' });
    const { lints: broken } = await decide('A.5.15', {
      decision: 'in',
      reasons: [{ kind: 'risk', ref: 'R-1' }],
    });
    expect(broken.map(({ code }) => code)).not.toContain('soa.reason_risk_without_risk');
    const { lints: excluded } = await decide('A.5.15', {
      decision: 'out',
      justification: 'We need no rules',
    });
    expect(excluded.map(({ code }) => code)).toContain('soa.excluded_but_treats_risk');
  });

  it('takes in a control from elsewhere and takes it back, but does not exclude it', async () => {
    await json('POST', '/controls', {
      domain: 'Own',
      name: 'Own control',
      objective: 'why',
      activity: 'what',
      owner_role: 'founder',
      kind: 'manual',
      frequency: 'annual',
      freshness_days: 400,
      effort_days: 1,
      evidence_wanted: { ask: 'a', good: 'b', bad: 'c' },
    });
    expect((await fails(422, 'PUT /soa/rows/C-501', { decision: 'out' })).code).toBe(
      'soa.row_not_excludable',
    );
    const reasons = [{ kind: 'contract', text: 'Contract with the bank' }];
    expect((await decide('C-501', { decision: 'in', reasons })).row).toMatchObject({
      id: 'C-501',
      theme: 'elsewhere',
      decision: 'in',
    });
    expect((await read()).counts.rows).toBe(94);
    expect((await decide('C-501', { decision: 'undecided' })).row).toBeNull();
    await verifies();
  });

  it('is no statement where Annex A is not answered', async () => {
    const frameworks = ['soc2:2017'];
    await json('PATCH', '', { frameworks });
    expect((await fails(409, 'GET /soa')).code).toBe('soa.no_framework');
  });
});

describe('obligations', () => {
  it('are numbered, changed under their revision, and break the rows that rest on them when they end', async () => {
    expect(await json('POST', '/obligations', { kind: 'contract', title: 'Bank' })).toMatchObject({
      id: 'O-1',
      revision: 1,
      owner: null,
    });
    await decide('A.5.15', { decision: 'in', reasons: [{ kind: 'contract', ref: 'O-1' }] });
    expect(await json('PATCH', '/obligations/O-1', { ended_on: '2026-01-01' })).toMatchObject({
      revision: 2,
      title: 'Bank',
      ended_on: '2026-01-01',
    });
    expect((await fails(412, 'PATCH /obligations/O-1', { title: 'Other' })).code).toBe('request.conflict');
    expect((await read()).lints.filter(({ row }) => row === 'A.5.15').map(({ code }) => code)).toContain(
      'soa.reason_without_obligation',
    );
    await verifies();
  });
});

describe('a version', () => {
  it('is frozen whole: a later change shows in the difference and not in it', async () => {
    await decideAll();
    const made = version.parse(
      await json('POST', '/soa/versions', { approver: 'Ada Lovelace', role: 'CEO', note: 'First.' }),
    );
    expect(made).toMatchObject({ id: 'SOA-1', rows: 93, approver: 'Ada Lovelace' });
    const frozen = await json('GET', '/soa/versions/soa-1');
    expect(await json('GET', '/soa/differences')).toEqual({ from: 'SOA-1', to: 'now', data: [] });

    await decide('A.5.15', { decision: 'out', justification: 'Not needed any more.' });
    const changes = z
      .object({ data: z.array(z.record(z.string(), z.string())) })
      .parse(await json('GET', '/soa/differences?from=SOA-1'));
    expect(changes.data.map(({ row, field, before, after }) => [row, field, before, after])).toEqual([
      ['A.5.15', 'decision', 'in', 'out'],
      ['A.5.15', 'reasons', 'baseline', ''],
      ['A.5.15', 'justification', 'baseline: CIS 6', 'Not needed any more.'],
      ['A.5.15', 'status', 'not started', ''],
    ]);
    expect(await json('GET', '/soa/versions/SOA-1')).toEqual(frozen);
    await json('POST', '/soa/versions', { approver: 'Ada Lovelace', role: 'CEO' });
    expect(await json('GET', '/soa/differences?from=SOA-1&to=SOA-2')).toMatchObject({ data: changes.data });
    expect(
      z
        .object({ data: z.array(version) })
        .parse(await json('GET', '/soa/versions'))
        .data.map(({ id }) => id),
    ).toEqual(['SOA-2', 'SOA-1']);
    expect((await fails(404, 'GET /soa/versions/SOA-3')).code).toBe('soa.version_not_found');
    await verifies();
  });

  it('carries the digest of its text, stands in the ledger with its approver, and is missed when it is changed', async () => {
    await decideAll();
    const made = version.parse(await json('POST', '/soa/versions', { approver: 'Ada', role: 'CEO' }));
    const kept = await house.deps.db.inOrganisation(scope.org, (tx) =>
      tx.selectFrom('soa_versions').select('frozen').executeTakeFirstOrThrow(),
    );
    expect(createHash('sha256').update(kept.frozen).digest('hex')).toBe(made.digest);
    expect(JSON.stringify(await json('GET', `/ledger/proof?index=${made.entry}`))).toContain('soa.approved');
    await verifies();
    await house.deps.db.inOrganisation(scope.org, (tx) =>
      sql`update soa_versions set frozen = replace(frozen, 'Not needed here', 'Needed after all')`.execute(
        tx,
      ),
    );
    const after = await json('POST', '/ledger/verify', { rebuild: true });
    expect(after).toMatchObject({ ok: false });
    expect(JSON.stringify(after)).toContain('SOA-1');
  });
});

describe('the export', () => {
  it('holds in every cell what the API answers, in both files, and no cell runs', async () => {
    await decideAll();
    await decide('A.5.15', {
      decision: 'in',
      reasons: [{ kind: 'baseline', text: '"CIS", 6' }],
      how: '=HYPERLINK("x")',
      owner: 'Müller, Ada',
    });
    await json('POST', '/soa/versions', { approver: 'Ada', role: 'CEO' });
    const wanted = (await read()).rows.map((row) => [
      row.id,
      row.title,
      row.theme,
      row.decision,
      row.reasons.map(({ kind }) => kind).join(', '),
      row.reasons.map(({ ref }) => ref ?? '').join(', '),
      row.justification,
      row.status,
      row.due ?? '',
      row.how.startsWith('=') ? `'${row.how}` : row.how,
      row.owner ?? '',
      row.controls.join(', '),
      row.risks.join(', '),
      row.evidence.join(', '),
      row.proof ?? '',
    ]);
    for (const of of ['', '&version=SOA-1']) {
      const book = await readXlsx(await bytes(`/soa/export?as=xlsx${of}`));
      const cells = book.sheets[0]?.rows.slice(1).map((row) => row.map((cell) => String(cell ?? '')));
      expect(cells?.map((row) => wanted[0]?.map((_, i) => row[i] ?? ''))).toEqual(wanted);
      const text = new TextDecoder().decode(await bytes(`/soa/export?as=csv${of}`));
      expect(csvRows(text).slice(1)).toEqual(wanted);
    }
    const about = (await readXlsx(await bytes('/soa/export?version=SOA-1'))).sheets[1]?.rows;
    expect(about?.map((row) => String(row[0]))).toContain('approved by');
  });
});

async function decideAll(): Promise<void> {
  const { rows } = await read();
  await json('POST', '/soa/rows', {
    rows: rows.map(({ id }) => ({
      row: id,
      decide:
        id === 'A.5.15'
          ? { decision: 'in', reasons: [{ kind: 'baseline', text: 'CIS 6' }] }
          : { decision: 'out', justification: 'Not needed here.' },
    })),
  });
}

async function read() {
  return statementSchema.parse(await json('GET', '/soa'));
}

async function decide(row: string, body: unknown) {
  return decided.parse(await json('PUT', `/soa/rows/${row}`, body));
}

/** The recorded words, as the export of decisions knows them. */
async function words(): Promise<Readonly<Record<string, string>>> {
  const rows = await house.deps.db.inOrganisation(scope.org, (tx) =>
    tx
      .selectFrom('applicability')
      .select(['requirement', 'reason'])
      .where('known_until', 'is', null)
      .execute(),
  );
  return Object.fromEntries(rows.map((row) => [row.requirement, row.reason]));
}

async function postureOf(id: string): Promise<unknown> {
  const requirements = z.array(z.looseObject({ id: z.string() }));
  const { data } = z
    .object({ data: z.array(z.looseObject({ framework: z.string(), requirements })) })
    .parse(await json('GET', '/posture'));
  return data
    .find(({ framework }) => framework === 'iso27001:2022')
    ?.requirements.find((each) => each.id === id);
}

async function verifies(): Promise<void> {
  expect(await json('POST', '/ledger/verify', { rebuild: true })).toMatchObject({ ok: true });
}

async function json(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await ask(method, path, body);
  const answer: unknown = await response.json();
  expect([response.ok, answer]).toEqual([true, expect.anything()]);
  return answer;
}

/** A refusal of `METHOD /path`. */
async function fails(status: number, request: string, body?: unknown) {
  const [method = '', path = ''] = request.split(' ');
  const response = await ask(method, path, body);
  expect(response.status).toBe(status);
  return problem.parse(await response.json());
}

async function ask(method: string, path: string, body: unknown): Promise<Response> {
  return send(house, method, base + path, { headers: { ...OWNER, ...(await matching(method, path)) }, body });
}

/** Whatever is new stands at its first revision; a row is read for its tag. */
async function matching(method: string, path: string): Promise<Readonly<Record<string, string>>> {
  if (method === 'PATCH') return { 'if-match': '"1"' };
  if (method !== 'PUT' || !path.startsWith('/soa/rows/')) return {};
  const read = await send(house, 'GET', base + path, { headers: OWNER });
  return { 'if-match': read.headers.get('etag') ?? '"none"' };
}

async function bytes(path: string): Promise<Uint8Array> {
  const response = await send(house, 'GET', base + path, { headers: OWNER });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** Rows of a CSV as a spreadsheet reads them (RFC 4180). */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
