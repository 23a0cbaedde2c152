// Single bits, turned at random in everything that is stored: verification finds each one and names it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type House } from '../../../testing/house.ts';
import { runFlips } from './testing/campaign.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it('finds 60 random single-bit flips over artefacts, rows, tiles, heads and the key’s memory, and names each', async () => {
  const ended = await runFlips(house, { flips: 60, seed: 20_260_601 });
  expect(ended.missed).toEqual([]);
  expect(ended.found).toBe(60);
}, 300_000);
