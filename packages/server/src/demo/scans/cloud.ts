// What the cloud scanners sent: Prowler of both accounts, Security Hub.
import type { Calendar } from '../calendar.ts';
import { PRODUCTION, STAGING, type Account } from './estate.ts';
import { prowlerText } from './prowler.ts';
import { CLOUD_REVIEWER, waitingForReview, type ScanFile } from './scan.ts';
import { securityHubText } from './securityHub.ts';

export function cloud(on: Calendar): readonly ScanFile[] {
  const prowler = (account: Account, daysAgo: number): ScanFile => ({
    filename: `prowler-${account.name}-${on.ago(daysAgo)}.ocsf.json`,
    daysAgo,
    arrived: account === PRODUCTION ? '05:30' : '05:45',
    text: prowlerText({ account, day: on.ago(daysAgo), daysAgo }),
    method: 'ci',
    acceptedBy: CLOUD_REVIEWER,
  });
  const half = prowler(PRODUCTION, 9);
  return [
    ...[85, 78, 71, 64, 57, 50, 43, 36, 29, 22, 15, 8].map((days) => prowler(PRODUCTION, days)),
    waitingForReview(prowler(PRODUCTION, 1)),
    ...[86, 72, 58, 44, 30, 16, 2].map((days) => prowler(STAGING, days)),
    // Somebody's hand run with the wrong profile, taken back; and an upload that broke off half way.
    { ...prowler(STAGING, 37), arrived: '14:20', method: 'upload', ends: 'undone' },
    { ...half, arrived: '05:31', text: half.text.slice(0, half.text.length / 2), ends: 'refused' },
    ...[61, 33, 5].map((daysAgo): ScanFile => ({
      filename: `securityhub-${on.ago(daysAgo)}.json`,
      daysAgo,
      arrived: '04:00',
      text: securityHubText(on.ago(daysAgo)),
      method: 'api',
      acceptedBy: CLOUD_REVIEWER,
    })),
  ];
}
