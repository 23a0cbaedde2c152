// Where an import stands: what its row says, unless whoever read it has gone silent.
import { isInterrupted, type Instant } from '@assay/core';
import type { ImportRecord, ImportState } from '../imports.repository.ts';

/** The state as it is now. A server that was killed cannot say so; its silence does. */
export function stateAt(held: Pick<ImportRecord, 'state' | 'reading'>, now: Instant): ImportState {
  if (held.state !== 'reading') return held.state;
  return held.reading && !isInterrupted(held.reading.heardAt, now) ? 'reading' : 'interrupted';
}
