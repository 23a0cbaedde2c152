// Pasts rewritten by raw SQL in every table that the ledger answers for: whoever kept a checkpoint has each one named.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type House } from '../../../testing/house.ts';
import { TENANT_TABLES } from '../../access/access.module.ts';
import { LEDGER_BACKED, NOT_BACKED } from './testing/backed.ts';
import { runRewritings } from './testing/campaign.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('finds 60 random updates, deletions, swaps, cuts, forks and rollbacks, and names each', async () => {
  const ended = await runRewritings(house, { count: 60, seed: 20_260_701 });
  expect(ended.missed).toEqual([]);
  expect(ended.found).toBe(60);
}, 300_000);

it('knows of every table whether the ledger answers for it', () => {
  const known = [...Object.keys(LEDGER_BACKED), ...Object.keys(NOT_BACKED)];
  expect(TENANT_TABLES.filter((table) => !known.includes(table))).toEqual([]);
});
