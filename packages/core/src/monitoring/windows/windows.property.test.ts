// What holds of the window engine for any timeline.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDay, dayOfDate } from '../../kernel/index.ts';
import {
  countOf,
  dayStates,
  evaluateControl,
  type Cadence,
  type ControlResult,
  type Occurrence,
} from './index.ts';
import { byDays, byYears, moved, type Move } from './testing/shifted.ts';
import { mapCadences, plainly, stories, type Story } from './testing/timelines.ts';

const KINDS: readonly Cadence['kind'][] = ['periodic', 'event', 'continuous'];
const OFTEN = { numRuns: 600 };

describe.each(KINDS)('a %s control', (kind) => {
  test('never passes without evidence, and evidence that nobody accepted is none', () => {
    fc.assert(
      fc.property(stories(kind), ({ timeline, frame }) => {
        const bare = evaluateControl({ ...timeline, performances: [], runs: [] }, frame);
        const doubtful = {
          ...timeline,
          performances: timeline.performances.map((act) => ({ ...act, review: 'pending' as const })),
          runs: timeline.runs.map((run) => ({ ...run, result: 'unknown' as const })),
        };
        expect(bare.coverage.filled).toBe(0);
        expect(bare.standing).not.toBe('clear');
        expect(dayStates(bare.occurrences, frame.window)).not.toContain('operated');
        expect(evaluateControl(doubtful, frame)).toEqual(bare);
      }),
      OFTEN,
    );
  });

  test('is clear only where every due occurrence is filled or still open, and one is filled', () => {
    fc.assert(
      fc.property(stories(kind), ({ timeline, frame }) => {
        const { standing, counts, coverage } = evaluateControl(timeline, frame);
        if (standing !== 'clear') return;
        expect(coverage.filled).toBeGreaterThan(0);
        expect(coverage.filled + counts.pending).toBe(counts.expected);
      }),
      OFTEN,
    );
  });

  // A part is evaluated for itself up to the cut; behind it, occurrences of the whole are left. Yearly slots
  // depend on the window's length by rule 1, and a grace that outlives a later slot's may give way to it.
  test('counts the same when its window is cut on any day and joined', () => {
    fc.assert(
      fc.property(stories(kind).map(plainly), fc.nat({ max: 420 }), ({ timeline, frame }, days) => {
        const cut = dateOfDay(
          Math.min(dayOfDate(frame.window.from) + 1 + days, dayOfDate(frame.window.until)),
        );
        const whole = evaluateControl(timeline, frame).occurrences.filter(isDue);
        const early = evaluateControl(timeline, { ...frame, window: { ...frame.window, until: cut } });
        const isEarly = (each: Occurrence) => dayIn(each) < dayOfDate(cut);
        expect(early.occurrences.filter(isDue).map(told)).toEqual(whole.filter(isEarly).map(told));
        const late = countOf(whole.filter((each) => !isEarly(each)));
        const joined = { ...countOf(early.occurrences.filter(isDue)) };
        for (const [state, count] of Object.entries(countOf(whole)))
          expect(pick(joined, state) + pick(late, state)).toBe(count);
      }),
      OFTEN,
    );
  });

  test('does not depend on the order in which anything came', () => {
    fc.assert(
      fc.property(stories(kind), ({ timeline, frame }) => {
        const turned = {
          ...timeline,
          performances: timeline.performances.toReversed(),
          runs: timeline.runs.toReversed(),
          outages: timeline.outages.toReversed(),
          events: timeline.events?.toReversed(),
        };
        expect(evaluateControl(turned, frame)).toEqual(evaluateControl(timeline, frame));
      }),
      OFTEN,
    );
  });

  test('lets one piece of evidence fill one slot of a scope at most, even when it is named twice', () => {
    fc.assert(
      fc.property(stories(kind), fc.nat({ max: 9 }), ({ timeline, frame }, names) => {
        const few = timeline.performances.map((act, at) => ({ ...act, evidence: `E-${at % (names + 1)}` }));
        const used = evaluateControl({ ...timeline, performances: few }, frame).occurrences.flatMap(
          ({ filledBy, scope }) => (filledBy ? [`${scope} ${filledBy.evidence}`] : []),
        );
        expect(new Set(used).size).toBe(used.length);
      }),
      OFTEN,
    );
  });

  test('is never proved by what was done before the window, or after today', () => {
    fc.assert(
      fc.property(stories(kind), ({ timeline, frame }) => {
        for (const { filledBy } of evaluateControl(timeline, frame).occurrences)
          if (filledBy) {
            expect(filledBy.day).toBeGreaterThanOrEqual(dayOfDate(frame.window.from));
            expect(filledBy.day).toBeLessThanOrEqual(dayOfDate(frame.today));
          }
      }),
      OFTEN,
    );
  });

  // In interval mode each run moves the days that are due behind it, so that only deviations can be compared;
  // a run before the window can only show that the next one is due earlier than the window alone would say.
  test('never loses coverage by more accepted evidence', () => {
    fc.assert(
      fc.property(stories(kind), fc.nat(), (story, pickAt) => {
        const { timeline, frame } = story;
        const isInside = (date: string) => !hasIntervals(story) || date >= frame.window.from;
        const less = {
          ...timeline,
          performances: without(timeline.performances, pickAt, (act) => isInside(act.performedAt)),
          runs: without(timeline.runs, pickAt, (run) => run.result === 'pass'),
        };
        const fewer = evaluateControl(less, frame);
        const more = evaluateControl(timeline, frame);
        expect(more.deviations.length).toBeLessThanOrEqual(fewer.deviations.length);
        if (hasIntervals(story)) return;
        expect(more.coverage.filled).toBeGreaterThanOrEqual(fewer.coverage.filled);
        expect(more.coverage.filled * fewer.coverage.of).toBeGreaterThanOrEqual(
          fewer.coverage.filled * more.coverage.of,
        );
      }),
      OFTEN,
    );
  });

  // 400 years are whole weeks and hold the same leap days; so are 28 years between 1901 and 2099.
  test.each([
    ['400 years', byDays(146_097)],
    ['28 years', byDays(10_227)],
    ['28 years back', byDays(-10_227)],
  ])('tells the same of everything moved by %s', (_years, move) => {
    fc.assert(
      fc.property(stories(kind), (story) => {
        expectMoved(story, move);
      }),
      { numRuns: 300 },
    );
  });
});

