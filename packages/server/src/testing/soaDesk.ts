// A statement of applicability to be tried out: an organisation of its own for each test, and what is asked of it.
import { soaFrozen, soaRowOut } from '@assay/contract';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { z } from 'zod';
import type { OrgScope } from '../slices/access/access.module.ts';
import { openHouse, OWNER, send, type House } from './house.ts';

const lints = z.array(z.looseObject({ code: z.string(), row: z.string(), blocks: z.boolean() }));
const statementSchema = soaFrozen.extend({
  sentence: z.string(),
  rows: z.array(soaRowOut.extend({ tag: z.string() })),
  counts: z.looseObject({ in: z.int(), out: z.int(), undecided: z.int(), rows: z.int() }),
  reach: z.array(z.looseObject({ station: z.string(), whole: z.int(), of: z.int() })),
  blocking: z.int(),
});
export const decided = z.object({ row: soaRowOut.nullable(), tag: z.string(), lints });
const problem = z.looseObject({
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })).optional(),
});

export let house: House;
export let scope: OrgScope;
export let base = '';
let count = 0;

/** Opens a house for the tests of a file, and an organisation for each of them. */
export function withStatements(): void {
  beforeAll(async () => {
    house = await openHouse();
  });
  beforeEach(async () => {
    count += 1;
    scope = await house.organisation(`stated-${count}`);
    base = `/v1/orgs/${scope.slug}`;
  });
  afterAll(() => house.close());
}

export async function decideAll(): Promise<void> {
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

export async function read() {
  return statementSchema.parse(await json('GET', '/soa'));
}

export async function decide(row: string, body: unknown) {
  return decided.parse(await json('PUT', `/soa/rows/${row}`, body));
}

/** The recorded words, as the export of decisions knows them. */
export async function words(): Promise<Readonly<Record<string, string>>> {
  const rows = await house.deps.db.inOrganisation(scope.org, (tx) =>
    tx
      .selectFrom('applicability')
      .select(['requirement', 'reason'])
      .where('known_until', 'is', null)
      .execute(),
  );
  return Object.fromEntries(rows.map((row) => [row.requirement, row.reason]));
}

export async function postureOf(id: string): Promise<unknown> {
  const requirements = z.array(z.looseObject({ id: z.string() }));
  const { data } = z
    .object({ data: z.array(z.looseObject({ framework: z.string(), requirements })) })
    .parse(await json('GET', '/posture'));
  return data
    .find(({ framework }) => framework === 'iso27001:2022')
    ?.requirements.find((each) => each.id === id);
}

export async function verifies(): Promise<void> {
  expect(await json('POST', '/ledger/verify', { rebuild: true })).toMatchObject({ ok: true });
}

export async function json(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await ask(method, path, body);
  const answer: unknown = await response.json();
  expect([response.ok, answer]).toEqual([true, expect.anything()]);
  return answer;
}

/** A refusal of `METHOD /path`. */
export async function fails(status: number, request: string, body?: unknown) {
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

export async function bytes(path: string): Promise<Uint8Array> {
  const response = await send(house, 'GET', base + path, { headers: OWNER });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** Rows of a CSV as a spreadsheet reads them (RFC 4180). */
export function csvRows(text: string): readonly (readonly string[])[] {
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
