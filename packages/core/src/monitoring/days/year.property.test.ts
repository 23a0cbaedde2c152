// The bits say what a walk from day to day says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOfDate,
  instantOfMillis,
  branded,
  type Period,
  type PlainDate,
} from '../../kernel/index.ts';
import { localDay, UTC, type Run, type Zone } from '../windows/index.ts';
import { countYear, foldYear, spellYear, type YearGiven } from './index.ts';

const FROM = branded<PlainDate>('2026-01-01');
const BERLIN: Zone = {
  name: 'Europe/Berlin',
  standardMinutes: 60,
  offsets: [
    { from: instantOfMillis(Date.UTC(2026, 2, 29, 1)), minutes: 120 },
    { from: instantOfMillis(Date.UTC(2026, 9, 25, 1)), minutes: 60 },
  ],
};
const day = fc.integer({ min: -40, max: 420 });
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 200 }))
  .map(([from, days]): Period => ({ from: addDays(FROM, from), until: addDays(FROM, from + days) }));
const run = fc
  .record({
    minutes: fc.integer({ min: -40 * 1440, max: 420 * 1440 }),
    result: fc.constantFrom<Run['result']>('pass', 'pass', 'pass', 'fail', 'unknown'),
  })
  .map(({ minutes, result }) => ({
    at: instantOfMillis(dayOfDate(FROM) * 86_400_000 + minutes * 60_000),
    result,
  }));
const given = fc.record({
  period: fc
    .integer({ min: 0, max: 400 })
    .map((days): Period => ({ from: FROM, until: addDays(FROM, days) })),
  zone: fc.constantFrom(UTC, BERLIN),
  runs: fc.array(run, { maxLength: 300 }),
  expected: fc.array(period, { maxLength: 4 }),
});

/** One day after the other, with sets of dates. */
function walked({ period: { from, until }, zone, runs, expected }: YearGiven, within: Period) {
  const on = (result: Run['result']): ReadonlySet<PlainDate> =>
    new Set(runs.filter((each) => each.result === result).map(({ at }) => localDay(zone, at)));
  const [pass, fail] = [on('pass'), on('fail')];
  const counts = { expected: 0, seen: 0, passed: 0, failed: 0, longestUnseen: 0 };
  let row = 0;
  let spelled = '';
  for (let at = from; at < until; at = addDays(at, 1)) {
    const due = expected.some((each) => each.from <= at && at < each.until);
    const [failed, passed] = [fail.has(at), pass.has(at) && !fail.has(at)];
    spelled += failed ? 'f' : passed ? 'p' : due ? '-' : '.';
    if (at < within.from || at >= within.until) continue;
    row = due && !failed && !passed ? row + 1 : 0;
    counts.longestUnseen = Math.max(counts.longestUnseen, row);
    if (!due) continue;
    counts.expected += 1;
    counts.seen += failed || passed ? 1 : 0;
    counts.passed += passed ? 1 : 0;
    counts.failed += failed ? 1 : 0;
  }
  return { counts, spelled };
}

describe('a year in bits', () => {
  it('is what a walk over its days finds, whole and in every part', () => {
    fc.assert(
      fc.property(given, period, (each, within) => {
        const year = foldYear(each);
        const { counts, spelled } = walked(each, within);
        expect([countYear(year, within), spellYear(year)]).toEqual([counts, spelled]);
        expect(countYear(year)).toEqual(walked(each, each.period).counts);
      }),
      { numRuns: 500 },
    );
  });

  it('adds up from its parts', () => {
    fc.assert(
      fc.property(given, fc.nat(400), (each, cut) => {
        const year = foldYear(each);
        const middle = addDays(FROM, Math.min(cut, year.seen.length));
        const parts = [
          countYear(year, { from: each.period.from, until: middle }),
          countYear(year, { from: middle, until: each.period.until }),
        ];
        for (const key of ['expected', 'seen', 'passed', 'failed'] as const)
          expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(countYear(year)[key]);
      }),
    );
  });

  it('takes no day that was not told for a pass', () => {
    const year = foldYear({
      period: { from: FROM, until: addDays(FROM, 3) },
      zone: UTC,
      expected: [{ from: FROM, until: addDays(FROM, 3) }],
      runs: [
        { at: instantOfMillis(Date.UTC(2026, 0, 1, 5)), result: 'unknown' },
        { at: instantOfMillis(Date.UTC(2026, 0, 2, 5)), result: 'pass' },
        { at: instantOfMillis(Date.UTC(2026, 0, 2, 9)), result: 'fail' },
      ],
    });
    expect([spellYear(year), countYear(year).passed]).toEqual(['-f-', 0]);
  });
});
