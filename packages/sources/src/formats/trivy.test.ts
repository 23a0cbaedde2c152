import { describe, expect, it } from 'vitest';
import { recordingOf } from '../read/recording.ts';
import { trivy } from './trivy.ts';

function read(...results: object[]) {
  return recordingOf(
    trivy,
    JSON.stringify({
      SchemaVersion: 2,
      CreatedAt: '2026-01-01T00:00:00Z',
      ArtifactName: 'shop:4',
      Trivy: { Version: '0.69.1' },
      Results: results,
    }),
  );
}

const CVE = {
  VulnerabilityID: 'CVE-2026-1',
  PkgName: 'ssl',
  InstalledVersion: '1.1',
  Severity: 'HIGH',
  Title: 'broken',
  Status: 'fixed',
};

describe('Trivy', () => {
  it('a vulnerability fails, also when a fixed version exists, and is a subject of one check', async () => {
    const { observations, facts } = await read({
      Target: 'shop:4 (debian 12)',
      Vulnerabilities: [CVE, { ...CVE, PkgPath: 'app/x.jar' }],
    });
    expect(observations.map((each) => [each.check, each.subject, each.status, each.severity])).toEqual([
      ['trivy:vulnerability', 'shop:4 (debian 12)#ssl@1.1#CVE-2026-1', 'fail', 'high'],
      ['trivy:vulnerability', 'shop:4 (debian 12):app/x.jar#ssl@1.1#CVE-2026-1', 'fail', 'high'],
    ]);
    expect(facts).toEqual({
      tool: 'trivy',
      scope: 'shop:4',
      complete: true,
      toolVersion: '0.69.1',
      ranAt: '2026-01-01T00:00:00.000Z',
    });
  });

  it.each([
    ['PASS', 'pass'],
    ['FAIL', 'fail'],
    ['EXCEPTION', 'unknown'],
    ['', 'unknown'],
    ['valueOf', 'unknown'],
  ])('a misconfiguration of Status %s is %s', async (Status, status) => {
    const { observations } = await read({
      Target: 'main.tf',
      Misconfigurations: [{ ID: 'AVD-AWS-0001', Status, CauseMetadata: { Resource: 'aws_s3_bucket.a' } }],
    });
    expect(observations[0]).toMatchObject({
      check: 'trivy:AVD-AWS-0001',
      subject: 'main.tf#aws_s3_bucket.a',
      status,
    });
  });

  it('one check has one key, whichever version wrote it', async () => {
    const { observations } = await read({
      Target: 'Dockerfile',
      Misconfigurations: [
        { ID: 'DS-0002', Status: 'FAIL' },
        { ID: 'DS002', AVDID: 'AVD-DS-0002', Status: 'FAIL' },
      ],
    });
    expect(observations.map((each) => each.check)).toEqual(['trivy:AVD-DS-0002', 'trivy:AVD-DS-0002']);
  });

  it('secrets and forbidden licences fail, licences with conditions wait for a person', async () => {
    const { observations } = await read({
      Target: 'a',
      Secrets: [{ RuleID: 'aws-key', Severity: 'CRITICAL' }],
      Licenses: [
        { Category: 'forbidden', PkgName: 'p', Name: 'AGPL-3.0' },
        { Category: 'restricted', PkgName: 'q', Name: 'GPL-2.0' },
        { Category: 'notice', PkgName: 'r', Name: 'MIT' },
      ],
    });
    expect(observations.map((each) => `${each.check} ${each.status}`)).toEqual([
      'trivy:secret fail',
      'trivy:licence fail',
      'trivy:licence unknown',
      'trivy:licence pass',
    ]);
  });

  it('a target in which nothing fails passes the scan; a report without targets does not', async () => {
    expect((await read({ Target: 'package-lock.json' })).observations).toMatchObject([
      { check: 'trivy:run', subject: 'package-lock.json', status: 'pass' },
    ]);
    expect((await read()).observations).toMatchObject([
      { check: 'trivy:run', subject: 'shop:4', status: 'unknown' },
    ]);
  });

  it('what an ignore file takes out stays a failure; VEX needs its justification', async () => {
    const entry = (Status: string, Statement?: string) => ({
      Type: 'vulnerability',
      Status,
      ...(Statement ? { Statement } : {}),
      Finding: CVE,
    });
    const { observations } = await read({
      Target: 'a',
      ExperimentalModifiedFindings: [
        entry('ignored', 'later'),
        entry('not_affected', 'code_not_present'),
        entry('not_affected'),
        entry('odd'),
      ],
    });
    expect(observations.map((each) => each.status)).toEqual(['fail', 'not_applicable', 'unknown', 'unknown']);
    expect(observations[0]?.message).toBe('Suppressed as ignored: later');
  });

  it('lists packages, and reads the report of a cluster and the list of old versions', async () => {
    expect(
      (
        await read({
          Target: 'a',
          Packages: [{ Name: 'ssl', Version: '1.1', Identifier: { PURL: 'pkg:deb/ssl@1.1' } }],
        })
      ).rows,
    ).toMatchObject([{ population: 'components', key: 'pkg:deb/ssl@1.1' }]);
    const cluster = await recordingOf(
      trivy,
      JSON.stringify({
        ClusterName: 'prod',
        Resources: [
          {
            Namespace: 'shop',
            Kind: 'Deployment',
            Name: 'api',
            Results: [{ Misconfigurations: [{ ID: 'KSV-0001', Status: 'FAIL' }] }],
          },
        ],
      }),
    );
    expect(cluster.observations[0]).toMatchObject({
      check: 'trivy:AVD-KSV-0001',
      subject: 'shop/Deployment/api',
      status: 'fail',
    });
    expect(
      (await recordingOf(trivy, JSON.stringify([{ Target: 'a', Vulnerabilities: [CVE] }]))).counts,
    ).toEqual({ fail: 1 });
  });
});
