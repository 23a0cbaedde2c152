// The clean start and the reachable end are those that trying every day finds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOfDay, dayOfDate } from '../../kernel/index.ts';
import { earliestCleanStart, evaluateControl, latestCleanEnd, type Cadence } from './index.ts';
import { stories, type Story } from './testing/timelines.ts';

const KINDS: readonly Cadence['kind'][] = ['periodic', 'event', 'continuous'];

/** A window of at most 90 days, because each of them is tried. */
function brief({ timeline, frame }: Story): Story {
  const length = ((dayOfDate(frame.window.until) - dayOfDate(frame.window.from)) % 90) + 1;
  return {
    timeline,
    frame: { ...frame, window: { ...frame.window, until: addDays(frame.window.from, length) } },
  };
}

function isClean({ timeline, frame }: Story, from: number, until: number): boolean {
  const window = { from: dateOfDay(from), until: dateOfDay(until) };
  return evaluateControl(timeline, { ...frame, window }).deviations.length === 0;
}

test.each(KINDS)('for two %s controls', (kind) => {
  fc.assert(
    fc.property(stories(kind).map(brief), stories(kind), (story, { timeline }) => {
      const { frame } = story;
      const from = dayOfDate(frame.window.from);
      const until = dayOfDate(frame.window.until);
      const both = [story, { timeline, frame }];
      const days = Array.from({ length: until - from }, (_, at) => from + at);
      const start = days.find((day) => both.every((each) => isClean(each, day, until)));
      const end = days.findLast((day) => both.every((each) => isClean(each, from, day + 1)));
      const timelines = both.map((each) => each.timeline);
      expect(earliestCleanStart(timelines, frame)).toBe(start === undefined ? undefined : dateOfDay(start));
      expect(latestCleanEnd(timelines, frame)).toBe(end === undefined ? undefined : dateOfDay(end));
    }),
    { numRuns: 150 },
  );
});
