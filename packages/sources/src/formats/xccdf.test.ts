// The ARF report is written by us after the formats' descriptions (ARF 1.1, XCCDF 1.2) and what OpenSCAP makes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordingOf } from '../read/recording.ts';
import { xccdf } from './xccdf.ts';

const ARF = readFileSync(new URL('../../fixtures/scap-arf.xml', import.meta.url), 'utf8');

function results(inner: string, namespace = 'http://checklists.nist.gov/xccdf/1.2'): string {
  return `<TestResult xmlns="${namespace}" end-time="2026-01-01T00:00:00Z"><target>h</target>${inner}</TestResult>`;
}

describe('XCCDF results', () => {
  it('inside an ARF report: every result of the standard, with title and severity from the benchmark', async () => {
    const { observations, faults, facts } = await recordingOf(xccdf, ARF);
    expect(
      observations.map((each) => [
        each.check.replace('xccdf:xccdf_org.example_rule_', ''),
        each.status,
        each.severity,
      ]),
    ).toEqual([
      ['sshd_root', 'pass', 'high'],
      ['auditd', 'pass', 'medium'],
      ['banner', 'fail', 'low'],
      ['usb', 'not_applicable', 'low'],
      ['review', 'unknown', 'medium'],
      ['kernel', 'unknown', 'info'],
      ['tls', 'error', 'high'],
      ['selinux', 'unknown', 'high'],
      ['disk', 'unknown', 'high'],
    ]);
    expect(faults).toEqual(['warning xccdf.status_unknown']);
    expect(observations[0]).toMatchObject({
      subject: 'web-1.example.org',
      observedAt: '2026-02-01T09:01:00.000Z',
      message: 'Root cannot log in over SSH',
    });
    expect(observations[1]?.message).toBe(
      'It had failed and was repaired during the scan. The audit daemon runs',
    );
    expect(observations[2]?.message).toBe('no banner file');
    expect(observations.at(-1)).toMatchObject({
      subject: 'web-1.example.org#/dev/sdb',
      observedAt: '2026-02-01T09:03:00.000Z',
    });
    expect(facts).toEqual({
      tool: 'xccdf',
      scope: 'web-1.example.org',
      toolVersion: 'cpe:/a:redhat:openscap:1.3.9',
      ranAt: '2026-02-01T09:03:00.000Z',
    });
  });

  it('a result that a person has overridden is that person’s word, not a pass', async () => {
    const inner =
      '<rule-result idref="r"><result>pass</result><override time="2026-01-01T00:00:00Z" authority="Head of IT"><old-result>fail</old-result><new-result>pass</new-result><remark>mended later</remark></override></rule-result>';
    const { observations } = await recordingOf(xccdf, results(inner));
    expect(observations).toMatchObject([
      { status: 'unknown', message: 'Overridden from fail to pass by Head of IT: mended later' },
    ]);
  });

  it('elements of another namespace mean nothing, whatever they are called', async () => {
    const { observations, faults } = await recordingOf(
      xccdf,
      results('<rule-result idref="r"><result>pass</result></rule-result>', 'http://example.org/xccdf'),
    );
    expect([observations, faults]).toEqual([[], ['warning xccdf.no_results']]);
  });

  it('a result element of another namespace inside a rule result does not speak for it', async () => {
    const inner =
      '<rule-result idref="r"><x:result xmlns:x="urn:x">pass</x:result><result>fail</result></rule-result>';
    expect((await recordingOf(xccdf, results(inner))).counts).toEqual({ fail: 1 });
  });

  it('a rule result without a result, or one named like a method, is unknown', async () => {
    const inner = '<rule-result idref="a"/><rule-result idref="b"><result>constructor</result></rule-result>';
    expect((await recordingOf(xccdf, results(inner))).counts).toEqual({ unknown: 2 });
  });

  it('each test result speaks of its own target', async () => {
    const one = (target: string) =>
      `<TestResult><target>${target}</target><rule-result idref="r"><result>pass</result></rule-result></TestResult>`;
    const { observations } = await recordingOf(
      xccdf,
      `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.1">${one('a')}${one('b')}</Benchmark>`,
    );
    expect(observations.map((each) => each.subject)).toEqual(['a', 'b']);
  });
});
