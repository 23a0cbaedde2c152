// What hosts and laptops sent, until they fell silent.
import type { Calendar } from '../calendar.ts';
import { OWNERS, PEOPLE } from '../people.ts';
import { kubeBenchText } from './kubeBench.ts';
import { devicesText } from './sarif.ts';
import { CLOUD_REVIEWER, type ScanFile } from './scan.ts';

export function hosts(on: Calendar): readonly ScanFile[] {
  const laptops = PEOPLE.map((_, i) => `hl-laptop-${String(i + 1).padStart(2, '0')}`);
  return [
    ...[69, 41].map((daysAgo): ScanFile => ({
      filename: `kube-bench-production-${on.ago(daysAgo)}.json`,
      daysAgo,
      arrived: '07:10',
      text: kubeBenchText(daysAgo),
      method: 'upload',
      acceptedBy: CLOUD_REVIEWER,
    })),
    // The device report stopped coming six weeks ago: stale, and shown so.
    ...[75, 47].map((daysAgo): ScanFile => ({
      filename: `devices-${on.ago(daysAgo)}.sarif`,
      daysAgo,
      arrived: '06:30',
      text: devicesText(on.ago(daysAgo), laptops, daysAgo === 47 ? 3 : 0),
      method: 'scanner',
      acceptedBy: OWNERS.it_admin,
    })),
  ];
}
