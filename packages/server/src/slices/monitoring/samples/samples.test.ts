// A sample from its draw to its files: recorded with its number, tested, extended, voided, drawn again by strangers.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recipeField, samplesRoutes } from '@assay/contract';
import { recipeFaults, type JsonValue } from '@assay/core';
import { openXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sha256 } from '../../../platform/crypto.ts';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import { tellSource } from '../../../testing/leavers.ts';

const second = fileURLToPath(
  new URL('../../../../../../vectors/sampling/assay_resample.py', import.meta.url),
);
const detail = samplesRoutes['samples.read'].returns;
const page = samplesRoutes['samples.list'].returns;
type Sample = z.infer<typeof detail>;

const ATTRIBUTES = [
  { letter: 'A', text: 'Access was removed within a day', method: 'inspection' },
  { letter: 'B', text: 'The ticket names who did it', method: 'inspection' },
];
const ROWS = Array.from(
  { length: 40 },
  (_, i) =>
    `E-${i},2026-0${(i % 4) + 1}-10,2026-0${(i % 4) + 1}-11,${i % 5 === 0 ? '=HYPERLINK("x")' : 'Büro 🎲 _x0041_'}`,
);

describe('a sample', () => {
  let house: House;
  let folder: string;
  beforeAll(async () => {
    house = await openHouse();
    folder = mkdtempSync(join(tmpdir(), 'assay-samples-'));
    await house.organisation('lists');
    const stored = await call('POST', '/artefacts?filename=leavers.csv', {
      bytes: `id,left on,access removed on,team\n${ROWS.join('\n')}\n`,
    });
    const { sha256: artefact } = z.object({ sha256: z.string() }).parse(stored.answer);
    await call('POST', '/populations', { body: { artefact, filename: 'leavers.csv', kind: 'leavers' } });
  });
  afterAll(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function call(
    method: string,
    path: string,
    given: { readonly body?: unknown; readonly bytes?: string } = {},
  ): Promise<{ readonly status: number; readonly answer: unknown }> {
    const response = await send(house, method, `/v1/orgs/lists${path}`, { headers: OWNER, ...given });
    const text = await response.text();
    const answer: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, answer };
  }
  async function file(path: string): Promise<Buffer> {
    const response = await send(house, 'GET', `/v1/orgs/lists${path}`, { headers: OWNER });
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  }
  const draw = (more: object = {}) =>
    call('POST', '/samples', {
      body: {
        population: 'P-1',
        control: 'C-30',
        size: { by: 'own', size: 8, because: 'two a month' },
        attributes: ATTRIBUTES,
        ...more,
      },
    });
  const sampleOf = (made: { readonly answer: unknown }): Sample => detail.parse(made.answer);
  const read = async (id: string): Promise<Sample> => sampleOf(await call('GET', `/samples/${id}`));
  const code = (made: { readonly answer: unknown }): unknown =>
    z.looseObject({ code: z.string() }).parse(made.answer).code;

  it('is not drawn from a draft, nor from nothing', async () => {
    expect(code(await draw())).toBe('population.not_frozen');
    expect(code(await draw({ population: 'P-9' }))).toBe('population.not_found');
    await tellSource(house, '/v1/orgs/lists');
    expect((await call('POST', '/populations/P-1/freeze', { body: {} })).status).toBe(200);
  });

  it('is spread over the months and stands in the ledger with its number, its seed and its items', async () => {
    const made = await draw();
    const sample = sampleOf(made);
    expect(made.status).toBe(201);
    expect(sample).toMatchObject({ code: 'S-1', draw: 1, draws: 1, seed_from: 'random', sizes: [8] });
    expect(sample.seed).toMatch(/^hex:[0-9a-f]{64}$/);
    expect(sample.parts.map(({ name, size, taken }) => [name, size, taken])).toEqual([
      ['2026-01', 10, [2]],
      ['2026-02', 10, [2]],
      ['2026-03', 10, [2]],
      ['2026-04', 10, [2]],
    ]);
    expect(sample.sheet).toMatchObject({ outcome: 'open', untested: 8, upper_rate: 1 });
    const entries = JSON.stringify((await call('GET', '/ledger/entries?limit=200')).answer);
    expect(entries).toContain('sample.drawn');
  });

  it('cannot be fished for: another draw is the second, and both are shown', async () => {
    const again = sampleOf(await draw({ seed: 'the auditor’s dice: 4 1 6' }));
    expect(again).toMatchObject({ code: 'S-2', draw: 2, draws: 2, seed_from: 'typed' });
    expect(sampleOf(await draw({ control: 'C-35' }))).toMatchObject({ code: 'S-3', draw: 1, draws: 1 });
    const list = page.parse((await call('GET', '/samples?population=P-1&control=C-30')).answer);
    expect(list.data.map(({ code: id, draws }) => [id, draws])).toEqual([
      ['S-2', 2],
      ['S-1', 2],
    ]);
    const first = page.parse((await call('GET', '/samples?limit=2')).answer);
    const next = page.parse((await call('GET', `/samples?limit=2&cursor=${first.next_cursor ?? ''}`)).answer);
    expect([...first.data, ...next.data].map(({ code: id }) => id)).toEqual(['S-3', 'S-2', 'S-1']);
  });

  it('takes its size from a profile, with the reason', async () => {
    const sample = sampleOf(
      await draw({ control: 'C-07', size: { by: 'profile', profile: 'common', frequency: 'weekly' } }),
    );
    expect([sample.sizes, sample.reason]).toEqual([
      [5],
      expect.stringMatching(/^By frequency: 5 for a weekly/),
    ]);
    expect(sample.profile).toMatchObject({ name: 'common', revision: 0, frequency: 'weekly' });
    expect(code(await draw({ size: { by: 'profile', profile: 'uncommon' } }))).toBe(
      'sample_profile.not_found',
    );
    expect(code(await draw({ size: { by: 'own', size: 41, because: 'too many' } }))).toBe(
      'sample.not_drawable',
    );
    expect(code(await draw({ seed: 'hex:0' }))).toBe('sample.not_drawable');
    expect(code(await draw({ control: 'C-9999' }))).toBe('control.not_found');
    // What was refused used up no number.
    expect(sampleOf(await draw({ control: 'C-06' })).code).toBe('S-5');
  });

  it('takes the class of the schedule where nobody says how often the control runs', async () => {
    const size = { by: 'profile', profile: 'common' };
    const { status, answer } = await call('GET', '/controls/C-10/schedule');
    expect([status, z.looseObject({ cadence: z.unknown() }).parse(answer).cadence]).toEqual([
      200,
      expect.objectContaining({ kind: 'periodic', frequency: 'quarterly' }),
    ]);
    const sample = sampleOf(await draw({ control: 'C-10', size }));
    expect(sample.profile).toMatchObject({ name: 'common', frequency: 'quarterly' });
    expect(sample.reason).toMatch(/^By frequency: 2 for a quarterly control/);
  });

  const test = (items: readonly object[], id = 'S-1') =>
    call('PUT', `/samples/${id}/results`, { body: { items } });
  const row = (number: number, revision: number, results: object) => ({
    number,
    revision,
    results,
    tested_on: '2026-05-02',
  });

  it('is tested item by item, never over somebody else’s word, all or none', async () => {
    const one = sampleOf(await test([row(1, 0, { A: 'pass' })]));
    expect(one.items[0]).toMatchObject({ result: 'not_tested', results: { A: 'pass', B: 'not_tested' } });
    expect(one.items[0]).toMatchObject({ revision: 1, tested_on: '2026-05-02' });
    expect(one.items[0]?.tester).toBe(one.made_by);
    expect(code(await test([row(2, 0, { A: 'pass' }), row(1, 0, { B: 'pass' })]))).toBe(
      'sample.item_changed',
    );
    expect((await read('S-1')).items[1]).toMatchObject({ revision: 0, result: 'not_tested' });
    expect(code(await test([row(9, 0, { A: 'pass' })]))).toBe('sample.item_not_found');
    expect(code(await test([row(2, 0, { C: 'pass' })]))).toBe('sample.item_not_found');
    expect(code(await test([{ ...row(2, 0, { A: 'pass' }), evidence: ['E-99'] }]))).toBe(
      'evidence.not_found',
    );
    const both = { A: 'pass', B: 'pass' };
    const rest = Array.from({ length: 6 }, (_, i) => row(i + 3, 0, both));
    const done = sampleOf(
      await test([
        row(1, 1, both),
        { ...row(2, 0, { A: 'deviation', B: 'pass' }), note: '=removed after 9 days' },
        ...rest,
      ]),
    );
    expect(done.sheet).toMatchObject({ tested: 8, deviations: 1, outcome: 'deviations' });
    expect(done.sheet.sentence).toMatch(/^1 of 8 tested items deviates \(12\.5 %\)\. With 95 % confidence/);
  });

  it('is extended as a decision: what was drawn and tested stays', async () => {
    const before = await read('S-1');
    const extend = (to: number) =>
      call('POST', '/samples/S-1/extend', { body: { to, because: 'one deviation' } });
    expect(code(await extend(8))).toBe('sample.not_drawable');
    expect(code(await extend(41))).toBe('sample.not_drawable');
    const after = sampleOf(await extend(16));
    expect(after.items.slice(0, 8)).toEqual(before.items);
    expect(after.items.slice(8).every(({ step, result }) => step === 2 && result === 'not_tested')).toBe(
      true,
    );
    expect(after.extensions).toMatchObject([{ from: 8, to: 16, because: 'one deviation' }]);
    expect(after.sheet.outcome).toBe('open');
    expect(after.parts.map(({ taken }) => taken)).toEqual(Array.from({ length: 4 }, () => [2, 2]));
  });

  it('leaves as JSON that core and the second program draw again', async () => {
    const text = (await file('/samples/S-1/export?as=json')).toString('utf8');
    const value = z.looseObject({ rows: z.array(z.custom<JsonValue>()) }).parse(JSON.parse(text));
    expect(recipeFaults(recipeField.parse(value), value.rows.toReversed(), sha256)).toEqual({
      ok: true,
      value: [],
    });
  });

  it('leaves as a workbook that another reader opens, with no formula and nothing cut off', async () => {
    const path = join(folder, 'S-1.xlsx');
    writeFileSync(path, await file('/samples/S-1/export?as=xlsx'));
    const book = await openXlsx(await file('/samples/S-1/export?as=xlsx'));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Test sheet', 'Sample', 'Population', 'Recipe']);
    expect(book.sheets[2]?.rows.length).toBe(41);
    const recipe = JSON.stringify(book.sheets[3]?.rows);
    expect(recipe).toContain('assay-sample-v1');
    expect(JSON.stringify(book.sheets[0]?.rows)).toContain("'=removed after 9 days");
    if (spawnSync('python3', ['--version']).status !== 0)
      return console.log('skipped: the second reader needs python3, which is not installed');
    const said = execFileSync('python3', [second, 'verify', path], { encoding: 'utf8' });
    expect(said).toBe('16 items of 40 rows: the same sample\n');
    writeFileSync(join(folder, 'S-1.json'), await file('/samples/S-1/export?as=json'));
    expect(execFileSync('python3', [second, 'verify', join(folder, 'S-1.json')], { encoding: 'utf8' })).toBe(
      said,
    );
    const xml = execFileSync('python3', ['-c', ALL_SHEETS, path], { encoding: 'utf8' });
    expect(xml).not.toMatch(/<f[ >]/);
  });

  it('leaves its sheet as CSV that no spreadsheet runs', async () => {
    const lines = (await file('/samples/S-1/export?as=csv')).toString('utf8').split('\r\n');
    expect(lines[0]).toMatch(/^item,key,day,A: Access was removed within a day,/);
    expect(lines[2]).toContain("'=removed after 9 days");
  });

  it('is voided with a reason, stays where it was, and takes nothing more', async () => {
    const voided = sampleOf(
      await call('POST', '/samples/S-2/void', { body: { because: 'wrong control named' } }),
    );
    expect(voided.voided).toMatchObject({ because: 'wrong control named' });
    expect(code(await test([row(1, 0, { A: 'pass' })], 'S-2'))).toBe('sample.voided');
    expect(code(await call('POST', '/samples/S-2/extend', { body: { to: 9, because: 'more' } }))).toBe(
      'sample.voided',
    );
    expect((await call('DELETE', '/samples/S-2')).status).toBe(405);
    expect(sampleOf(await draw())).toMatchObject({ draw: 3, draws: 3 });
  });
});

const ALL_SHEETS =
  'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nprint("".join(z.read(n).decode() for n in z.namelist() if "worksheets/sheet" in n))';
