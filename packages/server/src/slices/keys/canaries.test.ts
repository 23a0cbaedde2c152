// Nothing of an artefact or a secret stands plain anywhere: not in a table, not in a file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type House } from '../../testing/house.ts';
import { searchForCanaries } from './testing/canaries.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('finds none of 300 canaries in any table or file, and finds the one that is not sealed', async () => {
  const found = await searchForCanaries(house, 300);
  expect(found.hits).toEqual([]);
  expect(found.tables).toBeGreaterThan(60);
  expect(found.files).toBeGreaterThan(600);
  expect(found.control.hits).toEqual(['public.planted_secrets']);
}, 120_000);

it('keeps no key of a ledger plain', async () => {
  const scope = await house.organisation('signer');
  house.deps.keys.of(scope.org).sign(Buffer.from('x'));
  const files = readdirSync(house.data.keys, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  expect(files.some(({ name }) => name === `${scope.org}.signing`)).toBe(true);
  for (const each of files)
    expect(readFileSync(join(each.parentPath, each.name)).includes('PRIVATE KEY')).toBe(false);
});
