// Dry runs of kept tables that nobody committed are thrown away as those of evidence are; their bytes stay.
import { instantOfMillis, millisOfInstant } from '@assay/core';
import type { Job } from '../../app/jobs/job.ts';
import { DRY_RUN_DAYS } from '../evidence/imports.module.ts';
import { dropWaitingSince } from './kept.repository.ts';

export const keptDryRunsExpire: Job = {
  name: 'kept-dry-runs-expire',
  everyMinutes: 24 * 60,
  missed: 'latest',
  permission: 'soa.change',
  prepare: ({ scope, now }) =>
    Promise.resolve((tx) =>
      dropWaitingSince(tx, scope, instantOfMillis(millisOfInstant(now) - DRY_RUN_DAYS * 86_400_000)),
    ),
};
