// What each release sent of itself: images scanned, bill of materials, provenance.
import type { Calendar } from '../calendar.ts';
import { billText } from './bill.ts';
import { provenanceText } from './provenance.ts';
import { RELEASES } from './release.ts';
import { CODE_REVIEWER, waitingForReview, type ScanFile } from './scan.ts';
import { trivyText, type Image } from './trivy.ts';

const ARRIVED: Readonly<Record<Image['image'], string>> = { api: '05:40', worker: '05:44', web: '05:48' };

export function images(on: Calendar): readonly ScanFile[] {
  const trivy = (daysAgo: number, of: Omit<Image, 'day'>): ScanFile => ({
    filename: `trivy-${of.image}-${on.ago(daysAgo)}.json`,
    daysAgo,
    // One after the other: of two files that came at the same instant neither would be the later.
    arrived: ARRIVED[of.image],
    text: trivyText({ ...of, day: on.ago(daysAgo) }),
    method: 'ci',
    acceptedBy: CODE_REVIEWER,
  });
  return [
    trivy(88, { image: 'api', open: ['manifest', 'slot'], fixed: [] }),
    trivy(67, { image: 'api', open: ['slot'], fixed: ['manifest'] }),
    trivy(46, { image: 'api', open: ['slot'], fixed: [] }),
    trivy(25, { image: 'api', open: [], fixed: ['slot'] }),
    trivy(4, { image: 'api', open: [], fixed: [] }),
    trivy(88, { image: 'worker', open: ['manifest', 'font'], fixed: [] }),
    trivy(46, { image: 'worker', open: ['font'], fixed: ['manifest'] }),
    waitingForReview(trivy(4, { image: 'worker', open: ['font', 'mail'], fixed: [] })),
    trivy(25, { image: 'web', open: [], fixed: [] }),
    trivy(4, { image: 'web', open: [], fixed: [] }),
    ...RELEASES.slice(2).map(([release, daysAgo]): ScanFile => ({
      filename: `harbourline-api-${release}.cdx.json`,
      daysAgo,
      arrived: '11:05',
      text: billText(on.ago(daysAgo), release),
      method: 'ci',
      acceptedBy: CODE_REVIEWER,
    })),
    ...RELEASES.slice(3).map(([release, daysAgo]): ScanFile => ({
      filename: `provenance-${release}.intoto.jsonl`,
      daysAgo,
      arrived: '11:06',
      text: provenanceText(on.ago(daysAgo), release),
      method: 'ci',
      acceptedBy: CODE_REVIEWER,
    })),
  ];
}
