// Tables of the trail slice.
import type { Instant } from '@assay/core';

export interface TrailTables {
  trail_streams: { org_id: string; target: string; seq: number; at: Instant };
}
