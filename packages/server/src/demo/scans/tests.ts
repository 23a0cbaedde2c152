// What tests sent: releases, who may see what, and the restore test that failed before it passed.
import type { Calendar } from '../calendar.ts';
import { ACCESS, BOOKING, junitText, RESTORE, type TestRun } from './junit.ts';
import { RELEASES } from './release.ts';
import { CLOUD_REVIEWER, CODE_REVIEWER, type ScanFile } from './scan.ts';

export function tests(on: Calendar): readonly ScanFile[] {
  const junit = (
    filename: string,
    arrived: string,
    run: Omit<TestRun, 'day'> & { readonly daysAgo: number },
  ): ScanFile => ({
    filename,
    daysAgo: run.daysAgo,
    arrived,
    text: junitText({ ...run, day: on.ago(run.daysAgo) }),
    method: 'ci',
    acceptedBy: CODE_REVIEWER,
  });
  const restore = (daysAgo: number, cases: TestRun['cases']): ScanFile => ({
    ...junit(`restore-test-${on.ago(daysAgo)}.xml`, '16:00', { suite: 'restore test', daysAgo, cases }),
    controls: ['C-91'],
    acceptedBy: CLOUD_REVIEWER,
  });
  const failed = RESTORE.map((each): TestRun['cases'][number] =>
    each[1].startsWith('point-in-time')
      ? [each[0], each[1], 'failure', 'the log of 02:10 was not in the archive']
      : each,
  );
  return [
    ...RELEASES.map(([release, daysAgo]) =>
      junit(`release-${release}.xml`, '11:20', { suite: `release ${release}`, daysAgo, cases: BOOKING }),
    ),
    ...[67, 4].map((daysAgo) =>
      junit(`access-tests-${on.ago(daysAgo)}.xml`, '11:25', { suite: 'access', daysAgo, cases: ACCESS }),
    ),
    restore(101, failed),
    restore(58, RESTORE),
  ];
}
