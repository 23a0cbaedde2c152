// The id that a system of CI gives to the job: the same when a step is repeated, another when the job is run again.

const NAMES: readonly (readonly string[])[] = [
  ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB'],
  ['CI_JOB_ID'],
  ['BUILD_TAG'],
  ['BUILD_BUILDID', 'SYSTEM_JOBID'],
  ['BITBUCKET_BUILD_NUMBER', 'BITBUCKET_STEP_UUID'],
  ['CIRCLE_WORKFLOW_JOB_ID'],
];

/** GitHub, GitLab, Jenkins, Azure, Bitbucket, CircleCI; anywhere else each call is a run of its own. */
export function runIdFrom(env: NodeJS.ProcessEnv): string {
  for (const names of NAMES) {
    const parts = names.map((name) => env[name] ?? '');
    if (parts[0] !== '') return parts.filter((part) => part !== '').join('.');
  }
  return `local-${new Date().toISOString()}`;
}
