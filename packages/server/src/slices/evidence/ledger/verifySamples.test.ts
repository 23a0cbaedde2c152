// A frozen list, what was drawn from it and what was tested cannot be rewritten unnoticed: each is named.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHouse, OWNER, send, type House } from '../../../testing/house.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { tamperWith, verification } from './testing/tamper.ts';
import { TOLD } from '../../../testing/leavers.ts';

let house: House;
let scope: OrgScope;
let count = 0;

const ROWS = Array.from({ length: 12 }, (_, i) => `E-${i},2026-0${(i % 4) + 1}-10,2026-0${(i % 4) + 1}-11`);

async function act(
  method: string,
  path: string,
  given: { readonly body?: unknown; readonly bytes?: string },
): Promise<unknown> {
  const headers = method === 'PUT' ? { ...OWNER, 'if-match': '"0"' } : OWNER;
  const answer = await send(house, method, `/v1/orgs/${scope.slug}${path}`, { headers, ...given });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
  return JSON.parse(text);
}

async function freeze(rows: readonly string[], body: object): Promise<void> {
  const bytes = `id,left on,removed on\n${rows.join('\n')}\n`;
  const stored = await act('POST', '/artefacts?filename=l.csv', { bytes });
  const { sha256: artefact } = z.object({ sha256: z.string() }).parse(stored);
  const draft = { artefact, filename: 'l.csv', kind: 'leavers', provenance: TOLD };
  const { id } = z.object({ id: z.string() }).parse(await act('POST', '/populations', { body: draft }));
  await act('POST', `/populations/${id}/freeze`, { body });
}

const result = (number: number, revision: number, mark: string) => ({
  number,
  revision,
  results: { A: mark },
  note: `seen ${revision + 1} times`,
  tested_on: '2026-05-02',
});

/** Two lists of which one took the other's place, a sample tested twice and extended, and one that is void. */
async function draw(): Promise<void> {
  await freeze(ROWS, {});
  const body = {
    population: 'P-1',
    control: 'C-30',
    size: { by: 'own', size: 4, because: 'one a month' },
    attributes: [{ letter: 'A', text: 'Access was removed', method: 'inspection' }],
  };
  const test = (...items: readonly object[]) => act('PUT', '/samples/S-1/results', { body: { items } });
  await act('POST', '/samples', { body });
  const rule = { kind: 'percent', percent: 10, least: 4, most: 40 };
  await act('PUT', '/sample-profiles/firm', { body: { title: 'Our firm', rule, source: 'their guide' } });
  await act('POST', '/samples', { body: { ...body, size: { by: 'profile', profile: 'firm' } } });
  await test(result(1, 0, 'pass'), result(2, 0, 'pass'));
  await test(result(2, 1, 'deviation'));
  await act('POST', '/samples/S-1/extend', { body: { to: 8, because: 'one deviation' } });
  await act('POST', '/samples/S-2/void', { body: { because: 'drawn twice' } });
  await freeze([...ROWS, 'E-99,2026-04-20,2026-04-20'], { supersedes: 'P-1' });
  await act('POST', '/populations/P-2/reconcile', { body: { population: 'P-1' } });
}

describe('populations and samples against the ledger', () => {
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    count += 1;
    scope = await house.organisation(`samples-${count}`);
    await draw();
  });

  it('agree as they were written', async () => {
    expect((await verification(house, scope)).faults).toEqual([]);
  });

  it.each([
    [
      'a row',
      `population_events set body = replace(body, '-11', '-10') where population = 1 and place = 3`,
      'frozen population P-1',
    ],
    [
      'the day of a row that windows read',
      `population_events set done = day where population = 1 and place = 3`,
      'frozen population P-1',
    ],
    [
      'a row and the digest over it',
      `populations set digest = repeat('0', 64) where seq = 2`,
      'frozen population P-2',
    ],
    [
      'where a list comes from',
      `populations set provenance = jsonb_set(provenance, '{everyPage}', 'false') where seq = 2`,
      'frozen population P-2',
    ],
    [
      'where a list comes from, to nothing',
      `populations set provenance = '[]' where seq = 2`,
      'frozen population P-2',
    ],
    ['a list that is thawed', `populations set state = 'draft' where seq = 1`, 'frozen population P-1'],
    [
      'what took a list’s place',
      `populations set superseded_by = null, superseded_at = null where seq = 1`,
      'superseded population P-1',
    ],
    [
      'a second source',
      `population_reconciliations set result = jsonb_set(result, '{there}', '13')`,
      'second source of population P-2 number 1',
    ],
    [
      'whether a second source agrees',
      `population_reconciliations set agrees = true`,
      'second source of population P-2 number 1',
    ],
    [
      'a seed',
      `samples set definition = jsonb_set(definition, '{seed}', '"mine"') where seq = 1`,
      'draw of sample S-1',
    ],
    ['the number of a draw', `samples set draw = 7 where seq = 2`, 'draw of sample S-2'],
    [
      'an item',
      `sample_items set rank = 11, row_text = '{}' where number = 2 and step = 1`,
      'draw of sample S-',
    ],
    [
      'the row of an item alone',
      `sample_items set row_text = replace(row_text, '-11', '-10') where number = 6`,
      'draw of sample S-1',
    ],
    ['the shares of the months', `samples set parts = '[]' where seq = 1`, 'draw of sample S-1'],
    [
      'an extension’s reason',
      `samples set extensions = jsonb_set(extensions, '{0,because}', '"none"') where seq = 1`,
      'extension of sample S-1 from 4 items',
    ],
    [
      'an extension that is gone',
      `samples set extensions = '[]' where seq = 1`,
      'extension of sample S-1 from 4 items',
    ],
    [
      'a result',
      `sample_items set results = '{"A": "pass"}' where number = 2 and revision = 2`,
      'test of sample S-1 item 2',
    ],
    [
      'a result that is taken back',
      `sample_items set results = '{}', revision = 0, tester = null, tested_on = null, note = '' where number = 1 and revision = 1`,
      'test of sample S-1 item 1',
    ],
    [
      'a result that nobody said',
      `sample_items set results = '{"A": "pass"}' where number = 3 and step = 1`,
      'test of sample S-1 item 3',
    ],
    [
      'a note',
      `sample_items set note = 'fine' where number = 2 and revision = 2`,
      'test of sample S-1 item 2',
    ],
    [
      'who tested',
      `sample_items set tester = 'Somebody' where number = 1 and revision = 1`,
      'test of sample S-1 item 1',
    ],
    [
      'the source of a profile',
      `sample_profile_versions set source = 'our own guess'`,
      'sample profile firm',
    ],
    [
      'which version of a profile a draw took',
      `samples set definition = jsonb_set(definition, '{profile,revision}', '2') where seq = 2`,
      'draw of sample S-2',
    ],
    ['a void that is taken back', `samples set voided = null where seq = 2`, 'voided sample S-2'],
  ])('names %s', async (_, change, item) => {
    expect(await tamperWith(house, scope, `update ${change}`)).toBeGreaterThan(0);
    const found = await verification(house, scope);
    expect(found.faults.map((fault) => fault.item)).toEqual(
      expect.arrayContaining([expect.stringContaining(item)]),
    );
  });

  it('names a draw that is deleted, as if it had never been', async () => {
    expect(await tamperWith(house, scope, 'delete from samples where seq = 1')).toBeGreaterThan(0);
    const { faults } = await verification(house, scope);
    expect(faults.map(({ item }) => item)).toContain('draw of sample S-1');
  });
});
