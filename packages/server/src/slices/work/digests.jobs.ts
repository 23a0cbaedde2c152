// Every hour the digests that are due go out; each person has one a day at most, whoever sends it.
import type { Job } from '../../app/jobs/job.ts';
import { findOrganisation } from '../access/access.module.ts';
import { sendDigests } from './digests.usecases.ts';

export const digestJob: Job = {
  name: 'digests',
  everyMinutes: 60,
  missed: 'latest',
  permission: 'work.read',
  prepare: ({ scope, deps, now }) =>
    Promise.resolve(async (tx) => {
      const organisation = await findOrganisation(tx, scope);
      if (!organisation) return;
      const sent = await sendDigests({ tx, deps, scope, now }, organisation.settings.name);
      if (!sent.ok) throw new Error(sent.error.detail);
    }),
};
