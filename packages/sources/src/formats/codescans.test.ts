// Semgrep, OSV-Scanner, kube-bench, Kubescape and SPDX: small files in each tool's own shape.
import { describe, expect, it } from 'vitest';
import { recordingOf } from '../read/recording.ts';
import { kubeBench } from './kubeBench.ts';
import { kubescape } from './kubescape.ts';
import { osv } from './osv.ts';
import { semgrep } from './semgrep.ts';
import { spdx } from './spdx.ts';

describe('Semgrep', () => {
  const result = (line: number, extra: object = {}) => ({
    check_id: 'js.eval',
    path: 'a.js',
    start: { line },
    extra: { severity: 'ERROR', message: 'no eval', lines: 'eval(x)', ...extra },
  });
  const read = (results: readonly object[], errors: readonly object[] = []) =>
    recordingOf(
      semgrep,
      JSON.stringify({ version: '1.100.0', results, errors, paths: { scanned: ['a.js'] } }),
    );

  it('a finding fails and keeps its name when lines move; an ignored one stays a failure', async () => {
    const before = (await read([result(3)])).observations[0];
    const after = (await read([result(30, { is_ignored: true })])).observations[0];
    expect(before).toMatchObject({
      check: 'semgrep:js.eval',
      status: 'fail',
      severity: 'high',
      message: 'no eval',
    });
    expect(after).toMatchObject({ subject: before?.subject, status: 'fail', message: 'Suppressed. no eval' });
  });

  it('its own fingerprint is the name; two alike findings have two', async () => {
    expect((await read([result(1, { fingerprint: 'ab_0' })])).observations[0]?.subject).toBe('a.js#ab_0');
    const { observations } = await read([result(1, { fingerprint: 'requires login' }), result(9)]);
    expect(observations[1]?.subject).toBe(`${observations[0]?.subject ?? ''} ~2`);
  });

  it.each([
    [[], 'pass'],
    [[{ level: 'warn', message: 'partial', path: 'b.js' }], 'unknown'],
    [[{ level: 'warn' }, { level: 'error', message: 'boom' }], 'error'],
    [[{ type: 'Odd' }], 'error'],
  ])('a run with the errors %j is %s', async (errors, status) => {
    expect((await read([], errors)).observations).toMatchObject([
      { check: 'semgrep:run', subject: 'scan', status },
    ]);
  });
});

describe('OSV-Scanner', () => {
  const read = (results: readonly object[]) => recordingOf(osv, JSON.stringify({ results }));

  it('a vulnerability fails with the worse of its two severities', async () => {
    const { observations, rows } = await read([
      {
        source: { path: 'yarn.lock', type: 'lockfile' },
        packages: [
          {
            package: { name: 'left', version: '1', ecosystem: 'npm' },
            vulnerabilities: [{ id: 'GHSA-1', summary: 'S', database_specific: { severity: 'LOW' } }],
            groups: [{ ids: ['GHSA-1'], max_severity: '9.1' }],
            license_violations: ['AGPL-3.0'],
          },
        ],
      },
    ]);
    expect(observations).toMatchObject([
      {
        check: 'osv:vulnerability',
        subject: 'yarn.lock#npm/left@1#GHSA-1',
        status: 'fail',
        severity: 'critical',
        message: 'S',
      },
      { check: 'osv:licence', subject: 'yarn.lock#npm/left@1#AGPL-3.0', status: 'fail' },
    ]);
    expect(rows).toMatchObject([{ population: 'components', key: 'npm/left@1' }]);
  });

  it('a listed source without any passes the scan; a file without sources says nothing', async () => {
    expect(
      (await read([{ source: { path: 'go.mod' }, packages: [{ package: { name: 'a' } }] }])).observations,
    ).toMatchObject([{ check: 'osv:run', subject: 'go.mod', status: 'pass' }]);
    expect((await read([])).observations).toMatchObject([{ check: 'osv:run', status: 'unknown' }]);
  });
});

