// Keys of erased bytes that a stop left between the commit and their destruction are destroyed.
import type { Job } from '../../app/jobs/job.ts';
import { finishErasures } from './erasure.usecases.ts';

export const erasuresEnd: Job = {
  name: 'erasures-end',
  everyMinutes: 10,
  missed: 'latest',
  permission: 'evidence.read',
  prepare: async ({ deps, scope }) => {
    await finishErasures(deps, scope);
    return () => Promise.resolve();
  },
};
