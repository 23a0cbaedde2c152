// Random timelines told by the window engine and by the naive one of the vectors: any difference ends the campaign.
import { dateOfDay, evaluateControl, type Cadence, type Occurrence } from '@assay/core';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { stories } from '../packages/core/src/monitoring/windows/testing/timelines.ts';
import { naive } from '../vectors/windows/naive.ts';

const KINDS: readonly Cadence['kind'][] = ['periodic', 'periodic', 'event', 'continuous'];

/** 10,000 timelines (ASSAY_TIMELINES), half of them periodic. Throws with seed and path at a difference. */
export function timelinesCampaign(): void {
  const each = Math.ceil(Number(process.env['ASSAY_TIMELINES'] ?? '10000') / KINDS.length);
  const began = performance.now();
  let occurrences = 0;
  for (const kind of KINDS)
    fc.assert(
      fc.property(stories(kind), ({ timeline, frame }) => {
        const told = evaluateControl(timeline, frame).occurrences.map(line).sort();
        assert.deepEqual(told, naive(timeline, frame));
        occurrences += told.length;
      }),
      { numRuns: each },
    );
  const took = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`ok ${each * KINDS.length} timelines, ${occurrences} occurrences, 0 differences (${took} s)`);
}

function line({ scope, last, item, state, filledBy }: Occurrence): string {
  return [scope, dateOfDay(last), item ?? '-', state, ...(filledBy ? [filledBy.evidence] : [])].join(' ');
}
