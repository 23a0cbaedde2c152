// What holds of the network of any option, whatever remains to be done.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ADVICE_OPTIONS, LEADS_TO } from '../credential.ts';
import type { PlanGround } from '../ground.ts';
import { schedule, type Schedule } from '../schedule/schedule.ts';
import type { PlanNetwork } from '../network.ts';
import { anyGround, groupedOf } from '../testing/grounds.ts';
import { credentialsOf, networkOf } from './network.ts';

const option = fc.constantFrom(...ADVICE_OPTIONS);

function of(network: PlanNetwork): Schedule {
  const found = schedule(network);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

test('every option has a network that can be scheduled, which gives exactly its credentials that are not held', () => {
  fc.assert(
    fc.property(anyGround, option, (ground, of_) => {
      const network = networkOf(of_, ground);
      expect(schedule(network).ok).toBe(true);
      const gives = network.tasks.flatMap(({ gives: each }) => each ?? []);
      expect(gives.toSorted()).toEqual(credentialsOf(of_, ground).toSorted());
      expect(LEADS_TO[of_].every((each) => gives.includes(each) || ground.held.includes(each))).toBe(true);
      expect(network.tasks.every(({ because, title }) => because !== '' && title !== '')).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('closing a gap never adds a task, and takes nothing away but its own', () => {
  fc.assert(
    fc.property(anyGround, option, fc.nat(), (ground, of_, n) => {
      if (ground.work.kind !== 'detailed' || ground.work.items.length === 0) return;
      const closed = ground.work.items[n % ground.work.items.length];
      const items = ground.work.items.filter((each) => each !== closed);
      const ids = (with_: PlanGround): readonly string[] => networkOf(of_, with_).tasks.map(({ id }) => id);
      const before = ids(ground);
      const after = ids({ ...ground, work: { kind: 'detailed', items } });
      expect(after).toEqual(before.filter((id) => id !== closed?.id));
      const fewer = ids(groupedOf({ ...ground, work: { kind: 'detailed', items } }));
      expect(ids(groupedOf(ground))).toEqual(expect.arrayContaining([...fewer]));
    }),
    { numRuns: 200 },
  );
});

test('work by group and thing by thing end alike: 99 of 100 within a week, all within 15 % of the days', () => {
  const cases = fc.sample(anyGround, { numRuns: 300, seed: 20_261_201 }).flatMap((ground) =>
    ADVICE_OPTIONS.map((each) => {
      const [grouped, detailed] = [groupedOf(ground), ground].map((one) => of(networkOf(each, one)).days);
      return { off: Math.abs((grouped ?? 0) - (detailed ?? 0)), days: detailed ?? 0 };
    }),
  );
  expect(cases.filter(({ off, days }) => off > Math.max(7, days * 0.15))).toEqual([]);
  expect(cases.filter(({ off }) => off <= 7).length / cases.length).toBeGreaterThan(0.99);
});
