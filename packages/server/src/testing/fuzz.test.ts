// Whatever is sent to whichever route: never a server error, always a problem document, never inner text.
// Short by default, and then a long walk also asks what memory it cost: ASSAY_FUZZ=500000 is the campaign, ASSAY_FUZZ_SEED another walk.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { returnMemory } from '../platform/memory.ts';
import { fire, shots, type Breach } from './fuzz.ts';
import { furnish, type Furniture } from './furniture.ts';
import { openHouse, type House } from './house.ts';

const COUNT = Number(process.env['ASSAY_FUZZ'] ?? 1500);
const SEED = Number(process.env['ASSAY_FUZZ_SEED'] ?? 20_261);
const ROUND = 1000;
const SHOWN = 12;
/** What a long walk may leave behind, in MiB, after the first rounds have warmed everything up. */
const WARM = 5 * ROUND;
const GROWTH = 100;

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
      let warm = 0;
      for (let done = 0; done < COUNT; done += ROUND) {
        if (done === WARM) warm = resident();
        const round = shots(things, 'target', { seed: SEED + done, count: Math.min(ROUND, COUNT - done) });
        for (const shot of round)
          for (const breach of await fire(house, shot))
            breaches.set(`${breach.rule} ${breach.shot.id} ${breach.status}`, breach);
      }
      expect([...breaches.values()].slice(0, SHOWN)).toEqual([]);
      if (warm === 0) return;
      const grown = resident() - warm;
      console.log(`${COUNT} hostile requests, 0 breaches, ${grown.toFixed(0)} MiB grown`);
      expect(grown).toBeLessThan(GROWTH);
    },
    120_000 + COUNT * 200,
  );
});

/** Resident memory in MiB, once everything that nobody holds is given back. */
function resident(): number {
  returnMemory();
  return process.memoryUsage().rss / 1024 ** 2;
}
