// What is in hand when: the dates of an option's credentials, laid against a need and a day.
import { addDays, daysBetween, type PlainDate } from '../kernel/index.ts';
import { MEETS, type Credential, type CredentialNeed } from '../plan/index.ts';
import type { DayRange } from '../plan/index.ts';
import type { OptionFacts } from './facts.ts';
import type { Situation } from './situation.ts';

export type Hand = ReadonlyMap<Credential, DayRange>;

const COURSES = ['p10', 'p50', 'p90'] as const;
export type Course = (typeof COURSES)[number];

/** Weights of the three courses for a mean (Swanson: 30, 40, 30 percent). */
const SWANSON: Readonly<Record<Course, number>> = { p10: 0.3, p50: 0.4, p90: 0.3 };

/** What the company holds today, and what the option brings: to who asks for more days its Type II is none. */
export function handOf({ today, existing }: Situation, facts: OptionFacts, periodDays = 0): Hand {
  const short = periodDays > facts.windowDays;
  const hand = new Map<Credential, DayRange>(
    facts.credentials
      .filter(({ credential }) => !(short && credential === 'soc2_type2'))
      .map(({ credential, ready }) => [credential, ready]),
  );
  for (const held of existing.held) hand.set(held, { p10: today, p50: today, p90: today });
  return hand;
}

/** When a need is met: of the ways that all come, the earliest in each course. Undefined: never. */
export function readyFor(need: CredentialNeed, hand: Hand): DayRange | undefined {
  const ways = MEETS[need].flatMap((way) => {
    const ranges = way.flatMap((credential) => hand.get(credential) ?? []);
    return ranges.length === way.length && ranges.length > 0 ? [ranges] : [];
  });
  if (ways.length === 0) return undefined;
  const at = (course: Course): PlainDate =>
    ways.map((ranges) => ranges.map((range) => range[course]).reduce(later)).reduce(earlier);
  return { p10: at('p10'), p50: at('p50'), p90: at('p90') };
}

/**
 * Chance that something is in hand by a day: a straight line through 10, 50 and 90 percent, carried on by a quarter of
 * its last stretch on either side. Never certain of what is ahead: at most 0.99 unless it is in hand today.
 */
export function chanceBy(ready: DayRange | undefined, day: PlainDate, today: PlainDate): number {
  if (ready === undefined || day < today) return 0;
  if (ready.p90 <= today) return 1;
  const [early, late] = [daysBetween(ready.p10, ready.p50), daysBetween(ready.p50, ready.p90)];
  const points: readonly (readonly [number, number])[] = [
    [-early - Math.max(1, early / 4), 0],
    [-early, 0.1],
    [0, 0.5],
    [late, 0.9],
    [late + Math.max(1, late / 4), 0.99],
  ];
  const at = daysBetween(ready.p50, day);
  const next = points.findIndex(([x]) => x > at);
  if (next === 0) return 0;
  const [before, after] = [points[(next === -1 ? points.length : next) - 1], points[next]];
  if (before === undefined) return 0;
  if (after === undefined) return before[1];
  return before[1] + ((after[1] - before[1]) * (at - before[0])) / (after[0] - before[0]);
}

/** Days from today until the end of a horizon in which something is in hand, in one course. */
export function daysInHand(ready: DayRange | undefined, course: Course, horizon: Horizon): number {
  if (ready === undefined) return 0;
  const until = addDays(horizon.today, horizon.days);
  return Math.max(0, Math.min(horizon.days, daysBetween(ready[course], until)));
}

export interface Horizon {
  readonly today: PlainDate;
  readonly days: number;
}

/** Weighted mean over the three courses. */
export function mean(of: (course: Course) => number): number {
  return COURSES.reduce((sum, course) => sum + SWANSON[course] * of(course), 0);
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}