// Weekdays and intervals in days move against the months; slots of months in calendar mode do not, save that a
// slot of February ends on its last day, and a grace counted from the middle of it meets the leap day.
test('month slots tell the same of everything moved by any whole years', () => {
  fc.assert(
    fc.property(stories('periodic'), fc.integer({ min: -60, max: 60 }), (story, years) => {
      const still = inMonths(story);
      const later = moved(still, byYears(years));
      const toldIn = (year: number, { timeline, frame }: Story): readonly string[] =>
        evaluateControl(timeline, frame).occurrences.map(({ scope, control, last, state, filledBy }) => {
          const month = dateOfDay(last).slice(0, 7);
          const moment = `${Number(month.slice(0, 4)) - year}${month.slice(4)}`;
          return [scope, control, moment, state, filledBy?.evidence].join(' ');
        });
      expect(toldIn(years, later)).toEqual(toldIn(0, still));
    }),
    OFTEN,
  );
});

function inMonths(story: Story): Story {
  const frequencies = ['monthly', 'quarterly', 'semi_annual', 'annual'] as const;
  const { timeline, frame } = mapCadences(story, (cadence, at) => {
    if (cadence.kind !== 'periodic') return cadence;
    const frequency = frequencies[at % 4] ?? 'monthly';
    return {
      ...cadence,
      mode: 'calendar',
      frequency,
      graceDays: frequency === 'annual' ? 0 : cadence.graceDays,
    };
  });
  // Days between act and capture can hold a leap day too.
  const performances = timeline.performances.map((act) => ({ ...act, supported: true }));
  return { frame, timeline: { ...timeline, performances } };
}

function expectMoved(story: Story, move: Move): void {
  const still = evaluateControl(story.timeline, story.frame);
  const later = moved(story, move);
  const after = evaluateControl(later.timeline, later.frame);
  const day = (each: number): number => dayOfDate(move.date(dateOfDay(each)));
  expect(after.occurrences.map(told)).toEqual(
    still.occurrences.map((each) =>
      told({
        ...each,
        first: day(each.first),
        last: day(each.last),
        filledBy: each.filledBy && { ...each.filledBy, day: day(each.filledBy.day) },
      }),
    ),
  );
  expect(summary(after)).toEqual(summary(still));
}

function summary({ counts, coverage, standing, reconstructed, populationMissing }: ControlResult): object {
  return { counts, coverage, standing, reconstructed, populationMissing };
}

function told({ scope, control, item, first, last, state, filledBy }: Occurrence): string {
  const by = filledBy ? [filledBy.evidence, dateOfDay(filledBy.day)] : [];
  return [scope, control, item ?? '-', dateOfDay(first), dateOfDay(last), state, ...by].join(' ');
}

/** The list without one of the items that may go, chosen by a number. */
function without<T>(list: readonly T[], pickAt: number, mayGo: (item: T) => boolean): readonly T[] {
  const open = list.filter(mayGo);
  const gone = open[pickAt % Math.max(1, open.length)];
  return list.filter((item) => item !== gone);
}

function isDue({ state }: Occurrence): boolean {
  return state !== 'not_due';
}

/** The day by which an occurrence belongs to a window: that of the event, else the due day. */
function dayIn({ item, first, last }: Occurrence): number {
  return item === undefined ? last : first;
}

function pick(counts: object, state: string): number {
  return Number(new Map<string, unknown>(Object.entries(counts)).get(state));
}

function hasIntervals(story: Story): boolean {
  return story.timeline.line.some(({ schedule }) =>
    schedule.some(({ cadence }) => cadence.kind === 'periodic' && cadence.mode === 'interval'),
  );
}
