// Tables of jobs.
import type { Instant } from '@assay/core';

export interface JobTables {
  job_plans: { org_id: string; job: string; planned_until: Instant };
}
