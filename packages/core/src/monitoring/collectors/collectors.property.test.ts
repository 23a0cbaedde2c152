// What holds of any collector.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOfMillis, millisOfInstant, type Instant } from '../../kernel/index.ts';
import {
  collectorCondition,
  collectorOutages,
  judgeRuns,
  type Collector,
  type CollectorRun,
  type Promised,
} from './index.ts';

const HOUR = 3_600_000;
const OFTEN = { numRuns: 500 };
const START = 1_700_000_000_000;
const hour = (hours: number): Instant => instantOfMillis(START + hours * HOUR);

const promised = fc.record({
  everyHours: fc.integer({ min: 1, max: 48 }),
  tolerance: fc.constantFrom(1, 1.5, 2, 3),
  lists: fc.constantFrom('everything' as const, 'findings' as const),
  formats: fc.constantFrom([], ['sarif']),
});
const collectors: fc.Arbitrary<Collector> = fc
  .record({
    first: promised,
    later: fc.array(fc.tuple(fc.integer({ min: 1, max: 500 }), promised), { maxLength: 3 }),
    retired: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
  })
  .map(({ first, later, retired }) => ({
    startedAt: hour(0),
    retiredAt: retired === undefined ? undefined : hour(retired),
    promises: [
      { from: hour(0), ...first },
      ...later.toSorted(([a], [b]) => a - b).map(([at, each]): Promised => ({ from: hour(at), ...each })),
    ],
  }));
const runs: fc.Arbitrary<CollectorRun[]> = fc
  .array(
    fc.record({
      at: fc.integer({ min: -20, max: 500 }),
      rows: fc.constantFrom(0, 5),
      partial: fc.boolean(),
      error: fc.constantFrom(undefined, undefined, undefined, 'timeout' as const, 'authentication' as const),
      formats: fc.constantFrom(['sarif'], ['csv'], ['csv', 'sarif']),
      checks: fc.constantFrom(['a:1', 'a:2'], ['a:1'], ['b:1', 'b:2']),
      undone: fc.constantFrom(false, false, true),
      vouched: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    list.map(({ at, ...run }, i) => ({ ...run, id: String(i).padStart(3, '0'), endedAt: hour(at) })),
  );
const instants = fc.integer({ min: 1, max: 520 }).map(hour);

/** Whether a moment is dark, by the definition and nothing else. */
function isDark(collector: Collector, complete: readonly CollectorRun[], moment: number): boolean {
  const end = collector.retiredAt === undefined ? Infinity : millisOfInstant(collector.retiredAt);
  const start = millisOfInstant(collector.startedAt);
  if (moment < start || moment >= end) return false;
  const looks = complete
    .map((run) => millisOfInstant(run.endedAt))
    .filter((at) => at >= start && at <= moment);
  const [first] = collector.promises;
  const holding = collector.promises.findLast((each) => millisOfInstant(each.from) <= moment) ?? first;
  return moment - Math.max(start, ...looks) >= holding.everyHours * holding.tolerance * HOUR;
}

function isTold(
  collector: Collector,
  complete: readonly CollectorRun[],
  of: { moment: number; at: Instant },
) {
  const judged = complete
    .toSorted((a, b) => (a.endedAt < b.endedAt ? -1 : 1))
    .map((run) => ({ run, verdict: { complete: true as const, vouched: false } }));
  return collectorOutages(collector, judged, of.at).some(
    ({ from, until }) =>
      millisOfInstant(from) <= of.moment && (until === undefined || of.moment < millisOfInstant(until)),
  );
}

describe('a collector', () => {
  test('is dark exactly when the definition says so', () => {
    fc.assert(
      fc.property(collectors, runs, instants, (collector, given, at) => {
        const told = collectorCondition(collector, given, at);
        const complete = told.runs.filter(({ verdict }) => verdict.complete).map(({ run }) => run);
        for (let moment = START - HOUR; moment < millisOfInstant(at); moment += HOUR / 2)
          expect([moment, isTold(collector, complete, { moment, at })]).toEqual([
            moment,
            isDark(collector, complete, moment),
          ]);
      }),
      { numRuns: 150 },
    );
  });

  test('is no less dark for runs that are unknown', () => {
    fc.assert(
      fc.property(collectors, runs, instants, (collector, given, at) => {
        const judged = judgeRuns(collector, given, at);
        const bare = (of: ReturnType<typeof collectorOutages>) => of.map(({ from, until }) => [from, until]);
        const known = judged.filter(({ verdict }) => verdict.complete);
        expect(bare(collectorOutages(collector, judged, at))).toEqual(
          bare(collectorOutages(collector, known, at)),
        );
        for (const { run, verdict } of judged)
          if (run.partial || run.error !== undefined || run.undone) expect(verdict.complete).toBe(false);
      }),
      OFTEN,
    );
  });

  test('is never darker for one more complete run', () => {
    fc.assert(
      fc.property(collectors, runs, fc.integer({ min: -10, max: 500 }), (collector, given, more) => {
        const at = hour(510);
        const [sample] = given;
        if (!sample) return;
        const with_ = [...given, { ...sample, id: 'more', endedAt: hour(more) }];
        for (let moment = START; moment < START + 510 * HOUR; moment += 3 * HOUR)
          if (isTold(collector, with_, { moment, at }))
            expect(isTold(collector, given, { moment, at })).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('is told the same in whatever order its runs are given, and whatever comes later', () => {
    fc.assert(
      fc.property(collectors, runs, instants, (collector, given, at) => {
        const told = collectorCondition(collector, given, at);
        expect(collectorCondition(collector, given.toReversed(), at)).toEqual(told);
        const later = { ...given[0], id: 'later', endedAt: hour(600) };
        const all = given[0] ? [...given, { ...given[0], ...later }] : given;
        expect(collectorCondition(collector, all, at)).toEqual(told);
      }),
      OFTEN,
    );
  });

  test('is in an outage exactly while one has no end, and never on time without a complete run', () => {
    fc.assert(
      fc.property(collectors, runs, instants, (collector, given, at) => {
        const { state, outages, lastComplete, outageSince } = collectorCondition(collector, given, at);
        const open = outages.filter(({ until }) => until === undefined);
        expect(open.length).toBeLessThanOrEqual(1);
        expect(state === 'outage').toBe(open.length === 1);
        expect(outageSince).toBe(open[0]?.from);
        if (state === 'on_time') expect(lastComplete).toBeDefined();
      }),
      OFTEN,
    );
  });
});
