// What was promised, against the courses of a plan and against the facts of an option: one verdict, whole periods only.
import { expect, test } from 'vitest';
import { addDays } from '../kernel/index.ts';
import { groundOf, networkOf, simulatePlan, type PlanSimulation } from '../plan/index.ts';
import { costGround } from './cost/index.ts';
import { meetingSentence } from './headline.ts';
import { meetingsOf } from './meeting.ts';
import { factsFrom, NO_CIRCUMSTANCES, windowDaysFor } from './optionFacts.ts';
import { checkSituation } from './check.ts';
import { windowRisk } from './windowRisk.ts';
import { promisesOf } from './promises.ts';
import { scoresOf } from './score.ts';
import { WEIGHTS } from './criteria.ts';
import { demandOf } from './demand.ts';
import type { Deal, Situation } from './situation.ts';
import { company, day, factsOf, inDays } from './testing/facts.ts';

const TODAY = day('2026-12-01');

function deal(change: Partial<Deal>): Deal {
  return { name: 'A', amount: 100_000, currency: 'USD', due: inDays(500), needs: 'soc2_type2', ...change };
}

function waiting(change: Partial<Deal>): Situation {
  return company({ deals: [deal(change)] }).situation;
}

function simulated(): PlanSimulation {
  const ground = groundOf({
    start: TODAY,
    work: { kind: 'grouped', groups: [{ role: 'founder', serves: 'shared', days: 20 }] },
    capacity: { founder: 10 },
  });
  const found = simulatePlan(networkOf('both_in_parallel', ground), { seed: 'promises', runs: 400 });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

test('the verdict of a plan rests on the same days as its chance, whichever of two ways is quicker in a course', () => {
  const standing = { held: [], windowDays: 90 };
  const [open] = promisesOf(waiting({ needs: 'either' }), simulated(), standing);
  const ready = open?.ready;
  if (!ready) throw new Error('it is never met');
  const verdicts = [-1, 0, 1].flatMap((later) =>
    [ready.p50, ready.p90].map((on) => {
      const [meeting] = promisesOf(
        waiting({ needs: 'either', due: addDays(on, later) }),
        simulated(),
        standing,
      );
      return [meeting?.verdict, (meeting?.chance ?? 0) >= 0.5, meeting?.late?.p50];
    }),
  );
  expect(verdicts).toEqual([
    ['unlikely', false, 1],
    ['likely', true, 0],
    ['likely', true, 0],
    ['sure', true, 0],
    ['likely', true, 0],
    ['sure', true, 0],
  ]);
});

test('a Type II over fewer days than a buyer asks for is none to them, in the plan as in the advice', () => {
  const situation = waiting({ periodDays: 180 });
  const [planned] = promisesOf(situation, simulated(), { held: [], windowDays: 90 });
  const [advised] = meetingsOf(situation, factsOf('type2_directly', { windowDays: 90 }));
  for (const meeting of [planned, advised]) {
    expect(meeting).toMatchObject({ verdict: 'never', chance: 0, short: 90, ready: undefined });
    expect(meeting && meetingSentence(meeting)).toMatch(
      /over 180 days: the Type II period of this option has 90\.$/,
    );
  }
  const [long] = meetingsOf(situation, factsOf('type2_directly', { windowDays: 180 }));
  expect(long).toMatchObject({ verdict: 'sure', short: undefined });
});

test('a Type I still answers who takes any report, and what is held answers whatever its period was', () => {
  const any = waiting({ needs: 'soc2_any', periodDays: 180 });
  const [met] = meetingsOf(any, factsOf('type1_then_type2', { windowDays: 90 }));
  expect(met?.ready?.p50).toBe(inDays(150));
  const { existing } = any;
  const holds = { ...waiting({ periodDays: 180 }), existing: { ...existing, held: ['soc2_type2' as const] } };
  expect(meetingsOf(holds, factsOf('iso_first'))[0]).toMatchObject({ verdict: 'sure', chance: 1 });
});

test('a deal that asks for more days earns nothing with a period that is set and shorter', () => {
  const ground = costGround({});
  if (!ground.ok) throw new Error(ground.error.detail);
  const revenue = (periodDays: number): number | undefined => {
    const situation = waiting({ periodDays });
    const period = { from: inDays(30), until: inDays(120) };
    const facts = factsFrom(ground.value, { ...NO_CIRCUMSTANCES, ground: { period } })(situation);
    const direct = facts.ok && facts.value.find(({ option }) => option === 'type2_directly');
    if (!direct) throw new Error('there are no facts');
    expect([direct.windowDays, direct.windowAhead]).toEqual([90, 90]);
    const scores = scoresOf({ situation, demand: demandOf(situation), weights: WEIGHTS }, direct);
    return scores.find(({ criterion }) => criterion === 'revenue')?.value;
  };
  expect(revenue(90)).toBeGreaterThan(90_000);
  expect(revenue(91)).toBe(0);
});

test('whatever days a deal may ask for, the period can be as long', () => {
  const situation = waiting({ periodDays: 366 });
  expect(checkSituation(situation).ok).toBe(true);
  expect(windowDaysFor(situation, undefined)).toBe(366);
  expect(windowDaysFor(waiting({ periodDays: 30 }), undefined)).toBe(90);
  expect(windowDaysFor(waiting({ needs: 'iso27001', periodDays: 366 }), undefined)).toBe(90);
});

test('a Type I that is held lowers the risk of the period as one on the way does', () => {
  const { existing } = waiting({});
  const type2 = factsOf('type2_directly').credentials;
  const risk = (held: readonly 'soc2_type1'[], days = 0): number =>
    windowRisk(type2, { existing: { ...existing, held, evidenceDays: days } });
  expect([risk([]), risk(['soc2_type1'])]).toEqual([0.25, 0.15]);
  expect(risk(['soc2_type1'])).toBe(windowRisk(factsOf('type1_then_type2').credentials, { existing }));
  expect(risk(['soc2_type1'], 180)).toBe(0.05);
});
