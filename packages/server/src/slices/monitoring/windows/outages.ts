// What windows ask of collectors, in the words of windows.
import type { ControlCode, Instant } from '@assay/core';

/** A time in which what looks at controls is known to have been blind. */
export interface KnownOutage {
  readonly controls: readonly ControlCode[] | 'all';
  readonly scope: string | undefined;
  readonly from: Instant;
  readonly until: Instant;
  readonly reason: string;
}
