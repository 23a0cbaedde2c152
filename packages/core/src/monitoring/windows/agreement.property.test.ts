// Two engines that share no code tell the same of any timeline.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { naive } from '../../../../../vectors/windows/naive.ts';
import { dateOfDay } from '../../kernel/index.ts';
import { evaluateControl, type Cadence, type Occurrence } from './index.ts';
import { stories } from './testing/timelines.ts';

const KINDS: readonly Cadence['kind'][] = ['periodic', 'event', 'continuous'];

function line({ scope, last, item, state, filledBy }: Occurrence): string {
  return [scope, dateOfDay(last), item ?? '-', state, ...(filledBy ? [filledBy.evidence] : [])].join(' ');
}

test.each(KINDS)(
  'a %s control is told the same by a naive engine that walks day by day',
  (kind) => {
    fc.assert(
      fc.property(stories(kind), ({ timeline, frame }) => {
        expect(evaluateControl(timeline, frame).occurrences.map(line).sort()).toEqual(naive(timeline, frame));
      }),
      { numRuns: 1000 },
    );
  },
  300_000,
);
