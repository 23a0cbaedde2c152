// Whatever is sent to whichever route: never a server error, always a problem document, never inner text.
// Short by default; ASSAY_FUZZ=500000 is the campaign, ASSAY_FUZZ_SEED another walk.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fire, shots, type Breach } from './fuzz.ts';
import { furnish, type Furniture } from './furniture.ts';
import { openHouse, type House } from './house.ts';

const COUNT = Number(process.env['ASSAY_FUZZ'] ?? 1500);
const SEED = Number(process.env['ASSAY_FUZZ_SEED'] ?? 20_261);
const ROUND = 1000;
const SHOWN = 12;

describe('hostile requests', () => {
  let house: House;
  let things: Furniture;
  beforeAll(async () => {
    house = await openHouse();
    things = await furnish(house, await house.organisation('target'));
  });
  afterAll(() => house.close());

  it(
    `${COUNT} of them get answers of Assay’s own`,
    async () => {
      const breaches = new Map<string, Breach>();
      for (let done = 0; done < COUNT; done += ROUND) {
        const round = shots(things, 'target', { seed: SEED + done, count: Math.min(ROUND, COUNT - done) });
        for (const shot of round)
          for (const breach of await fire(house, shot))
            breaches.set(`${breach.rule} ${breach.shot.id} ${breach.status}`, breach);
      }
      expect([...breaches.values()].slice(0, SHOWN)).toEqual([]);
    },
    120_000 + COUNT * 200,
  );
});
