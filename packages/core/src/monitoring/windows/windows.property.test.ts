// What holds of the window engine for any timeline, and its agreement with a second, naive engine.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { naive } from '../../../../../vectors/windows/naive.ts';
import { dateOfDay } from '../../kernel/index.ts';
import { count, evaluateControl, isDeviation, type Cadence, type Occurrence } from './index.ts';
import { stories, type Story } from './testing/timelines.ts';

const KINDS: readonly Cadence['kind'][] = ['periodic', 'event', 'continuous'];
const FAITHFUL = { numRuns: 1000 };

function line({ scope, last, item, state, filledBy }: Occurrence): string {
  return [scope, dateOfDay(last), item ?? '-', state, ...(filledBy ? [filledBy.evidence] : [])].join(' ');
}

describe.each(KINDS)('a %s control', (kind) => {
  test('is told the same by a naive engine that walks day by day', () => {
    fc.assert(
      fc.property(stories(kind), ({ timeline, frame }) => {
        expect(evaluateControl(timeline, frame).occurrences.map(line).sort()).toEqual(naive(timeline, frame));
      }),
      FAITHFUL,
    );
  }, 300_000);

  test('never passes without evidence', () => {
    fc.assert(
      fc.property(stories(kind), ({ timeline, frame }) => {
        const bare = { ...timeline, performances: [], runs: [] };
        const { coverage, standing } = evaluateControl(bare, frame);
        expect(coverage.filled).toBe(0);
        expect(standing).not.toBe('clear');
      }),
    );
  });

  test('never passes by what nobody accepted or no run said', () => {
    fc.assert(
      fc.property(stories(kind), ({ timeline, frame }) => {
        const doubtful = {
          ...timeline,
          performances: timeline.performances.map((act) => ({ ...act, review: 'pending' as const })),
          runs: timeline.runs.map((run) => ({ ...run, result: 'unknown' as const })),
        };
        expect(evaluateControl(doubtful, frame).coverage.filled).toBe(0);
      }),
    );
  });

  test('is the sum of its parts, wherever the window is cut', () => {
    fc.assert(
      fc.property(stories(kind), fc.integer({ min: 0, max: 420 }), ({ timeline, frame }, cut) => {
        const { occurrences, counts } = evaluateControl(timeline, frame);
        const [first] = occurrences;
        const at = (first?.last ?? 0) + cut;
        const before = count(occurrences.filter((each) => each.last < at));
        const after = count(occurrences.filter((each) => each.last >= at));
        expect(before.expected + after.expected).toBe(counts.expected);
        expect(before.missed + after.missed).toBe(counts.missed);
      }),
    );
  });

  test('does not depend on the order in which evidence came', () => {
    fc.assert(
      fc.property(stories(kind), ({ timeline, frame }) => {
        const turned = {
          ...timeline,
          performances: timeline.performances.toReversed(),
          runs: timeline.runs.toReversed(),
          exclusions: timeline.exclusions.filter(() => true),
          ...(timeline.events ? { events: timeline.events.toReversed() } : {}),
        };
        expect(evaluateControl(turned, frame)).toEqual(evaluateControl(timeline, frame));
      }),
    );
  });

  test('lets one piece of evidence fill one slot of a scope at most', () => {
    fc.assert(
      fc.property(stories(kind), ({ timeline, frame }) => {
        const used = evaluateControl(timeline, frame).occurrences.flatMap(({ filledBy, scope }) =>
          filledBy ? [`${scope} ${filledBy.evidence}`] : [],
        );
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });

  test('gains no deviation by more accepted evidence', () => {
    fc.assert(
      fc.property(stories(kind), fc.nat(), (story, pick) => {
        const { timeline, frame } = story;
        const { performances } = timeline;
        const without = performances.filter((_, at) => at !== pick % Math.max(1, performances.length));
        const fewer = evaluateControl({ ...timeline, performances: without }, frame);
        const more = evaluateControl(timeline, frame);
        if (mode(story) === 'interval' || timeline.scopes.length > 1) return;
        expect(more.occurrences.filter(isDeviation).length).toBeLessThanOrEqual(
          fewer.occurrences.filter(isDeviation).length,
        );
        expect(more.coverage.filled * Math.max(1, fewer.coverage.of)).toBeGreaterThanOrEqual(
          fewer.coverage.filled * Math.max(1, more.coverage.of),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

/** Interval clocks start anew with each run, so that their denominators differ; see vectors/windows. */
function mode({ timeline }: Story): 'interval' | 'calendar' {
  const intervals = timeline.line.some(({ schedule }) =>
    schedule.some(({ cadence }) => cadence.kind === 'periodic' && cadence.mode === 'interval'),
  );
  return intervals ? 'interval' : 'calendar';
}
