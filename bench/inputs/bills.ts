// Bills of materials, their vulnerabilities, and attestations.
import { filled, LINKS, prose, within, type Input } from './shape.ts';

const component = (i: number) => ({
  type: 'library',
  'bom-ref': `pkg:npm/part-${i}@1.${i % 20}.0`,
  name: `part-${i}`,
  version: `1.${i % 20}.0`,
  description: prose(80),
  hashes: [{ alg: 'SHA-512', content: 'ab'.repeat(64) }],
  licenses: [{ license: { id: 'MIT' } }],
  purl: `pkg:npm/part-${i}@1.${i % 20}.0`,
  externalReferences: LINKS.slice(0, 3).map((url) => ({ type: 'website', url })),
});

const cyclonedxVulnerability = (i: number) => ({
  id: `CVE-2026-${10_000 + i}`,
  source: { name: 'NVD', url: LINKS[0] },
  ratings: [
    {
      severity: 'high',
      score: 7.5,
      method: 'CVSSv31',
      vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    },
  ],
  description: prose(400),
  analysis: { state: i % 2 === 0 ? 'resolved' : 'exploitable', detail: prose(60) },
  affects: [{ ref: `pkg:npm/part-${i % 500}@1.0.0` }],
});

const spdxPackage = (i: number) => ({
  SPDXID: `SPDXRef-${i}`,
  name: `part-${i}`,
  versionInfo: `1.${i % 20}.0`,
  downloadLocation: 'NOASSERTION',
  supplier: 'Organization: Part Makers',
  licenseConcluded: 'MIT',
  copyrightText: prose(60),
  checksums: [{ algorithm: 'SHA1', checksumValue: 'ab'.repeat(20) }],
  externalRefs: [
    {
      referenceCategory: 'SECURITY',
      referenceType: 'cpe23Type',
      referenceLocator: `cpe:2.3:a:part:part-${i}:1:*:*:*:*:*:*:*`,
    },
    {
      referenceCategory: 'PACKAGE-MANAGER',
      referenceType: 'purl',
      referenceLocator: `pkg:npm/part-${i}@1.${i % 20}.0`,
    },
  ],
});

const trivyVulnerability = (i: number) => ({
  VulnerabilityID: `CVE-2026-${10_000 + i}`,
  PkgID: `lib${i % 300}@1.0`,
  PkgName: `lib${i % 300}`,
  InstalledVersion: '1.0-2',
  FixedVersion: '1.0-3',
  Status: 'fixed',
  SeveritySource: 'nvd',
  PrimaryURL: LINKS[0],
  Title: `lib${i % 300}: a crafted header reads beyond its buffer`,
  Description: prose(500),
  Severity: 'HIGH',
  CweIDs: ['CWE-125'],
  CVSS: { nvd: { V3Vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H', V3Score: 7.5 } },
  References: LINKS,
  PublishedDate: '2026-03-01T00:00:00Z',
});

const osvPackage = (i: number) => ({
  package: { name: `part-${i}`, version: '1.0.0', ecosystem: 'npm' },
  vulnerabilities: [
    {
      id: `GHSA-aaaa-bbbb-${String(i % 10_000).padStart(4, '0')}`,
      summary: 'Names are not checked',
      details: prose(500),
      affected: [{ ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.0.1' }] }] }],
      database_specific: { severity: 'MODERATE' },
      references: LINKS.map((url) => ({ type: 'WEB', url })),
    },
  ],
  groups: [{ ids: [`GHSA-aaaa-bbbb-${String(i % 10_000).padStart(4, '0')}`], max_severity: '6.1' }],
});

const statement = (i: number) => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: `release-${i}.tgz`, digest: { sha256: 'ab'.repeat(32) } }],
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {
    buildDefinition: {
      buildType: 'https://ci.example.com/workflow@v1',
      externalParameters: {
        workflow: { repository: 'https://git.example.com/harbour/web', ref: 'refs/heads/main' },
      },
      resolvedDependencies: LINKS.map((uri) => ({ uri, digest: { sha1: 'cd'.repeat(20) } })),
    },
    runDetails: {
      builder: { id: 'https://ci.example.com/runner' },
      metadata: { startedOn: '2026-05-30T04:00:00Z', finishedOn: '2026-05-30T04:06:00Z' },
    },
  },
});

const envelope = (i: number) => ({
  payloadType: 'application/vnd.in-toto+json',
  payload: Buffer.from(JSON.stringify(statement(i))).toString('base64'),
  signatures: [{ keyid: '', sig: 'ab'.repeat(48) }],
});

export const BILLS: readonly Input[] = [
  {
    reader: 'cyclonedx',
    name: 'CycloneDX, components',
    plain: 'json',
    text: (b) =>
      within({ bomFormat: 'CycloneDX', specVersion: '1.6', components: ['@@'] }, filled(b, component)),
  },
  {
    reader: 'cyclonedx',
    name: 'CycloneDX, VEX',
    plain: 'json',
    text: (b) =>
      within(
        { bomFormat: 'CycloneDX', specVersion: '1.6', vulnerabilities: ['@@'] },
        filled(b, cyclonedxVulnerability),
      ),
  },
  {
    reader: 'spdx',
    name: 'SPDX',
    plain: 'json',
    text: (b) => within({ spdxVersion: 'SPDX-2.3', name: 'bill', packages: ['@@'] }, filled(b, spdxPackage)),
  },
  {
    reader: 'trivy',
    name: 'Trivy',
    plain: 'json',
    text: (b) =>
      within(
        { SchemaVersion: 2, ArtifactName: 'web', Results: [{ Target: 'web', Vulnerabilities: ['@@'] }] },
        filled(b, trivyVulnerability),
      ),
  },
  { reader: 'in-toto', name: 'in-toto statements', plain: 'lines', text: (b) => filled(b, statement, '\n') },
  { reader: 'in-toto', name: 'DSSE envelopes', plain: 'lines', text: (b) => filled(b, envelope, '\n') },
  {
    reader: 'osv',
    name: 'OSV-Scanner',
    plain: 'json',
    text: (b) =>
      within(
        {
          results: [{ source: { path: 'package-lock.json', type: 'lockfile' }, packages: ['@@'] }],
          experimental_config: {},
        },
        filled(b, osvPackage),
      ),
  },
];