describe('kube-bench', () => {
  const section = (...statuses: readonly string[]) => ({
    id: '1',
    version: 'cis-1.9',
    node_type: 'master',
    tests: [{ results: statuses.map((status, i) => ({ test_number: `1.1.${i}`, test_desc: 'D', status })) }],
  });

  it.each([
    [[section('PASS', 'FAIL', 'WARN', 'INFO', 'SKIP')]],
    [{ Controls: [section('PASS', 'FAIL', 'WARN', 'INFO', 'SKIP')] }],
  ])('maps its words: form %#', async (document) => {
    const { observations, faults } = await recordingOf(kubeBench, JSON.stringify(document));
    expect(observations.map((each) => each.status)).toEqual([
      'pass',
      'fail',
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(observations[0]).toMatchObject({
      check: 'kube-bench:cis-1.9/1.1.0',
      subject: 'master',
      message: 'D',
    });
    expect(faults).toEqual(['warning kube-bench.status_unknown']);
  });
});

describe('Kubescape', () => {
  const control = (status: string, subStatus?: string) => ({
    name: 'N',
    scoreFactor: 8,
    statusInfo: { status, ...(subStatus ? { subStatus } : {}) },
  });
  const read = (document: object) =>
    recordingOf(
      kubescape,
      JSON.stringify({ generationTime: '0001-01-01T00:00:00Z', clusterName: 'prod', ...document }),
    );

  it.each([
    ['passed', undefined, 'pass'],
    ['passed', 'irrelevant', 'not_applicable'],
    ['passed', 'w/exceptions', 'fail'],
    ['failed', undefined, 'fail'],
    ['failed', 'irrelevant', 'fail'],
    ['skipped', 'manual review', 'unknown'],
    ['constructor', undefined, 'unknown'],
  ])('a control that is %s %s', async (status, sub, expected) => {
    const { observations } = await read({ summaryDetails: { controls: { 'C-1': control(status, sub) } } });
    expect(observations).toMatchObject([
      { check: 'kubescape:C-1', subject: 'prod', status: expected, severity: 'high', observedAt: undefined },
    ]);
  });

  it('tells each resource, and the cluster only for controls that no resource had', async () => {
    const { observations, rows } = await read({
      generationTime: '2026-01-01T00:00:00Z',
      summaryDetails: { controls: { 'C-1': control('failed'), 'C-2': control('passed', 'irrelevant') } },
      resources: [
        {
          resourceID: 'path=12345/api=apps/v1//Deployment/api',
          object: { kind: 'Deployment', metadata: { name: 'api' } },
          source: { relativePath: 'k8s/api.yaml' },
        },
      ],
      results: [
        {
          resourceID: 'path=12345/api=apps/v1//Deployment/api',
          controls: [{ controlID: 'C-1', status: { status: 'failed' } }],
        },
      ],
    });
    expect(observations.map((each) => [each.check, each.subject, each.status])).toEqual([
      ['kubescape:C-1', 'k8s/api.yaml#api=apps/v1//Deployment/api', 'fail'],
      ['kubescape:C-2', 'prod', 'not_applicable'],
    ]);
    expect(rows).toMatchObject([
      { population: 'resources', key: 'k8s/api.yaml#api=apps/v1//Deployment/api' },
    ]);
  });
});

describe('SPDX', () => {
  it('2.3: packages by their package URL; NOASSERTION is no licence', async () => {
    const { rows, observations, facts } = await recordingOf(
      spdx,
      JSON.stringify({
        spdxVersion: 'SPDX-2.3',
        name: 'shop',
        creationInfo: { created: '2026-01-01T00:00:00Z' },
        packages: [
          {
            SPDXID: 'a',
            name: 'left',
            versionInfo: '1',
            licenseConcluded: 'NOASSERTION',
            licenseDeclared: 'MIT',
            externalRefs: [{ referenceType: 'purl', referenceLocator: 'pkg:npm/left@1' }],
          },
          { name: 'bare' },
        ],
      }),
    );
    expect(rows).toEqual([
      {
        population: 'components',
        key: 'pkg:npm/left@1',
        fields: { name: 'left', version: '1', type: 'package', licence: 'MIT' },
      },
      { population: 'components', key: 'bare', fields: { name: 'bare', type: 'package' } },
    ]);
    expect([observations, facts?.ranAt, facts?.scope]).toEqual([[], '2026-01-01T00:00:00.000Z', 'shop']);
  });

  it('3.0: packages of the graph', async () => {
    const { rows, facts } = await recordingOf(
      spdx,
      JSON.stringify({
        '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
        '@graph': [
          { type: 'CreationInfo', specVersion: '3.0.1', created: '2026-01-01T00:00:00Z' },
          { type: 'SpdxDocument', name: 'shop' },
          {
            type: 'software_Package',
            name: 'left',
            software_packageVersion: '1',
            software_packageUrl: 'pkg:npm/left@1',
          },
        ],
      }),
    );
    expect(rows).toMatchObject([{ key: 'pkg:npm/left@1' }]);
    expect(facts).toEqual({
      tool: 'spdx',
      toolVersion: 'SPDX-3.0.1',
      ranAt: '2026-01-01T00:00:00.000Z',
      scope: 'shop',
    });
  });
});
