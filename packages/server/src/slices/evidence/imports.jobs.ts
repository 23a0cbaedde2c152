// Dry runs that nobody committed are thrown away after a while; their bytes stay.
import { instantOfMillis, millisOfInstant } from '@assay/core';
import type { Job } from '../../app/jobs/job.ts';
import { waitingSince } from './imports.repository.ts';
import { discardImport } from './reading/reading.usecases.ts';

/** Days for which a dry run waits to be committed. */
export const DRY_RUN_DAYS = 30;

export const dryRunsExpire: Job = {
  name: 'dry-runs-expire',
  everyMinutes: 24 * 60,
  missed: 'latest',
  permission: 'evidence.add',
  prepare: ({ scope, deps, now }) =>
    Promise.resolve(async (tx) => {
      const before = instantOfMillis(millisOfInstant(now) - DRY_RUN_DAYS * 86_400_000);
      for (const id of await waitingSince(tx, scope, before))
        await discardImport({ tx, scope, now, deps }, id);
    }),
};
