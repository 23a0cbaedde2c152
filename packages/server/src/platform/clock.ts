// The only place that asks what time it is.
import { instantOfMillis, type Instant } from '@assay/core';

/** Time as a port, so that tests and the demo can set it. */
export interface Clock {
  now(): Instant;
}

/** The machine's clock; never goes back while the program runs. */
export function systemClock(): Clock {
  let last = 0;
  return {
    now() {
      last = Math.max(last, Date.now());
      return instantOfMillis(last);
    },
  };
}
