// Trivy's report on the images of one release: what it found, what a VEX statement settled.
import type { PlainDate } from '@assay/core';
import { jsonText } from './scan.ts';

const REGISTRY = 'ghcr.io/harbourline';

/** An invented package, its installed version, the finding's id, how bad, and one line. */
type Hole = readonly [string, string, string, 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW', string];

const HOLES = {
  manifest: ['libmanifest2', '2.4.1-3', 'HLB-0117', 'HIGH', 'Overlong field names are read past their end'],
  slot: ['slot-parser', '3.2.0', 'HLB-0142', 'HIGH', 'A crafted slot list makes parsing take minutes'],
  mail: ['quay-mailer', '1.9.4', 'HLB-0155', 'MEDIUM', 'Header lines of a reply are not folded'],
  font: ['libcargofont', '0.8-1', 'HLB-0161', 'LOW', 'A broken font file can end the converter'],
} as const satisfies Readonly<Record<string, Hole>>;

type HoleName = keyof typeof HOLES;

export interface Image {
  readonly image: 'api' | 'worker' | 'web';
  readonly day: PlainDate;
  readonly open: readonly HoleName[];
  /** Found before, mended in this release. */
  readonly fixed: readonly HoleName[];
}

/** Images are scanned by the name under which they run, so that the next release answers for the last. */
export function trivyText({ image, day, open, fixed }: Image): string {
  const name = `${REGISTRY}/${image}:production`;
  return jsonText({
    SchemaVersion: 2,
    CreatedAt: `${day}T05:20:00Z`,
    ArtifactName: name,
    ArtifactType: 'container_image',
    Trivy: { Version: '0.67.2' },
    Results: [
      {
        Target: `${name} (debian 12)`,
        Class: 'os-pkgs',
        Type: 'debian',
        ...findings(open.filter(isSystem), fixed.filter(isSystem)),
      },
      {
        Target: `${image}/package-lock.json`,
        Class: 'lang-pkgs',
        Type: 'npm',
        ...findings(
          open.filter((each) => !isSystem(each)),
          fixed.filter((each) => !isSystem(each)),
        ),
      },
    ],
  });
}

function findings(open: readonly HoleName[], fixed: readonly HoleName[]): object {
  return {
    ...(open.length > 0 ? { Vulnerabilities: open.map(vulnerability) } : {}),
    ...(fixed.length > 0
      ? {
          ExperimentalModifiedFindings: fixed.map((each) => ({
            Type: 'vulnerability',
            Status: 'fixed',
            Statement: 'The patched package is in this image.',
            Source: 'vex.openvex.json',
            Finding: vulnerability(each),
          })),
        }
      : {}),
  };
}

function vulnerability(each: HoleName): object {
  const [PkgName, InstalledVersion, VulnerabilityID, Severity, Title] = HOLES[each];
  return { VulnerabilityID, PkgName, InstalledVersion, Severity, Title, Status: 'fixed' };
}

function isSystem(each: HoleName): boolean {
  return HOLES[each][0].startsWith('lib');
}
