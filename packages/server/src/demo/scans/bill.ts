// The bill of materials of the API in CycloneDX, with what was decided on each known hole (VEX).
import type { PlainDate } from '@assay/core';
import { jsonText } from './scan.ts';

const COMPONENTS: readonly (readonly [string, string, string])[] = [
  ['slot-parser', '3.2.1', 'MIT'],
  ['quay-mailer', '1.9.4', 'Apache-2.0'],
  ['berth-calendar', '5.0.2', 'MIT'],
  ['tidewater-http', '12.1.0', 'MIT'],
  ['manifest-schema', '2.7.3', 'Apache-2.0'],
  ['demurrage-money', '1.4.0', 'MIT'],
  ['lighthouse-log', '4.3.8', 'MIT'],
  ['pilot-queue', '6.2.0', 'BSD-3-Clause'],
  ['harbour-geo', '0.9.12', 'ISC'],
  ['ballast-cache', '3.3.1', 'MIT'],
  ['wharf-xml', '2.0.6', 'MIT'],
  ['crane-pdf', '1.1.9', 'MPL-2.0'],
];

const RELEASED: readonly (readonly [string, string, string, object])[] = [
  [
    'HLB-0142',
    'slot-parser',
    'high',
    { state: 'resolved', detail: 'Slot lists are limited to 10,000 lines since 3.2.1.' },
  ],
  [
    'HLB-0155',
    'quay-mailer',
    'medium',
    {
      state: 'not_affected',
      justification: 'code_not_reachable',
      detail: 'The API never writes reply headers.',
    },
  ],
  [
    'HLB-0170',
    'wharf-xml',
    'medium',
    { state: 'in_triage', detail: 'Asked upstream; Klara Mbeki looks at it.' },
  ],
];

export function billText(day: PlainDate, release: string): string {
  const ref = (name: string): string => {
    const found = COMPONENTS.find(([each]) => each === name);
    return `pkg:npm/${name}@${found?.[1] ?? ''}`;
  };
  return jsonText({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      timestamp: `${day}T10:58:00Z`,
      component: { type: 'application', name: 'harbourline-api', version: release, 'bom-ref': 'api' },
    },
    components: COMPONENTS.map(([name, version, id]) => ({
      type: 'library',
      name,
      version,
      purl: ref(name),
      'bom-ref': ref(name),
      licenses: [{ license: { id } }],
    })),
    vulnerabilities: RELEASED.map(([id, name, severity, analysis]) => ({
      id,
      ratings: [{ severity }],
      affects: [{ ref: ref(name) }],
      analysis,
    })),
  });
}
