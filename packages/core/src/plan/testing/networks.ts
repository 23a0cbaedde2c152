// Networks of any shape, for what has to hold of all of them.
import fc from 'fast-check';
import { parsePlainDate, addDays, type PlainDate } from '../../kernel/index.ts';
import type { PlanNetwork, PlanTask, TaskWork, ThreePoint } from '../network.ts';

export function date(text: string): PlainDate {
  const found = parsePlainDate(text);
  if (!found) throw new Error(`no day: ${text}`);
  return found;
}

/** Mondays to Sundays. */
const start = fc.integer({ min: 0, max: 6 }).map((days) => addDays(date('2026-12-07'), days));
const roles = ['founder', 'security_lead', 'it_admin'] as const;

const estimate: fc.Arbitrary<ThreePoint> = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([a, b, c]) => {
    const [min = 0, mode = 0, max = 0] = [a, b, c].map((each) => each / 4).toSorted((x, y) => x - y);
    return { min, mode, max };
  });

const wait: fc.Arbitrary<TaskWork> = estimate.map((days) => ({ kind: 'wait', days }));
const effort: fc.Arbitrary<TaskWork> = fc
  .tuple(fc.constantFrom(...roles), estimate)
  .map(([role, days]) => ({ kind: 'effort', role, days }));
const capacity = fc.integer({ min: 1, max: 40 });
const milestone: fc.Arbitrary<TaskWork> = fc.constant({ kind: 'milestone' });

interface Asked {
  readonly work: fc.Arbitrary<TaskWork>;
  /** Booked, earliest and due days among the tasks. */
  readonly dates: boolean;
}

/** Any work, any dates. */
export const anyNetwork = networks({
  work: fc.oneof({ weight: 3, arbitrary: effort }, { weight: 2, arbitrary: wait }, milestone),
  dates: true,
});
/** Nobody works: only waits, and what waits for what. */
export const waitingNetwork = networks({ work: fc.oneof(wait, milestone), dates: false });
/** One role does everything, and nothing else is waited for. */
export const oneRoleNetwork = networks({
  work: estimate.map((days) => ({ kind: 'effort', role: 'founder', days })),
  dates: false,
});

function networks({ work, dates }: Asked): fc.Arbitrary<PlanNetwork> {
  const day = fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined, freq: 3 });
  const raw = fc.record({
    work,
    after: fc.array(fc.nat(), { maxLength: 3 }),
    fixed: dates ? day : fc.constant(undefined),
    notBefore: dates ? day : fc.constant(undefined),
    due: dates ? day : fc.constant(undefined),
  });
  return fc
    .record({
      start,
      list: fc.array(raw, { minLength: 1, maxLength: 14 }),
      capacity: fc.tuple(capacity, capacity, capacity),
      holidays: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 }),
    })
    .map(({ start: from, list, capacity: of, holidays }) => ({
      start: from,
      tasks: list.map(({ work: each, after, ...days }, i): PlanTask => {
        const at = (offset: number | undefined): PlainDate | undefined =>
          offset === undefined ? undefined : addDays(from, offset);
        return {
          id: `T${i}`,
          title: `Task ${i}`,
          lane: 'shared',
          work: each,
          // Only tasks that stand before it: no cycles.
          after: i === 0 ? [] : [...new Set(after.map((n) => `T${n % i}`))],
          fixed: at(days.fixed),
          notBefore: at(days.notBefore),
          due: at(days.due),
          because: 'A test.',
        };
      }),
      capacity: Object.fromEntries(roles.map((role, i) => [role, of[i] ?? 1])),
      holidays: holidays.map((offset) => addDays(from, offset)),
    }));
}
